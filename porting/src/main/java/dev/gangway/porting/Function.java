package dev.gangway.porting;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A function as a value: a {@code lambda}, a method that is handed on, a {@code partial}. */
@FunctionalInterface
public interface Function {
    /**
     * Calls the function.
     *
     * @param args its arguments; those by keyword come last, as {@link Keywords}
     * @return what it gives; null for {@code None}
     * @throws IOException if it does
     */
    @Nullable Object call(@Nullable Object... args) throws IOException;
}
