package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code UnicodeEncodeError}: text that an encoding has no bytes for. */
public class UnicodeEncodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public UnicodeEncodeError(@Nullable Object... args) {
        super(args);
    }
}
