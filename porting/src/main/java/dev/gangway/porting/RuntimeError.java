package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code RuntimeError}: any other failure. */
public class RuntimeError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public RuntimeError(@Nullable Object... args) {
        super(args);
    }
}
