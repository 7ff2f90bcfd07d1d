package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code NameError}: a name that has no value. */
public class NameError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public NameError(@Nullable Object... args) {
        super(args);
    }
}
