package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code ZeroDivisionError}: a division by zero. */
public class ZeroDivisionError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public ZeroDivisionError(@Nullable Object... args) {
        super(args);
    }
}
