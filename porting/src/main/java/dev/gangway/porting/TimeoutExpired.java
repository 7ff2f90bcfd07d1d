package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code TimeoutExpired}: a program that took too long. */
public class TimeoutExpired extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public TimeoutExpired(@Nullable Object... args) {
        super(args);
    }
}
