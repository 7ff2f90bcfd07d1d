package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code Warning}, and the categories below it. */
public class Warning extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public Warning(@Nullable Object... args) {
        super(args);
    }
}
