package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code OverflowError}: a number that is too large. */
public class OverflowError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public OverflowError(@Nullable Object... args) {
        super(args);
    }
}
