package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code CalledProcessError}: a program that ended with another status than 0. */
public class CalledProcessError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public CalledProcessError(@Nullable Object... args) {
        super(args);
    }
}
