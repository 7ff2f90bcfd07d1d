package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.LineTooLong}: a line of a response is longer than 65536 bytes. */
public class LineTooLong extends HTTPException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public LineTooLong(@Nullable Object... args) {
        super(args);
    }
}
