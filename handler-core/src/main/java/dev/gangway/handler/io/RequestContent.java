package dev.gangway.handler.io;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of one request: ends where the request ends, so that a handler cannot read into the next one (RFC 9112 §6).
 * If the connection ends before, a read throws {@link ClientGoneException} once all that came has been read, so that
 * no handler takes a part for the whole (RFC 9112 §8).
 */
public abstract sealed class RequestContent extends InputStream permits FixedContent, ChunkedContent, RechunkedContent {
    /** Has a say before each read of the connection. */
    @FunctionalInterface
    public interface BeforeRead {
        /**
         * Called when the connection is about to be read.
         *
         * @throws IOException if it should not be
         */
        void call() throws IOException;
    }

    private @Nullable BeforeRead beforeRead;

    RequestContent() {}

    /**
     * Makes the content of a request that is framed in chunks on the connection.
     *
     * @param in the connection, at the first byte of the content
     * @param decode asked once, at the first read: whether to give the data without its framing
     * @return the content
     */
    public static RequestContent chunked(InputStream in, BooleanSupplier decode) {
        return new ChunkedContent(in, decode);
    }

    /**
     * Makes the content of a request that was framed in chunks and that the host has decoded.
     *
     * @param decoded the data, as the host gives it
     * @param decode asked once, at the first read: if false, the data is framed in chunks again
     * @return the content
     */
    public static RequestContent alreadyDecoded(InputStream decoded, BooleanSupplier decode) {
        return new RechunkedContent(decoded, decode);
    }

    /**
     * Makes the content of a request of known length.
     *
     * @param in the connection, at the first byte of the content
     * @param length the length in bytes, 0 or more
     * @return the content
     */
    public static RequestContent fixed(InputStream in, long length) {
        return length == 0 ? FixedContent.NONE : new FixedContent(in, length);
    }

    /**
     * Tells whether the last byte of the content was read, so that the next request begins there.
     *
     * @return false also after the content turned out to be malformed or cut short
     */
    public abstract boolean isComplete();

    /**
     * Reads the rest of the content, up to a bound.
     *
     * @param maxBytes the most bytes to read
     * @param beforeRead called before each read of the connection; an exception ends the reading
     * @return whether the content is complete now; false also if the client has ended it early or gone
     * @throws IOException if it is malformed, or by {@code beforeRead}
     */
    public boolean drain(int maxBytes, BeforeRead beforeRead) throws IOException {
        if (isComplete()) {
            return true;
        }
        this.beforeRead = beforeRead;
        byte[] buffer = new byte[Math.max(1, Math.min(maxBytes, 8192))];
        int left = maxBytes;
        try {
            while (!isComplete() && (left > 0 || mayBeAtItsEnd())) {
                int n = read(buffer, 0, Math.min(buffer.length, Math.max(left, 1)));
                if (n < 0) {
                    break;
                }
                if (n > left) {
                    return false;
                }
                left -= n;
            }
        } catch (ClientGoneException e) {
            return false;
        }
        return isComplete();
    }

    /** Tells whether nothing but the end may follow, which only a read can show, though it is not complete. */
    boolean mayBeAtItsEnd() {
        return false;
    }

    /** Runs the check that a drain has set; content calls this before it reads the connection. */
    final void beforeRead() throws IOException {
        BeforeRead check = beforeRead;
        if (check != null) {
            check.call();
        }
    }

    static ClientGoneException cutShort() {
        return new ClientGoneException("the connection ended inside the content of the request", null);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
