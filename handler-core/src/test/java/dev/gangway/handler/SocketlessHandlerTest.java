package dev.gangway.handler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A handler driven by hand on two streams, as http.server's own tests do it. */
class SocketlessHandlerTest {
    public static class Hello extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Type", "text/html");
            endHeaders();
            wfile().write("<html>Data</html>\r\n".getBytes(ISO_8859_1));
        }
    }

    @Test
    void answersOneRequest() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Hello handler = new Hello();
        handler.rfile(bytes("GET / HTTP/1.0\r\n\r\n"));
        handler.wfile(sent);
        handler.handleOneRequest();
        assertTrue(sent.toString(ISO_8859_1).startsWith("HTTP/1.0 200 OK\r\nServer: "), sent.toString(ISO_8859_1));
        assertTrue(sent.toString(ISO_8859_1).endsWith("\r\n\r\n<html>Data</html>\r\n"));
        assertEquals("GET", handler.command());
        assertTrue(handler.closeConnection());
    }

    @Test
    void takesItsStreamsInEitherOrder() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Hello handler = new Hello();
        handler.wfile(sent);
        handler.rfile(bytes("GET / HTTP/1.0\r\n\r\n"));
        handler.handleOneRequest();
        assertFalse(sent.toString(ISO_8859_1).isEmpty());
    }

    @Test
    void saysThatItIsNotRunning() {
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> new Hello().rfile());
        assertTrue(error.getMessage().contains("run(HandlerConnection)"), error.getMessage());
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
