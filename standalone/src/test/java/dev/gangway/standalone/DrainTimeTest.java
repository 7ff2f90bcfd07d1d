package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content that a handler leaves unread, from a client that takes its time to send it. */
@Timeout(30)
class DrainTimeTest {
    /** Answers without a look at the content. */
    public static final class Answering extends BaseHTTPRequestHandler {
        Answering() {
            protocolVersion("HTTP/1.1");
            drainTimeout(Duration.ofMillis(300));
        }

        public void do_POST() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 2);
            endHeaders();
            wfile().write(new byte[] {'o', 'k'});
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 50000      | x
            Transfer-Encoding: chunked | 1;
            """)
    void isWaitedForSoLongInAll(String framing, String begin) throws Exception {
        try (TestServer server = TestServer.threading(Answering::new).started();
                SocketClient client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n" + begin);
            assertTrue(client.readUntil("ok").endsWith("ok"));
            long start = System.nanoTime();
            int sent = 0;
            while (server.connectionCount() > 0 && sent < 500) {
                client.send("x"); // each byte in time, all of them not
                sent++;
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertTrue(sent < 500, "the connection is kept");
            assertTrue(System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    @ParameterizedTest(name = "after {0} ms")
    @CsvSource({"0", "100"})
    void mayComeLate(int millis) throws Exception {
        String request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n";
        try (TestServer server = TestServer.threading(Answering::new).started();
                SocketClient client = server.connect()) {
            client.send(request);
            client.readUntil("ok");
            TimeUnit.MILLISECONDS.sleep(millis); // the late client
            client.send("GET /" + request + "12345");
            assertTrue(client.readUntil("ok").startsWith("HTTP/1.1 200 "));
            client.halfClose();
            assertEquals(0, client.readToEnd().length);
        }
    }
}
