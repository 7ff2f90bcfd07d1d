package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code KeyError}: a key that is not in a {@code dict}. */
public class KeyError extends LookupError {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public KeyError(@Nullable Object... args) {
        super(args);
    }

    /** Returns the key as {@code repr} writes it, as Python does. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the message is the key itself
    public String toString() {
        return args().size() == 1 ? Python.repr(args().get(0)) : super.toString();
    }
}
