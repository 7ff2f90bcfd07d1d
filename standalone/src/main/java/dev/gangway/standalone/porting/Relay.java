package dev.gangway.standalone.porting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes a response on piece by piece as it comes, and records it. */
final class Relay {
    private static final int BUFFER_BYTES = 8192;
    private static final int MAX_HEAD_BYTES = 1 << 20;

    private final InputStream in;
    private final OutputStream client;
    private final Recording.Exchange exchange;

    Relay(InputStream in, OutputStream client, Recording.Exchange exchange) {
        this.in = in;
        this.client = client;
        this.exchange = exchange;
    }

    /** The client took no more. */
    static final class ClientLeftException extends IOException {
        private static final long serialVersionUID = 1L;

        ClientLeftException(IOException cause) {
            super(cause);
        }
    }

    /** Passes the head of the final response on: an interim 100 has been sent to the client already. */
    ResponseEnd passHead(String method) throws IOException {
        byte[] head = head();
        ResponseEnd end = new ResponseEnd(new String(head, StandardCharsets.ISO_8859_1), method);
        while (end.isInterim()) {
            head = head();
            end = new ResponseEnd(new String(head, StandardCharsets.ISO_8859_1), method);
        }
        pass(head, head.length);
        return end;
    }

    void passBody(ResponseEnd end) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (!end.isReached()) {
            int count = in.read(buffer);
            if (count < 0) {
                return;
            }
            pass(buffer, end.take(buffer, count));
        }
    }

    /** Passes on the next bytes, and waits for them if none are there; false at the end of the connection. */
    boolean passSome() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = in.read(buffer);
        if (count > 0) {
            pass(buffer, count);
        }
        return count >= 0;
    }

    /** Reads up to the empty line, or as far as something comes. */
    private byte[] head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            if (b == '\n' && lineLength == 0) {
                break;
            }
            lineLength = b == '\n' ? 0 : b == '\r' ? lineLength : lineLength + 1;
            if (head.size() == MAX_HEAD_BYTES) {
                break;
            }
        }
        return head.toByteArray();
    }

    private void pass(byte[] bytes, int count) throws IOException {
        exchange.add(bytes, count);
        try {
            client.write(bytes, 0, count);
            client.flush();
        } catch (IOException e) {
            throw new ClientLeftException(e);
        }
    }
}
