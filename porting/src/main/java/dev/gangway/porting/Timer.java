package dev.gangway.porting;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Python's {@code threading.Timer}: a thread that calls a function after some time. */
public final class Timer extends PythonThread {
    private final double seconds;
    private final Function function;
    private final @Nullable Object[] args;
    private final Event finished = new Event();

    /** Makes a timer that {@link #start} sets going. */
    public Timer(double interval, Function function) {
        this(interval, function, null);
    }

    /** Makes a timer whose function gets arguments. */
    public Timer(double interval, Function function, @Nullable Object args) {
        this.seconds = interval;
        this.function = function;
        this.args = args == null ? new Object[0] : Python.list(args).toArray();
    }

    /** Calls the function when the time is over, unless the timer was cancelled. */
    @Override
    public void run() throws IOException {
        if (!finished.await(seconds)) {
            function.call(Arrays.copyOf(args, args.length));
        }
        finished.set();
    }

    /** Does {@code timer.cancel()}. */
    public void cancel() {
        finished.set();
    }
}
