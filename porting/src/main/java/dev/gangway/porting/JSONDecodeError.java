package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code JSONDecodeError}: text that is no JSON. */
public class JSONDecodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public JSONDecodeError(@Nullable Object... args) {
        super(args);
    }
}
