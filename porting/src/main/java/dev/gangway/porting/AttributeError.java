package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code AttributeError}: an attribute that an object has not. */
public class AttributeError extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public AttributeError(@Nullable Object... args) {
        super(args);
    }
}
