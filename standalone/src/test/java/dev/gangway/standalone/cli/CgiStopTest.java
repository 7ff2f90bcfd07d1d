package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.EndlessScript;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends leaves no script behind, and does not wait for one that will not end. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CgiStopTest {
    @TempDir
    Path root = Path.of("");

    private EndlessScript script;

    @BeforeEach
    void makeScript() throws IOException {
        script = EndlessScript.in(root, "trap '' TERM", "while :; do sleep 1; done");
    }

    @Test
    void aSecondSignalEndsScriptsToo() throws Exception {
        try (Gangway gangway = Gangway.start(root, "0", "-b", "127.0.0.1", "--cgi")) {
            try (Socket client = script.ask(Gangway.port(gangway.out().readLine()))) {
                gangway.signal("INT");
                assertEquals("", gangway.out().readLine());
                assertEquals(
                        "Keyboard interrupt received, exiting.", gangway.out().readLine());
                long start = System.nanoTime();
                gangway.signal("TERM");
                assertEquals(128 + 15, gangway.awaitExit());
                assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5), "it did not end at once");
                assertTrue(client.isConnected());
            }
            script.awaitEnd();
        }
    }

    /** The server ends after ten seconds, although the script goes on and the pipe of its log is full. */
    @Test
    void aStopWaitsNeitherForAScriptThatWillNotEndNorForALogThatNobodyReads() throws Exception {
        try (Gangway gangway = Gangway.start(root, "0", "-b", "127.0.0.1", "--cgi")) {
            int port = Gangway.port(gangway.out().readLine());
            fillLog(port);
            try (Socket client = script.ask(port)) {
                long start = System.nanoTime();
                gangway.signal("TERM");
                assertEquals(0, gangway.awaitExit());
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                assertTrue(millis >= 10_000 && millis < 30_000, millis + " ms");
                assertTrue(client.isConnected());
            }
            script.awaitEnd();
        }
    }

    /** Has more logged than the pipe holds. */
    private static void fillLog(int port) throws IOException {
        byte[] request = ("HEAD /" + "x".repeat(10_000) + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 20; i++) {
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream().write(request);
                assertTrue(client.getInputStream().readAllBytes().length > 0);
            }
        }
    }
}
