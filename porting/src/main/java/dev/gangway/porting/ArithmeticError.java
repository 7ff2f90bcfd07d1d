package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code ArithmeticError}: a failure of arithmetic. */
public class ArithmeticError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public ArithmeticError(@Nullable Object... args) {
        super(args);
    }
}
