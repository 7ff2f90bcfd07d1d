package dev.gangway.handler.files;

import dev.gangway.handler.store.OpenFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Several ranges of an open file as {@code multipart/byteranges} (RFC 9110 §14.6). */
public final class MultipartBody extends InputStream {
    private final OpenFile file;
    private final String boundary;
    private final Deque<InputStream> pieces = new ArrayDeque<>();
    private final long length;

    /**
     * Makes a body.
     *
     * @param file an open file, closed by {@link #close()}
     * @param ranges what to send, in this order
     * @param completeLength length of the file in bytes
     * @param type the file's media type
     * @throws IllegalArgumentException if the type would begin another line
     */
    public MultipartBody(OpenFile file, List<ByteRange> ranges, long completeLength, String type) {
        if (type.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character in a media type: " + type);
        }
        this.file = file;
        this.boundary = String.format(
                "%016x%016x",
                ThreadLocalRandom.current().nextLong(),
                ThreadLocalRandom.current().nextLong());
        long total = 0;
        for (ByteRange range : ranges) {
            byte[] head = head(range, completeLength, type);
            pieces.add(new ByteArrayInputStream(head));
            pieces.add(new FileBody(file, range));
            total += head.length + range.length();
        }
        byte[] close = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        pieces.add(new ByteArrayInputStream(close));
        this.length = total + close.length;
    }

    private byte[] head(ByteRange range, long completeLength, String type) {
        String head = "\r\n--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: "
                + range.contentRange(completeLength) + "\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns the value for {@code Content-Type}.
     *
     * @return the type with its boundary
     */
    public String contentType() {
        return "multipart/byteranges; boundary=" + boundary;
    }

    /**
     * Returns the length of the whole body.
     *
     * @return the number of bytes, heads of parts included
     */
    public long length() {
        return length;
    }

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
        while (!pieces.isEmpty()) {
            int n = pieces.element().read(target, offset, length);
            if (n > 0) {
                return n;
            }
            finishPiece();
        }
        return -1;
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        long sent = 0;
        while (!pieces.isEmpty()) {
            sent += pieces.element().transferTo(out);
            finishPiece();
        }
        return sent;
    }

    /** Goes on to the next piece, or ends early if the file has shrunk: no part is sent at another's place. */
    private void finishPiece() throws IOException {
        if (pieces.remove() instanceof FileBody part && part.available() > 0) {
            pieces.clear();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
