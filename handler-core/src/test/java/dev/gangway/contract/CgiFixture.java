package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts about scripts share: a folder with {@code cgi-bin}, and handlers for it in both modes. */
@Tag("cgi")
abstract class CgiFixture extends HostContract {
    /** A comment in every script, which no client may see. */
    static final String SOURCE = "never-show-this";

    /** Begins a response in plain text. */
    static final String PLAIN = "printf 'Content-Type: text/plain\\r\\n\\r\\n'\n";

    private static final long DEADLINE_SECONDS = 20;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    final void makeFolders() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.createDirectories(root.resolve("cgi-bin/sub"));
        Files.createDirectories(root.resolve("public"));
        // Scripts may run as another user, who writes here too.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(root.resolve("page.txt"), "page");
    }

    /** Writes a script into {@code cgi-bin}, for {@code /bin/sh}. */
    final Path script(String name, String body) throws IOException {
        Path file = root.resolve("cgi-bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n# " + SOURCE + "\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    final HandlerFactory documented() {
        return () -> new CGIHTTPRequestHandler(root);
    }

    final HandlerFactory rfc3875() {
        return rfc3875(handler -> {});
    }

    final HandlerFactory rfc3875(Consumer<CGIHTTPRequestHandler> setting) {
        return () -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(root);
            handler.protocolVersion("HTTP/1.1");
            handler.cgiMode("rfc3875");
            setting.accept(handler);
            return handler;
        };
    }

    static RawResponse ask(RunningHost host, String method, String path, String... fields) throws Exception {
        try (HostClient client = host.connect()) {
            client.send(request(method + " " + path, fields));
            return client.readResponse(method);
        }
    }

    static String text(RawResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Waits until a script has written a file. */
    static void awaitFile(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!Files.exists(file)) {
            assertTrue(System.nanoTime() < deadline, "the script has not begun");
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Waits for the process whose number a script has written to a file, and then for its end. */
    static void awaitEnd(Path pidFile) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        String pid = "";
        while (!pid.endsWith("\n")) {
            assertTrue(System.nanoTime() < deadline, "the script has not begun");
            pid = Files.exists(pidFile) ? Files.readString(pidFile) : "";
            LockSupport.parkNanos(LOOK_NANOS);
        }
        // onExit() looks three times a second only, where the process is not a child of this one.
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid.strip()));
        while (process.isPresent() && process.get().isAlive()) {
            assertTrue(System.nanoTime() < deadline, "the script has not ended");
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
