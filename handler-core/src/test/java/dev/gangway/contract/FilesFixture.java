package dev.gangway.contract;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the contracts about files share: a folder, handlers that serve it, and one request on a connection of its own.
 *
 * <p>The folder holds {@code digits.txt} with the ten digits, {@code dir/page.html}, and {@code index/index.html}.
 */
@Timeout(60)
abstract class FilesFixture extends HostContract {
    /** When every file that {@link #write} has written was modified; a date of HTTP leaves the half second out. */
    static final String MODIFIED = "Tue, 14 Nov 2023 22:13:20 GMT";

    private static final Instant MODIFIED_TO_THE_POINT = Instant.parse("2023-11-14T22:13:20.5Z");

    @TempDir
    Path folder = Path.of("");

    /** A file handler that speaks HTTP/1.1. */
    static class Files11 extends SimpleHTTPRequestHandler {
        @SuppressWarnings("this-escape") // The setter keeps the value.
        Files11(Path directory) {
            super(directory);
            protocolVersion("HTTP/1.1");
        }
    }

    @BeforeEach
    final void makeFiles() throws IOException {
        write("digits.txt", "0123456789");
        write("dir/page.html", "<p>");
        write("index/index.html", "home");
    }

    final Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED_TO_THE_POINT));
    }

    /** Returns a factory of handlers that speak HTTP/1.1 and serve the folder. */
    final HandlerFactory files11() {
        return files11(handler -> {});
    }

    /** Returns the same with something set. */
    final HandlerFactory files11(Consumer<SimpleHTTPRequestHandler> setting) {
        return () -> {
            Files11 handler = new Files11(folder);
            setting.accept(handler);
            return handler;
        };
    }

    /** Returns a factory of handlers as they come, for HTTP/1.0, that serve the folder. */
    final HandlerFactory files10() {
        return () -> new SimpleHTTPRequestHandler(folder);
    }

    /** Starts a host that serves the folder over HTTP/1.1, and asks it once. */
    final RawResponse ask(String method, String target, String... fields) throws Exception {
        return ask(start(files11()), method, target, fields);
    }

    /** Asks a host once; whatever it sends behind the response is a failure. */
    static RawResponse ask(RunningHost host, String method, String target, String... fields) throws Exception {
        return RawResponse.readOne(host.exchange(latin(request(method + " " + target, fields))), method);
    }
}
