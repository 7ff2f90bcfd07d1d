package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** The port of the recorded handler that answers in each of the ways found in old programs, by path. */
public class Idioms extends BaseHTTPRequestHandler {
    /** One way to answer. */
    private interface Answer {
        void send(Idioms handler) throws IOException;
    }

    private static final Map<String, Answer> ANSWERS = Map.ofEntries(
            Map.entry("/four-steps", Idioms::fourSteps),
            Map.entry("/length", Idioms::length),
            Map.entry("/no-read", Idioms::length),
            Map.entry("/reason", h -> h.empty(418, "Short and stout")),
            Map.entry("/empty-reason", h -> h.empty(200, "")),
            Map.entry("/latin-reason", h -> h.empty(200, "Tr\u00e8s bien", "X-Name", "caf\u00e9")),
            Map.entry("/odd-code", Idioms::oddCode),
            Map.entry("/redirect", Idioms::redirect),
            Map.entry("/cookies", Idioms::cookies),
            Map.entry("/raw-head", Idioms::rawHead),
            Map.entry("/raw-pieces", Idioms::rawPieces),
            Map.entry("/raw-after", Idioms::rawAfter),
            Map.entry("/chunks", Idioms::chunks),
            Map.entry("/multipart", Idioms::multipart),
            Map.entry("/events", Idioms::events),
            Map.entry("/response-only", Idioms::responseOnly),
            Map.entry("/response-only-message", Idioms::responseOnlyMessage),
            Map.entry("/interim", Idioms::interim),
            Map.entry("/flush-early", Idioms::flushEarly),
            Map.entry("/flush-nothing", Idioms::flushNothing),
            Map.entry("/204", Idioms::noContent),
            Map.entry("/304", Idioms::notModified),
            Map.entry("/close", h -> h.withConnection("close", "last")),
            Map.entry("/close-connection", Idioms::setClose),
            Map.entry("/keep-alive", h -> h.withConnection("keep-alive", "more")),
            Map.entry("/keep-connection", Idioms::setKeep),
            Map.entry("/lower-case-names", Idioms::lowerCaseNames),
            Map.entry("/nothing", h -> {}),
            Map.entry("/raises", Idioms::raises),
            Map.entry("/raises-late", Idioms::raisesLate),
            Map.entry("/auth", Idioms::auth),
            Map.entry("/upload", Idioms::upload),
            Map.entry("/lines", Idioms::lines),
            Map.entry("/error-after-head", Idioms::errorAfterHead),
            Map.entry("/error-twice", Idioms::errorTwice));

    public void do_GET() throws IOException {
        Answer answer = ANSWERS.get(path().split("\\?", 2)[0]);
        if (answer == null) {
            throw new IllegalArgumentException(path());
        }
        answer.send(this);
    }

    public void do_POST() throws IOException {
        do_GET();
    }

    public void do_HEAD() throws IOException {
        do_GET();
    }

    private void write(String text) throws IOException {
        wfile().write(text.getBytes(ISO_8859_1));
    }

    private void empty(int code, String message, String... field) throws IOException {
        sendResponse(code, message);
        if (field.length > 0) {
            sendHeader(field[0], field[1]);
        }
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void fourSteps() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        endHeaders();
        write("hi");
    }

    private void length() throws IOException {
        sendResponse(200);
        sendHeader("Content-Length", 7);
        endHeaders();
        write("counted");
    }

    private void oddCode() throws IOException {
        sendResponse(799);
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void redirect() throws IOException {
        sendResponse(302);
        sendHeader("Location", "/login");
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void cookies() throws IOException {
        sendResponse(200);
        sendHeader("Set-Cookie", "a=1; Path=/");
        sendHeader("Set-Cookie", "b=2; HttpOnly");
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void rawHead() throws IOException {
        write("HTTP/1.1 200 Connection Established\r\nX-Raw: yes\r\nContent-Length: 3\r\n\r\nraw");
    }

    private void rawPieces() throws IOException {
        write("HTTP/1.1 20");
        write("0 OK\r\nContent-");
        wfile().flush();
        write("Length: 6\r\n\r");
        write("\npieces");
    }

    private void rawAfter() throws IOException {
        sendResponse(200);
        flushHeaders();
        write("X-Raw: behind\r\nContent-Length: 2\r\n\r\nok");
    }

    private void chunks() throws IOException {
        sendResponse(200);
        sendHeader("Transfer-Encoding", "chunked");
        endHeaders();
        for (String piece : new String[] {"first ", "second"}) {
            write(Integer.toHexString(piece.length()).toUpperCase(java.util.Locale.ROOT) + "\r\n" + piece + "\r\n");
        }
        write("0\r\n\r\n");
    }

    private void multipart() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        endHeaders();
        for (String part : new String[] {"one", "two"}) {
            write("--frame\r\n");
            sendHeader("Content-Type", "text/plain");
            sendHeader("Content-Length", part.length());
            endHeaders();
            write(part + "\r\n");
        }
    }

    private void events() throws IOException {
        sendResponse(200);
        sendHeader("Content-Type", "text/event-stream");
        endHeaders();
        for (int number = 0; number < 3; number++) {
            write("data: " + number + "\n\n");
            wfile().flush();
        }
    }

    private void responseOnly() throws IOException {
        sendResponseOnly(200);
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void responseOnlyMessage() throws IOException {
        sendResponseOnly(202, "Later");
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void interim() throws IOException {
        sendResponseOnly(103);
        sendHeader("Link", "</style.css>; rel=preload");
        endHeaders();
        length();
    }

    private void flushEarly() throws IOException {
        sendResponse(200);
        flushHeaders();
        sendHeader("Content-Length", "5");
        endHeaders();
        write("early");
    }

    private void flushNothing() throws IOException {
        flushHeaders();
        length();
    }

    private void noContent() throws IOException {
        sendResponse(204);
        endHeaders();
    }

    private void notModified() throws IOException {
        sendResponse(304);
        sendHeader("ETag", "\"x\"");
        endHeaders();
    }

    private void withConnection(String connection, String body) throws IOException {
        sendResponse(200);
        sendHeader("Connection", connection);
        sendHeader("Content-Length", body.length());
        endHeaders();
        write(body);
    }

    private void setClose() throws IOException {
        closeConnection(true);
        length();
    }

    private void setKeep() throws IOException {
        closeConnection(false);
        length();
    }

    private void lowerCaseNames() throws IOException {
        sendResponse(200);
        sendHeader("content-length", "2");
        sendHeader("x-mixed-CASE", "a b  c");
        sendHeader("X-Empty", "");
        endHeaders();
        write("ok");
    }

    private void raises() {
        throw new IllegalStateException("on purpose");
    }

    private void raisesLate() throws IOException {
        sendResponse(200);
        sendHeader("Content-Length", "10");
        endHeaders();
        write("half");
        throw new IllegalStateException("on purpose");
    }

    private void auth() throws IOException {
        if ("Basic dTpw".equals(headers().get("Authorization"))) {
            length();
            return;
        }
        sendResponse(401);
        sendHeader("WWW-Authenticate", "Basic realm=\"x\"");
        sendHeader("Content-Length", "0");
        endHeaders();
    }

    private void upload() throws IOException {
        String length = headers().get("Content-Length");
        if (length == null) {
            throw new IllegalArgumentException("no Content-Length");
        }
        byte[] data = rfile().readNBytes(Integer.parseInt(length));
        sendResponse(201);
        sendHeader("Content-Length", data.length);
        endHeaders();
        write(new StringBuilder(new String(data, ISO_8859_1)).reverse().toString());
    }

    private void lines() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(rfile().readline());
        data.write('|');
        data.writeBytes(rfile().readline(3));
        data.write('|');
        data.writeBytes(rfile().readline());
        sendResponse(200);
        sendHeader("Content-Length", data.size());
        endHeaders();
        data.writeTo(wfile());
    }

    private void errorAfterHead() throws IOException {
        sendResponse(200);
        sendHeader("Content-Length", "0");
        sendError(500, "Changed my mind");
    }

    private void errorTwice() throws IOException {
        sendError(404);
        sendError(500);
    }
}
