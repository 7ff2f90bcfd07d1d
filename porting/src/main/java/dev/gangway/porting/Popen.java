package dev.gangway.porting;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Python's {@code subprocess.Popen}: a program that runs beside the handler. */
public final class Popen implements AutoCloseable {
    private final Process process;
    private final @Nullable Object args;
    private final boolean text;
    private final boolean out;
    private final boolean err;
    private final boolean in;
    private @Nullable Object stdout;

    /** Starts a program. */
    public Popen(@Nullable Object args) throws IOException {
        this(args, Keywords.NONE);
    }

    /**
     * Starts a program.
     *
     * @param keywords {@code stdin}, {@code stdout}, {@code stderr}, {@code shell}, {@code cwd}, {@code env}, {@code text} and its other names
     */
    public Popen(@Nullable Object args, Keywords keywords) throws IOException {
        this.args = args;
        ProcessBuilder builder = new ProcessBuilder(Subprocess.words(args, keywords));
        if (keywords.get("cwd") != null) {
            builder.directory(new File(Python.str(keywords.get("cwd"))));
        }
        if (keywords.get("env") instanceof Map<?, ?> env) {
            builder.environment().clear();
            env.forEach((key, value) -> builder.environment().put(Python.str(key), Python.str(value)));
        }
        text = keywords.truth("text") || keywords.truth("universal_newlines") || keywords.has("encoding");
        in = is(keywords.get("stdin"), Subprocess.PIPE);
        out = is(keywords.get("stdout"), Subprocess.PIPE);
        err = is(keywords.get("stderr"), Subprocess.PIPE);
        boolean merged = is(keywords.get("stderr"), Subprocess.STDOUT);
        builder.redirectErrorStream(merged);
        Object input = keywords.get("stdin");
        builder.redirectInput(
                input == null
                        ? ProcessBuilder.Redirect.INHERIT
                        : is(input, Subprocess.DEVNULL)
                                ? ProcessBuilder.Redirect.from(new File("/dev/null"))
                                : ProcessBuilder.Redirect.PIPE);
        builder.redirectOutput(redirect(keywords.get("stdout")));
        if (!merged) {
            builder.redirectError(redirect(keywords.get("stderr")));
        }
        process = Subprocess.start(builder);
        if (input instanceof InputStream || input instanceof PythonFile) {
            InputStream from = input instanceof PythonFile file ? file.input() : (InputStream) input;
            pump(from, process.getOutputStream());
        }
        if (keywords.get("stdout") instanceof PythonFile file) {
            pump(process.getInputStream(), file.output());
        }
        if (keywords.get("stderr") instanceof PythonFile file) {
            pump(process.getErrorStream(), file.output());
        }
    }

    private static boolean is(@Nullable Object x, long kind) {
        return x instanceof Long number && number == kind;
    }

    private static ProcessBuilder.Redirect redirect(@Nullable Object kind) {
        return kind == null
                ? ProcessBuilder.Redirect.INHERIT
                : is(kind, Subprocess.DEVNULL) ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE;
    }

    private static Thread pump(InputStream from, OutputStream to) {
        Thread thread = new Thread(
                () -> {
                    try (to) {
                        from.transferTo(to);
                    } catch (IOException e) {
                        // one of the two has ended
                    }
                },
                "gangway-popen");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns {@code process.pid}. */
    public long pid() {
        return process.pid();
    }

    /** Returns {@code process.args}. */
    public @Nullable Object args() {
        return args;
    }

    /** Returns {@code process.returncode}: null while the program runs; below 0 if a signal has ended it. */
    public @Nullable Object returncode() {
        return process.isAlive() ? null : (Object) status(process.exitValue());
    }

    private static long status(int exit) {
        return exit > 128 && exit < 160 ? 128 - exit : exit;
    }

    /** Returns {@code process.poll()}. */
    public @Nullable Object poll() {
        return returncode();
    }

    /** Returns {@code process.wait()}: the exit status. */
    public long await() throws IOException {
        return status((int) Subprocess.await(process));
    }

    /** Returns {@code process.wait(timeout=seconds)}: the exit status. */
    public long await(Keywords keywords) throws IOException {
        limit(keywords.get("timeout"));
        return await();
    }

    private void limit(@Nullable Object seconds) throws IOException {
        if (seconds == null) {
            return;
        }
        try {
            if (!process.waitFor((long) (1000 * Ported.asDouble(seconds)), TimeUnit.MILLISECONDS)) {
                throw new TimeoutExpired(
                        "Command " + Python.repr(args) + " timed out after " + Python.str(seconds) + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }

    /** Returns {@code process.stdin}, or null without {@code stdin=PIPE}. */
    public @Nullable OutputStream stdin() {
        return in ? process.getOutputStream() : null;
    }

    /** Returns {@code process.stdout}, or null without {@code stdout=PIPE}. Text is all read when it is first asked for. */
    public @Nullable Object stdout() throws IOException {
        if (out && stdout == null) {
            stdout = text ? new StringIO(decoded(process.getInputStream().readAllBytes())) : process.getInputStream();
        }
        return stdout;
    }

    /** Returns {@code process.stderr}, or null without {@code stderr=PIPE}. */
    public @Nullable InputStream stderr() {
        return err ? process.getErrorStream() : null;
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Returns {@code process.communicate()}. */
    public Tuple communicate() throws IOException {
        return communicate(null, Keywords.NONE);
    }

    /** Returns {@code process.communicate(input)}: what the program wrote to its output and its errors, once it has ended. */
    public Tuple communicate(@Nullable Object input) throws IOException {
        return communicate(input, Keywords.NONE);
    }

    /** Returns {@code process.communicate(input=…, timeout=…)}. */
    public Tuple communicate(Keywords keywords) throws IOException {
        return communicate(keywords.get("input"), keywords);
    }

    /** Returns {@code process.communicate(input, timeout=…)}. */
    public Tuple communicate(@Nullable Object input, Keywords keywords) throws IOException {
        java.io.ByteArrayOutputStream output = new java.io.ByteArrayOutputStream();
        java.io.ByteArrayOutputStream errors = new java.io.ByteArrayOutputStream();
        List<Thread> pumps = new ArrayList<>();
        if (out && stdout == null) {
            pumps.add(pump(process.getInputStream(), output));
        }
        if (err) {
            pumps.add(pump(process.getErrorStream(), errors));
        }
        if (in) {
            byte[] bytes =
                    input == null ? new byte[0] : input instanceof String given ? Str.encode(given) : Bytes.of(input);
            pump(new java.io.ByteArrayInputStream(bytes), process.getOutputStream());
        }
        limit(keywords.get("timeout"));
        await();
        for (Thread each : pumps) {
            try {
                each.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the server stops");
            }
        }
        return Tuple.of(out ? value(output.toByteArray()) : null, err ? value(errors.toByteArray()) : null);
    }

    private Object value(byte[] bytes) {
        return text ? decoded(bytes) : bytes;
    }

    /** Does {@code process.kill()}. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Does {@code process.terminate()}. */
    public void terminate() {
        process.destroy();
    }

    /** Closes the streams and waits for the end, as the end of {@code with} does. */
    @Override
    public void close() throws IOException {
        if (in) {
            process.getOutputStream().close();
        }
        await();
    }
}
