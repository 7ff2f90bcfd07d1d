package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code SystemExit}: {@code sys.exit()}. */
public class SystemExit extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public SystemExit(@Nullable Object... args) {
        super(args);
    }
}
