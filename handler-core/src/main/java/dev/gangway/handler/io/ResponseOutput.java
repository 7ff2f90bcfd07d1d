package dev.gangway.handler.io;

import dev.gangway.handler.store.FileReceiver;
import dev.gangway.host.HandlerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stream a handler writes as {@code wfile()}: takes heads in lines or as raw bytes, and lets out no more content
 * than the head has promised (RFC 9112 §6).
 *
 * <ol>
 *   <li>{@link #begin()} starts the response to a request;
 *   <li>interim heads (1xx) may come, then the final one: {@link #sendHead(List)}, or raw bytes;
 *   <li>after it, everything is content, also another head, as in multipart/x-mixed-replace;
 *   <li>{@link #finish()} ends the response, or {@link #abandon()} where the handler has failed in it.
 * </ol>
 */
public final class ResponseOutput extends OutputStream implements FileReceiver {
    private final HandlerConnection connection;
    private final ResponseWire wire;
    private final Exchange exchange;
    private final byte[] single = new byte[1];

    private RawHead rawHead = new RawHead();
    /** The content behind the final head; null before that. */
    private @Nullable ResponseContent content;

    private boolean finished;

    ResponseOutput(HandlerConnection connection, ResponseWire wire, Exchange exchange) {
        this.connection = connection;
        this.wire = wire;
        this.exchange = exchange;
    }

    /** Starts the response to the next request. */
    public void begin() {
        if (!isRaw()) {
            content = null;
            finished = false;
            if (!rawHead.isEmpty()) {
                rawHead = new RawHead();
            }
        }
    }

    /**
     * Tells whether the head is complete, so that the next bytes are content.
     *
     * @return true from the end of the final head on
     */
    public boolean isPastHead() {
        return content != null;
    }

    /**
     * Returns how much content the response has had so far.
     *
     * @return bytes, 0 or more, without the framing of chunks
     */
    public long contentBytes() {
        return content == null ? 0 : content.bytes();
    }

    /**
     * Tells whether nothing of a final response was written yet.
     *
     * @return true if an error page can still be sent
     */
    public boolean isUntouched() {
        return content == null && rawHead.isEmpty();
    }

    /**
     * Takes back the beginning of a final head that no part has left of.
     *
     * @return true if an error page can still be sent
     */
    public boolean takeBack() {
        if (content == null && !rawHead.isEmpty() && rawHead.released() == 0) {
            rawHead = new RawHead();
        }
        return isUntouched();
    }

    /**
     * Tells whether the connection has become a raw one, after 101 or after 2xx to CONNECT.
     *
     * @return true if what follows is not HTTP any more
     */
    public boolean isRaw() {
        return content != null && content.isRaw();
    }

    /**
     * Sends a head, interim or final. After the final head these are bytes of the content.
     *
     * @param lines the status line and the field lines without line ends; may be edited
     * @throws IOException if the peer has gone
     */
    public void sendHead(List<HeadLine> lines) throws IOException {
        if (isUntouched()
                && !exchange.isSimple()
                && ResponseLines.status(lines.get(0).toString()) > 0) {
            dispatch(new ResponseLines(lines));
        } else {
            byte[] bytes = HeadBytes.of(HeadLine.texts(lines));
            write(bytes, 0, bytes.length);
        }
    }

    @Override
    public void write(int b) throws IOException {
        single[0] = (byte) b;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int end = offset + length;
        while (content == null && from < end) {
            from += writeHead(bytes, from, end - from);
        }
        if (content != null && from < end) {
            content.write(bytes, from, end - from);
        }
    }

    /** Sends part of a file as content, and lets the host copy it where it can. */
    @Override
    public long transferFrom(FileChannel file, long position, long count) throws IOException {
        return content == null
                ? FileBytes.copy(file, position, count, this::write)
                : content.transferFrom(file, position, count);
    }

    @Override
    public void flush() throws IOException {
        if (content == null && !rawHead.isEmpty() && wire.isStream()) {
            wire.beginning(HeadLine.of(rawHead.release()));
        }
        wire.flush();
    }

    /**
     * Ends the response. One that is missing or not whole makes the connection close.
     *
     * @throws IOException if the peer has gone
     */
    public void finish() throws IOException {
        if (content == null && !rawHead.isEmpty()) {
            beginHeadless(rawHead.rest(), rawHead.hasStatus());
        }
        finished = true;
        boolean whole = content != null && content.mayEndHere();
        if (!whole || isRaw()) {
            exchange.close();
        }
        if (content != null) {
            wire.flush();
            if (!whole) {
                wire.cut(content.isEndPromised());
            }
        }
    }

    /**
     * Gives up the response to a request whose handler has failed: if it has begun and is not known to be whole, the client
     * gets to see that it is not (RFC 9112 §8).
     */
    public void abandon() {
        if (content != null && !finished && !content.isComplete()) {
            finished = true;
            exchange.close();
            wire.cut(content.isEndPromised());
        }
    }

    private int writeHead(byte[] bytes, int offset, int length) throws IOException {
        if (exchange.isSimple()) {
            beginHeadless(Arrays.copyOfRange(bytes, offset, offset + length), false);
            return length;
        }
        int taken = rawHead.accept(bytes, offset, length);
        if (rawHead.isImpossible()) {
            beginHeadless(rawHead.rest(), rawHead.hasStatus());
        } else if (rawHead.isComplete()) {
            RawHead whole = rawHead;
            rawHead = new RawHead();
            dispatch(new ResponseLines(whole));
        }
        return taken;
    }

    /** Begins a response without a head, or whose head does not end. */
    private void beginHeadless(byte[] first, boolean isHead) throws IOException {
        exchange.close();
        rawHead = new RawHead();
        boolean none = exchange.method().equals("HEAD");
        content = none ? NoContent.INSTANCE : new UntilClose(wire);
        if (isHead || !none) {
            try {
                wire.headless(first, 0, first.length);
                content.wentOut(isHead ? 0 : first.length);
            } catch (MalformedResponseException e) {
                content = null;
                throw e;
            }
        }
    }

    private void dispatch(ResponseLines lines) throws IOException {
        if (lines.isInterim()) {
            lines.promiseNothing();
            wire.interim(lines);
        } else if (lines.isUpgrade(exchange.method())) {
            lines.promiseNothing();
            wire.upgrade(lines);
            connection.phase(HandlerConnection.Phase.RAW);
            content = new RawBytes(wire);
        } else {
            ResponseContent announced = lines.complete(exchange, wire);
            content = announced;
            wire.head(lines, exchange.closes(), announced.isExpected());
        }
    }
}
