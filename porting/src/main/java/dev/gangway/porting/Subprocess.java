package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Python's module {@code subprocess}. */
public final class Subprocess {
    /** {@code subprocess.PIPE}. */
    public static final long PIPE = -1;
    /** {@code subprocess.STDOUT}. */
    public static final long STDOUT = -2;
    /** {@code subprocess.DEVNULL}. */
    public static final long DEVNULL = -3;

    private Subprocess() {}

    static long await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    static List<String> words(@Nullable Object args, Keywords keywords) {
        if (keywords.truth("shell")) {
            return List.of("/bin/sh", "-c", args instanceof List<?> list ? Python.str(list.get(0)) : Python.str(args));
        }
        if (args instanceof String word) {
            return List.of(word);
        }
        List<String> words = new ArrayList<>();
        Python.list(args).forEach(each -> words.add(Python.str(each)));
        return words;
    }

    /** Returns {@code subprocess.run(args)}. */
    public static CompletedProcess run(@Nullable Object args) throws IOException {
        return run(args, Keywords.NONE);
    }

    /** Returns {@code subprocess.run(args, …)}. */
    public static CompletedProcess run(@Nullable Object args, Keywords keywords) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words(args, keywords));
        if (keywords.get("cwd") != null) {
            builder.directory(new java.io.File(Python.str(keywords.get("cwd"))));
        }
        if (keywords.get("env") instanceof java.util.Map<?, ?> env) {
            builder.environment().clear();
            env.forEach((key, value) -> builder.environment().put(Python.str(key), Python.str(value)));
        }
        boolean capture = keywords.truth("capture_output");
        boolean out = capture || keywords.get("stdout") instanceof Long kind && kind == PIPE;
        boolean err = capture || keywords.get("stderr") instanceof Long kind && kind == PIPE;
        boolean merged = keywords.get("stderr") instanceof Long kind && kind == STDOUT;
        builder.redirectErrorStream(merged);
        builder.redirectOutput(
                out
                        ? ProcessBuilder.Redirect.PIPE
                        : keywords.get("stdout") instanceof Long
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.INHERIT);
        if (!merged) {
            builder.redirectError(
                    err
                            ? ProcessBuilder.Redirect.PIPE
                            : keywords.get("stderr") instanceof Long
                                    ? ProcessBuilder.Redirect.DISCARD
                                    : ProcessBuilder.Redirect.INHERIT);
        }
        boolean text = keywords.truth("text") || keywords.truth("universal_newlines") || keywords.has("encoding");
        Process process = start(builder);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Thread reader = new Thread(() -> copy(process, errors), "gangway-stderr");
        reader.setDaemon(true);
        reader.start();
        try (OutputStream in = process.getOutputStream()) {
            Object input = keywords.get("input");
            if (input != null) {
                in.write(input instanceof String given ? Str.encode(given) : Bytes.of(input));
            }
        }
        if (keywords.get("timeout") != null) {
            limit(process, Ported.asDouble(keywords.get("timeout")), args);
        }
        byte[] output = process.getInputStream().readAllBytes();
        long status = await(process);
        join(reader);
        if (keywords.truth("check") && status != 0) {
            throw new CalledProcessError(
                    "Command " + Python.repr(args) + " returned non-zero exit status " + status + ".");
        }
        return new CompletedProcess(
                status, out ? value(output, text) : null, err ? value(errors.toByteArray(), text) : null);
    }

    private static void limit(Process process, double seconds, @Nullable Object args) throws IOException {
        try {
            if (!process.waitFor((long) (1000 * seconds), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new TimeoutExpired(
                        "Command " + Python.repr(args) + " timed out after " + Repr.number(seconds) + " seconds");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new java.io.FileNotFoundException("[Errno 2] No such file or directory: "
                    + Python.repr(builder.command().get(0)));
        }
    }

    private static void join(Thread reader) throws IOException {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    private static void copy(Process process, OutputStream to) {
        try {
            process.getErrorStream().transferTo(to);
        } catch (IOException e) {
            // the program has ended
        }
    }

    private static Object value(byte[] bytes, boolean text) {
        return text ? Bytes.decode(bytes).replace("\r\n", "\n") : bytes;
    }

    /** Returns {@code subprocess.check_output(args)}. */
    public static @Nullable Object checkOutput(@Nullable Object args) throws IOException {
        return checkOutput(args, Keywords.NONE);
    }

    /** Returns {@code subprocess.check_output(args, …)}. */
    public static @Nullable Object checkOutput(@Nullable Object args, Keywords keywords) throws IOException {
        List<@Nullable Object> pairs = new ArrayList<>(List.of("stdout", PIPE, "check", true));
        keywords.asMap().forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return run(args, Keywords.of(pairs.toArray())).stdout();
    }

    /** Returns {@code subprocess.call(args)}. */
    public static long call(@Nullable Object args) throws IOException {
        return run(args).returncode();
    }

    /** Returns {@code subprocess.call(args, …)}. */
    public static long call(@Nullable Object args, Keywords keywords) throws IOException {
        return run(args, keywords).returncode();
    }
}
