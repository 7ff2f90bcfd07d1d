package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code CookieError}: a cookie that cannot be. */
public class CookieError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public CookieError(@Nullable Object... args) {
        super(args);
    }
}
