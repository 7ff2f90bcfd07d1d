package dev.gangway.porting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code Exception}: an exception with arguments. Those that Python code raises extend it. */
public class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<@Nullable Object> args;

    /**
     * Makes one.
     *
     * @param args what Python's constructor is given; the first is the message
     */
    public PythonException(@Nullable Object... args) {
        super(args.length == 1 ? Python.str(args[0]) : args.length == 0 ? "" : Python.repr(Tuple.of(args)));
        this.args = new java.util.ArrayList<>(java.util.Arrays.asList(args));
    }

    /**
     * Returns the arguments.
     *
     * @return those that the constructor was given
     */
    public List<@Nullable Object> args() {
        return args;
    }

    /**
     * Returns what {@code str(e)} is.
     *
     * @return the message
     */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // str(e) has no name of a class
    public String toString() {
        return String.valueOf(getMessage());
    }
}
