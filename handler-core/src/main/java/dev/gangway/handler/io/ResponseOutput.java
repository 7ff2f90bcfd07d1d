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
    /** What comes behind the final head; null before that. */
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
     * Tells whether the head is complete, so that what is written is content.
     *
     * @return true from the end of the final head on
     */
    public boolean isPastHead() {
        return content != null;
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
    public void sendHead(List<String> lines) throws IOException {
        if (isUntouched() && !exchange.isSimple() && ResponseLines.status(lines.get(0)) > 0) {
            dispatch(new ResponseLines(lines));
        } else {
            byte[] bytes = HeadBytes.of(lines);
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
            sendBytes(rawHead.releaseBeginning());
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
            beginHeadless(rawHead.release());
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
            beginHeadless(Arrays.copyOfRange(bytes, offset, offset + length));
            return length;
        }
        int taken = rawHead.accept(bytes, offset, length);
        if (rawHead.isImpossible()) {
            beginHeadless(rawHead.release());
        } else if (rawHead.isComplete()) {
            RawHead whole = rawHead;
            rawHead = new RawHead();
            if (whole.isReleased()) {
                dispatchRest(whole);
            } else {
                dispatch(new ResponseLines(whole.lines()));
            }
        }
        return taken;
    }

    private void beginHeadless(byte[] first) throws IOException {
        exchange.close();
        if (exchange.method().equals("HEAD")) {
            content = NoContent.INSTANCE;
        } else {
            content = new UntilClose(wire);
            wire.headless(first, 0, first.length);
        }
    }

    private void dispatch(ResponseLines lines) throws IOException {
        if (lines.isInterim()) {
            wire.interim(lines);
        } else if (lines.isUpgrade(exchange.method())) {
            wire.upgrade(lines);
            connection.phase(HandlerConnection.Phase.RAW);
            content = new RawBytes(wire);
        } else {
            ResponseContent announced = lines.complete(exchange, wire);
            content = announced;
            wire.head(lines, exchange.closes(), announced.isExpected());
        }
    }

    /** Goes on from a head whose beginning the client has seen: what it needs can be added, but nothing taken back. */
    private void dispatchRest(RawHead head) throws IOException {
        ResponseLines lines = new ResponseLines(head.lines());
        if (lines.isInterim()) {
            sendBytes(head.release());
            return;
        }
        int before = lines.lines().size();
        content = lines.complete(exchange, wire);
        byte[] rest = head.release();
        if (lines.lines().size() <= before) {
            sendBytes(rest);
            return;
        }
        List<String> added = lines.lines().subList(before, before + 1);
        int blankLine = rest.length >= 2 && rest[rest.length - 2] == '\r' ? 2 : 1;
        sendBytes(Arrays.copyOf(rest, rest.length - blankLine));
        sendBytes(HeadBytes.of(added));
    }

    private void sendBytes(byte[] bytes) throws IOException {
        wire.content(bytes, 0, bytes.length);
    }
}
