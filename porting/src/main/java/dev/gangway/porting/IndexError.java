package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code IndexError}: an index that is not in a sequence. */
public class IndexError extends LookupError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public IndexError(@Nullable Object... args) {
        super(args);
    }
}
