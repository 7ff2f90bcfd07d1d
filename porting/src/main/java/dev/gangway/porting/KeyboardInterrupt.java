package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's {@code KeyboardInterrupt}: Ctrl-C; Java never throws it, because Ctrl-C ends the process. */
public class KeyboardInterrupt extends PythonException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public KeyboardInterrupt(@Nullable Object... args) {
        super(args);
    }
}
