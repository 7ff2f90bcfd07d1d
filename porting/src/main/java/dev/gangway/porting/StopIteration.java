package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code StopIteration}: the end of an iterator. */
public class StopIteration extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public StopIteration(@Nullable Object... args) {
        super(args);
    }
}
