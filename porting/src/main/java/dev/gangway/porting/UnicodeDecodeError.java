package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code UnicodeDecodeError}: bytes that are no text in their encoding. */
public class UnicodeDecodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public UnicodeDecodeError(@Nullable Object... args) {
        super(args);
    }
}
