package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.IncompleteRead}: a response ended before its length. */
public class IncompleteRead extends HTTPException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public IncompleteRead(@Nullable Object... args) {
        super(args);
    }
}
