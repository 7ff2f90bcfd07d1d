package dev.gangway.porting;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Python's module {@code sys}, of a program that {@link #start} has told its arguments. */
public final class Sys {
    /** {@code sys.stdout}. */
    public static final Output stdout = new Output(System.out);
    /** {@code sys.stderr}. */
    public static final Output stderr = new Output(System.err);
    /** {@code sys.stdin}. */
    public static final InputStream stdin = System.in;
    /** {@code sys.platform}. */
    public static final String platform = "linux";
    /** {@code sys.version}: that of Java. */
    public static final String version = Runtime.version().toString();
    /** {@code sys.version_info}: the version of Python that ports follow. */
    public static final Tuple versionInfo = Tuple.of(3L, 13L, 0L, "final", 0L);
    /** {@code sys.maxsize}. */
    public static final long maxsize = Long.MAX_VALUE;
    /** {@code sys.executable}. */
    public static final String executable = "java";

    private static final AtomicReference<List<String>> ARGV = new AtomicReference<>(List.of(""));

    private Sys() {}

    /** An output of the process. */
    public static final class Output {
        private final PrintStream stream;

        Output(PrintStream stream) {
            this.stream = stream;
        }

        /** Does {@code file.write(text)}. */
        public long write(@Nullable Object text) {
            stream.print(Python.str(text));
            return Python.str(text).length();
        }

        /** Does {@code file.flush()}. */
        public void flush() {
            stream.flush();
        }
    }

    /** Sets {@code sys.argv}: the name of the program, and its arguments. */
    public static void start(String name, String... args) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(args));
        ARGV.set(all);
    }

    /** Returns {@code sys.argv}. */
    @Attribute
    public static List<String> argv() {
        return java.util.Objects.requireNonNull(ARGV.get());
    }

    /** Does {@code sys.exit()}. */
    public static void exit() {
        exit(null);
    }

    /** Does {@code sys.exit(status)}: a number, or a text that is printed. */
    public static void exit(@Nullable Object status) {
        if (status != null && !(status instanceof Number)) {
            System.err.println(Python.str(status));
        }
        if (Signal.isEnding()) {
            throw new SystemExit(status);
        }
        System.exit(status == null ? 0 : status instanceof Number number ? number.intValue() : 1);
    }

    /** Returns {@code sys.getfilesystemencoding()}. */
    public static String getfilesystemencoding() {
        return "utf-8";
    }

    /** Returns {@code sys.getdefaultencoding()}. */
    public static String getdefaultencoding() {
        return "utf-8";
    }

    /** Returns {@code sys.getsizeof(x)}, which nothing should depend on. */
    public static long getsizeof(@Nullable Object x) {
        return 64;
    }
}
