package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code NotImplementedError}: a method that a subclass should have. */
public class NotImplementedError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public NotImplementedError(@Nullable Object... args) {
        super(args);
    }
}
