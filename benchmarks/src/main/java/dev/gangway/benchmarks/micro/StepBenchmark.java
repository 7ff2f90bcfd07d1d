package dev.gangway.benchmarks.micro;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.files.MediaTypes;
import dev.gangway.handler.files.PathTranslator;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.HttpDate;
import dev.gangway.http.syntax.PercentCoding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single steps of a request. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StepBenchmark {
    private final Path directory = Path.of("/srv/www");
    private final HTTPMessage headers = new HTTPMessage();
    private final Nothing handler = new Nothing();

    /** Fills in a browser's header fields. */
    @Setup
    public void fields() {
        for (String name : List.of(
                "Host",
                "User-Agent",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Referer",
                "Connection",
                "Priority",
                "Cookie")) {
            headers.add(name, "some value of " + name);
        }
    }

    /** @return a field that is there */
    @Benchmark
    public @Nullable Object headerFound() {
        return headers.get("cookie");
    }

    /** @return a field that is not there */
    @Benchmark
    public Object headerMissing() {
        return headers.contains("If-Modified-Since");
    }

    /** @return a name with two escapes, decoded */
    @Benchmark
    public @Nullable Object percentDecode() {
        return PercentCoding.decode("/some%20path/to%20a/file.html");
    }

    /** @return a path of plain characters */
    @Benchmark
    public Object translatePlain() {
        return PathTranslator.translate(directory, "/some/path/to/a/file.html");
    }

    /** @return a path with escapes and dots */
    @Benchmark
    public Object translateEncoded() {
        return PathTranslator.translate(directory, "/some/./path/../to%20a/file.html?query");
    }

    /** @return the time of the moment */
    @Benchmark
    public Object date() {
        return HttpDate.format(Instant.now());
    }

    /** @return a media type */
    @Benchmark
    public Object mediaType() {
        return MediaTypes.guess("some/file.html", Map.of(), "application/octet-stream");
    }

    /**
     * Calls a method by its name.
     *
     * @return whether it was there
     * @throws IOException never
     */
    @Benchmark
    public boolean dispatch() throws IOException {
        return handler.dispatch("GET");
    }

    /** Does nothing. */
    public static final class Nothing extends BaseHTTPRequestHandler {
        /** Does nothing. */
        public void do_GET() {
            // Only the way here counts.
        }
    }
}
