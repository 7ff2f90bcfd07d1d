package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code LookupError}: a key or index that is not there. */
public class LookupError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public LookupError(@Nullable Object... args) {
        super(args);
    }
}
