package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A CGI script that prints nothing and does not end by itself, and neither does the process that it starts. */
public final class EndlessScript {
    /** The files that the script writes the numbers of the two processes to, its own last. */
    private static final List<String> PID_FILES = List.of("child", "pid");

    private static final long DEADLINE_SECONDS = 20;

    private final Path root;

    private EndlessScript(Path root) {
        this.root = root;
    }

    /**
     * Writes the script.
     *
     * @param root the directory to be served
     * @param begin what it does first, in the language of {@code /bin/sh}
     * @param wait how it waits once its child runs
     */
    public static EndlessScript in(Path root, String begin, String wait) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh here");
        // Scripts may run as another user, who writes here too.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path file = Files.createDirectories(root.resolve("cgi-bin")).resolve("x.sh");
        String lines = String.join(
                "\n",
                "#!/bin/sh",
                begin,
                "sleep 1000 &",
                "echo $! > " + root.resolve("child"),
                "echo $$ > " + root.resolve("pid"),
                wait);
        Files.writeString(file, lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new EndlessScript(root);
    }

    /** Sends a request to a server on this machine, and waits until the script runs. */
    public Socket ask(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.getOutputStream().write("GET /cgi-bin/x.sh HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        for (String file : PID_FILES) {
            pid(file);
        }
        return client;
    }

    /** Waits until both processes have ended; fails if they do not in time. */
    public void awaitEnd() throws IOException {
        for (String file : PID_FILES) {
            ProcessHandle.of(pid(file))
                    .ifPresent(process -> process.onExit()
                            .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                            .join());
        }
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
            LockSupport.parkNanos(1_000_000);
        }
    }
}
