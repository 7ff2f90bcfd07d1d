package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code UnicodeError}: text that cannot be encoded or decoded. */
public class UnicodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public UnicodeError(@Nullable Object... args) {
        super(args);
    }
}
