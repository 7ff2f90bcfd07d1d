package dev.gangway.testing;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.FieldLine;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a response as a client does (RFC 9112 §4 to §7), and keeps its bytes. */
final class ResponseReader {
    private static final Pattern STATUS_LINE = Pattern.compile("(HTTP/\\d+\\.\\d+) ([1-9]\\d{2})(?: (.*))?");

    private static final int MAX_HEAD_BYTES = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private ResponseReader(InputStream in) {
        this.in = in;
    }

    /** The content of a response: as it came, without transfer coding, and whether it ended too soon. */
    static final class Content {
        private final byte[] received;
        private final byte[] decoded;
        private final boolean truncated;

        Content(byte[] received, byte[] decoded, boolean truncated) {
            this.received = received;
            this.decoded = decoded;
            this.truncated = truncated;
        }

        byte[] received() {
            return received;
        }

        byte[] decoded() {
            return decoded;
        }

        boolean truncated() {
            return truncated;
        }
    }

    static TestResponse read(InputStream in, String method, TestExchange exchange) throws IOException {
        ResponseReader reader = new ResponseReader(in);
        ResponseHead head = reader.head();
        byte[] headBytes = reader.received.toByteArray();
        reader.received.reset();
        return new TestResponse(head, headBytes, reader.content(head, method), exchange);
    }

    private ResponseHead head() throws IOException {
        String statusLine = line();
        Matcher status = STATUS_LINE.matcher(statusLine);
        if (!status.matches()) {
            throw new IOException("not a status line: " + statusLine);
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Map.Entry<String, String> field = FieldLine.parse(line);
            if (field == null) {
                throw new IOException("not a header line: " + line);
            }
            fields.add(field);
        }
        String reason = status.group(3);
        return new ResponseHead(
                status.group(1), Integer.parseInt(status.group(2)), reason == null ? "" : reason, List.copyOf(fields));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = next(); b != '\n'; b = next()) {
            if (b < 0) {
                throw new EOFException("the connection ended in the head, after: " + line);
            }
            line.append((char) b);
            if (received.size() > MAX_HEAD_BYTES) {
                throw new IOException("the head has more than " + MAX_HEAD_BYTES + " bytes");
            }
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    private int next() throws IOException {
        int b = in.read();
        if (b >= 0) {
            received.write(b);
        }
        return b;
    }

    private Content content(ResponseHead head, String method) throws IOException {
        int status = head.status();
        boolean tunnel = status == 101 || (method.equals("CONNECT") && status / 100 == 2);
        if (tunnel) {
            return asReceived(in.readAllBytes(), false);
        }
        if (status < 200 || status == 204 || status == 304 || method.equals("HEAD")) {
            return asReceived(new byte[0], false);
        }
        String coding = value(head, "Transfer-Encoding");
        if (coding.equalsIgnoreCase("chunked")) {
            return chunks();
        }
        String length = value(head, "Content-Length");
        if (coding.isEmpty() && length.matches("\\d{1,9}")) {
            int wanted = Integer.parseInt(length);
            byte[] bytes = in.readNBytes(wanted);
            return asReceived(bytes, bytes.length < wanted);
        }
        return asReceived(in.readAllBytes(), false);
    }

    private Content chunks() throws IOException {
        ChunkedFraming framing = new ChunkedFraming();
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            while (!framing.isComplete()) {
                int count = in.read(buffer, 0, (int) Math.max(1, Math.min(framing.dataRemaining(), buffer.length)));
                if (count < 0) {
                    return new Content(received.toByteArray(), decoded.toByteArray(), true);
                }
                received.write(buffer, 0, count);
                if (framing.dataRemaining() > 0) {
                    decoded.write(buffer, 0, count);
                    framing.dataTaken(count);
                } else {
                    framing.accept(buffer[0] & 0xff);
                }
            }
        } catch (MessageSyntaxException e) {
            throw new IOException("malformed chunks: " + e.explain(), e);
        }
        return new Content(received.toByteArray(), decoded.toByteArray(), false);
    }

    private static Content asReceived(byte[] bytes, boolean truncated) {
        return new Content(bytes, bytes, truncated);
    }

    private static String value(ResponseHead head, String name) {
        return head.fields().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
