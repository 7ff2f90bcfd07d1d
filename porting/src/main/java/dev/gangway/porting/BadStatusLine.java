package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.BadStatusLine}: the first line of a response makes no sense, or is not there. */
public class BadStatusLine extends HTTPException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public BadStatusLine(@Nullable Object... args) {
        super(args);
    }
}
