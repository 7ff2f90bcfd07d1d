package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** A value whose parts are got by {@code x[key]}. */
public interface Itemized {
    /** Returns {@code x[key]}. */
    @Nullable Object item(@Nullable Object key);
}
