package dev.gangway.files.upload;

import dev.gangway.http.HTTPMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/form-data} part by part (RFC 7578, RFC 2046 §5.1), in a bounded buffer whatever is sent.
 *
 * <pre>{@code
 * MultipartReader reader = new MultipartReader(rfile(), headers().getBoundary());
 * for (var part = reader.next(); part != null; part = reader.next()) {
 *     part.content().transferTo(...);
 * }
 * }</pre>
 */
public final class MultipartReader {
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final int MAX_HEAD_BYTES = 16 * 1024;
    private static final int MAX_PARTS = 1000;
    private static final int MAX_BOUNDARY_CHARACTERS = 200;

    /**
     * A part of a form.
     *
     * @param headers its fields, read as UTF-8
     * @param content its content, to be read before the next part is asked for; unread bytes are left out
     */
    public record Part(HTTPMessage headers, InputStream content) {}

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private int parts;
    private boolean ended;

    /**
     * Makes a reader.
     *
     * @param in the content of the request
     * @param boundary the parameter of its media type, or null if it has none
     * @throws MultipartException if there is no boundary, or an impossible one
     */
    public MultipartReader(InputStream in, @Nullable String boundary) throws MultipartException {
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY_CHARACTERS) {
            throw new MultipartException("The form has no boundary");
        }
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very beginning, without a line end before it.
        buffer[to++] = '\r';
        buffer[to++] = '\n';
    }

    /**
     * Goes on to the next part.
     *
     * @return the part, or null after the last one
     * @throws MultipartException if the form is malformed, or ends too early
     * @throws IOException if it cannot be read
     */
    public @Nullable Part next() throws IOException {
        if (ended) {
            return null;
        }
        for (int n = contentBytes(); n > 0; n = contentBytes()) {
            from += n;
        }
        from += delimiter.length;
        int first = read();
        int second = read();
        if (first == '-' && second == '-') {
            ended = true;
            return null;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = read();
        }
        if (first != '\r' || second != '\n') {
            throw new MultipartException("The form has a malformed boundary line");
        }
        if (++parts > MAX_PARTS) {
            throw new MultipartException("The form has more than " + MAX_PARTS + " parts");
        }
        return new Part(readHead(), new Content());
    }

    private HTTPMessage readHead() throws IOException {
        HTTPMessage headers = new HTTPMessage();
        int left = MAX_HEAD_BYTES;
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = read(); b != '\n'; b = read()) {
                line.write(b);
                if (--left < 0) {
                    throw new MultipartException("The form has a part with too long a head");
                }
            }
            String text = line.toString(StandardCharsets.UTF_8);
            if (!text.endsWith("\r")) {
                throw new MultipartException("The form has a part with a malformed head");
            }
            text = text.substring(0, text.length() - 1);
            if (text.isEmpty()) {
                return headers;
            }
            int colon = text.indexOf(':');
            if (colon < 1 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
                throw new MultipartException("The form has a part with a malformed head");
            }
            headers.add(text.substring(0, colon), text.substring(colon + 1).strip());
        }
    }

    private int read() throws IOException {
        if (from == to) {
            fill();
        }
        return buffer[from++] & 0xff;
    }

    /** Returns how many bytes in the buffer are content for certain, reading more if need be; 0 at a delimiter. */
    private int contentBytes() throws IOException {
        while (true) {
            int at = indexOfDelimiter();
            int certain = at >= 0 ? at - from : to - from - delimiter.length + 1;
            if (at >= 0 || certain > 0) {
                return certain;
            }
            fill();
        }
    }

    private int indexOfDelimiter() {
        search:
        for (int at = from; at <= to - delimiter.length; at++) {
            for (int i = 0; i < delimiter.length; i++) {
                if (buffer[at + i] != delimiter[i]) {
                    continue search;
                }
            }
            return at;
        }
        return -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int n = in.read(buffer, to, buffer.length - to);
        if (n < 0) {
            throw new MultipartException("The form ends before its last boundary");
        }
        to += n;
    }

    /** The content of the part that was read last. */
    private final class Content extends InputStream {
        private final int part = parts;

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int certain = part == parts && !ended ? contentBytes() : 0;
            if (certain == 0) {
                return -1;
            }
            int n = Math.min(length, certain);
            System.arraycopy(buffer, from, target, offset, n);
            from += n;
            return n;
        }
    }
}
