package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gangway.examples.wsgiref.Application;
import dev.gangway.examples.wsgiref.StartResponse;
import dev.gangway.examples.wsgiref.WSGIRequestHandler;
import dev.gangway.host.RequestInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ten applications as WSGI has them, one below each path. */
public class WsgiApps extends WSGIRequestHandler {
    private static final List<Map.Entry<String, String>> TEXT = List.of(Map.entry("Content-Type", "text/plain"));

    private static final Map<String, Application> BY_PATH = Map.of(
            "/hello", WsgiApps::hello,
            "/environ", WsgiApps::environ,
            "/parts", WsgiApps::parts,
            "/write", WsgiApps::write,
            "/input", WsgiApps::input,
            "/redirect", WsgiApps::redirect,
            "/nothing", WsgiApps::nothing,
            "/broken", WsgiApps::broken,
            "/rescued", WsgiApps::rescued,
            "/errors", WsgiApps::errors);

    public WsgiApps() {
        super(WsgiApps::route);
    }

    /** Logs lines; of an exception, the message alone. */
    @Override
    public Consumer<String> getStderr() {
        return line -> logError("%s", line.substring(line.lastIndexOf(": ") < 0 ? 0 : line.lastIndexOf(": ") + 2));
    }

    private static Iterable<byte[]> route(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        Application application = BY_PATH.get(String.valueOf(environ.get("PATH_INFO")));
        if (application == null) {
            startResponse.start("404 Not Here", TEXT);
            return List.of(bytes("no application\n"));
        }
        return application.call(environ, startResponse);
    }

    private static Iterable<byte[]> hello(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start("200 OK", TEXT);
        return List.of(bytes("hello\n"));
    }

    private static Iterable<byte[]> environ(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, @Nullable Object> entry : new TreeMap<>(environ).entrySet()) {
            if (entry.getKey().startsWith("HTTP_")
                    || entry.getKey()
                            .matches("REQUEST_METHOD|QUERY_STRING|CONTENT_.*|SCRIPT_NAME|PATH_INFO|wsgi.url_scheme")) {
                lines.append(entry.getKey())
                        .append('=')
                        .append(entry.getValue())
                        .append('\n');
            }
        }
        startResponse.start("200 OK", TEXT);
        return List.of(lines.toString().getBytes(ISO_8859_1));
    }

    /** Parts without a length: the connection's end is the body's. */
    private static Iterable<byte[]> parts(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start("200 OK", TEXT);
        return List.of(bytes("one\n"), bytes("two\n"), bytes("three\n"));
    }

    private static Iterable<byte[]> write(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        StartResponse.Write write = startResponse.start("200 OK", TEXT);
        write.write(bytes("written, "));
        return List.of(bytes("returned\n"));
    }

    private static Iterable<byte[]> input(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        RequestInputStream in = (RequestInputStream) java.util.Objects.requireNonNull(environ.get("wsgi.input"));
        int length = Integer.parseInt(String.valueOf(environ.get("CONTENT_LENGTH")));
        byte[] first = in.readline(length);
        byte[] rest = in.readNBytes(length - first.length);
        startResponse.start("201 Created", List.of(Map.entry("X-First", Integer.toString(first.length))));
        return List.of(rest);
    }

    private static Iterable<byte[]> redirect(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start(
                "302 Found",
                List.of(
                        Map.entry("Location", "http://example.org/"),
                        Map.entry("Set-Cookie", "a=1"),
                        Map.entry("Set-Cookie", "b=2"),
                        Map.entry("Content-Length", "0")));
        return List.of();
    }

    private static Iterable<byte[]> nothing(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start("200 OK", TEXT);
        return List.of();
    }

    private static Iterable<byte[]> broken(Map<String, @Nullable Object> environ, StartResponse startResponse) {
        throw new IllegalStateException("broken");
    }

    /** Fails while the head can still be replaced. */
    private static Iterable<byte[]> rescued(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start("200 OK", TEXT);
        try {
            throw new IOException("no data");
        } catch (IOException e) {
            startResponse.start("503 No Data", TEXT, e);
            return List.of(bytes("later\n"));
        }
    }

    /** An iterable that is closed, and writes to the log when it is. */
    private static Iterable<byte[]> errors(Map<String, @Nullable Object> environ, StartResponse startResponse)
            throws Exception {
        startResponse.start("200 OK", TEXT);
        @SuppressWarnings("unchecked")
        Consumer<String> log = (Consumer<String>) java.util.Objects.requireNonNull(environ.get("wsgi.errors"));
        return new Closing(log);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private record Closing(Consumer<String> log) implements Iterable<byte[]>, AutoCloseable {
        @Override
        public Iterator<byte[]> iterator() {
            return new ArrayList<>(List.of(bytes("open\n"))).iterator();
        }

        @Override
        public void close() {
            log.accept("closed");
        }
    }
}
