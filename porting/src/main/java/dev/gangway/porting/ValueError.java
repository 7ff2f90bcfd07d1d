package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code ValueError}: a value that a function cannot take. */
public class ValueError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public ValueError(@Nullable Object... args) {
        super(args);
    }
}
