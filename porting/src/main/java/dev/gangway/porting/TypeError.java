package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code TypeError}: a value of the wrong type. */
public class TypeError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public TypeError(@Nullable Object... args) {
        super(args);
    }
}
