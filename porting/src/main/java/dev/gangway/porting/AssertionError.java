package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code AssertionError}: a false {@code assert}. */
@SuppressWarnings("JavaLangClash") // the name is Python's
public class AssertionError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public AssertionError(@Nullable Object... args) {
        super(args);
    }
}
