package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code ImportError}: a module that is not there. */
public class ImportError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public ImportError(@Nullable Object... args) {
        super(args);
    }
}
