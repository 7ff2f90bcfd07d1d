package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script that computes and prints nothing ends when nobody waits for it any more. */
class SilentScriptTest {
    private static final long DEADLINE_SECONDS = 20;

    @TempDir
    Path root = Path.of("");

    private HTTPServer server;

    @BeforeEach
    void start() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        Files.createDirectories(root.resolve("cgi-bin"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path script = root.resolve("cgi-bin/x.sh");
        Files.writeString(
                script, "#!/bin/sh\nsleep 1000 &\necho $! > " + root + "/child\necho $$ > " + root + "/pid\nwait\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        server = new ThreadingHTTPServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> new CGIHTTPRequestHandler(root));
        Thread thread = new Thread(server::serveForever, "server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void endsWhenTheClientResetsTheConnection() throws Exception {
        try (Socket client = ask()) {
            client.setSoLinger(true, 0);
        }
        assertEnded();
    }

    @Test
    void endsWhenTheClientHasClosedTheConnection() throws Exception {
        ask().close();
        assertEnded();
    }

    @Test
    void endsWhenTheServerCloses() throws Exception {
        try (Socket client = ask()) {
            server.gracePeriod(Duration.ofMillis(100));
            server.close();
            assertEnded();
            assertTrue(client.isConnected());
        }
    }

    /** Sends a request and waits until the script runs. */
    private Socket ask() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.serverPort());
        client.getOutputStream().write("GET /cgi-bin/x.sh HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        pid("pid");
        return client;
    }

    private long pid(String file) throws IOException {
        Path path = root.resolve(file);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            String text = Files.exists(path) ? Files.readString(path) : "";
            if (text.endsWith("\n")) {
                return Long.parseLong(text.strip());
            }
            assertTrue(System.nanoTime() < deadline, "the script has not begun");
            Thread.onSpinWait();
        }
    }

    private void assertEnded() throws IOException {
        for (String file : new String[] {"pid", "child"}) {
            ProcessHandle.of(pid(file))
                    .ifPresent(process -> process.onExit()
                            .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                            .join());
        }
    }
}
