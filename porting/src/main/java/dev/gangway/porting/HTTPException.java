package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.HTTPException}: what a server answered was no HTTP. */
public class HTTPException extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public HTTPException(@Nullable Object... args) {
        super(args);
    }
}
