package dev.gangway.porting;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Python's {@code collections.defaultdict}. */
public final class DefaultDict extends LinkedHashMap<@Nullable Object, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final transient Function factory;

    /** Makes one that asks a function for values that are missing. */
    public DefaultDict(Function factory) {
        this.factory = factory;
    }

    @Nullable Object missing(@Nullable Object key) {
        Object value = Python.apply(factory);
        put(key, value);
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
