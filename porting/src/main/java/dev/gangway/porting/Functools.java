package dev.gangway.porting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Python's module {@code functools}. */
public final class Functools {
    private Functools() {}

    /** Returns {@code partial(function, …)}. */
    public static Function partial(@Nullable Object function, @Nullable Object... first) {
        return more -> {
            Object[] all = Arrays.copyOf(first, first.length + more.length);
            System.arraycopy(more, 0, all, first.length, more.length);
            return Dynamic.invoke(function, all);
        };
    }
}
