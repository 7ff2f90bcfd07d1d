package dev.gangway.handler.io;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.MessageConnection;
import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
public final class ResponseOutput extends OutputStream {
    private enum State {
        HEAD,
        CONTENT,
        RAW
    }

    private final HandlerConnection connection;
    private final ResponseWire wire;
    private final Exchange exchange;
    private final byte[] single = new byte[1];

    private State state = State.HEAD;
    private RawHead rawHead = new RawHead();
    private ContentKind kind = ContentKind.NONE;
    private long remaining;
    private boolean decodes;
    private boolean untouched = true;
    private boolean finished;
    private @Nullable ChunkedFraming chunks;
    private @Nullable TrailerSection trailer;

    /**
     * Makes the output of a connection.
     *
     * @param connection where responses go
     * @param exchange what is known of the request that is being answered
     */
    public ResponseOutput(HandlerConnection connection, Exchange exchange) {
        this.connection = connection;
        this.wire = connection instanceof MessageConnection messages
                ? new MessageWire(messages)
                : new StreamWire(connection);
        this.exchange = exchange;
    }

    /** Starts the response to the next request. */
    public void begin() {
        if (state != State.RAW) {
            state = State.HEAD;
            untouched = true;
            finished = false;
            if (!rawHead.isEmpty()) {
                rawHead = new RawHead();
            }
        }
    }

    /**
     * Tells whether nothing of a final response was written yet.
     *
     * @return true if an error page can still be sent
     */
    public boolean isUntouched() {
        return untouched;
    }

    /**
     * Tells whether the connection has become a raw one, after 101 or after 2xx to CONNECT.
     *
     * @return true if what follows is not HTTP any more
     */
    public boolean isRaw() {
        return state == State.RAW;
    }

    /**
     * Sends a head, interim or final. After the final head these are bytes of the content.
     *
     * @param lines the status line and the field lines without line ends; may be edited
     * @throws IOException if the peer has gone
     */
    public void sendHead(List<String> lines) throws IOException {
        if (state == State.HEAD
                && rawHead.isEmpty()
                && !exchange.isSimple()
                && ResponseLines.status(lines.get(0)) > 0) {
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
        while (state == State.HEAD && from < end) {
            from += writeHead(bytes, from, end - from);
        }
        if (from < end) {
            writeContent(bytes, from, end - from);
        }
    }

    /**
     * Sends part of a file as content, and lets the host copy it where it can.
     *
     * @param file an open file
     * @param position where to begin, in bytes
     * @param count how many bytes to send, 0 or more
     * @return how many bytes the file had; no fewer than {@code count} unless it was cut short meanwhile
     * @throws IOException if the file cannot be read or the peer has gone
     */
    public long transferFrom(FileChannel file, long position, long count) throws IOException {
        if (state != State.CONTENT || kind == ContentKind.CHUNKED || decodes) {
            return file.transferTo(position, count, Channels.newChannel(this));
        }
        if (kind == ContentKind.NONE) {
            return count;
        }
        long allowed = kind == ContentKind.FIXED ? Math.min(count, remaining) : count;
        long sent = wire.content(file, position, allowed);
        remaining -= sent;
        return sent;
    }

    @Override
    public void flush() throws IOException {
        if (state == State.HEAD && !rawHead.isEmpty() && wire.isStream()) {
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
        if (state == State.HEAD && !rawHead.isEmpty()) {
            beginHeadless(rawHead.release());
        }
        finished = true;
        boolean whole = isWhole();
        if (!whole || state == State.RAW) {
            exchange.close();
        }
        if (state != State.HEAD) {
            wire.flush();
            if (!whole) {
                cut();
            }
        }
    }

    /**
     * Gives up the response to a request whose handler has failed: if it has begun and is not known to be whole, the client
     * gets to see that it is not (RFC 9112 §8).
     */
    public void abandon() {
        if (state == State.CONTENT && !finished && (kind == ContentKind.UNTIL_CLOSE || !isWhole())) {
            finished = true;
            exchange.close();
            cut();
        }
    }

    /** A client of a byte stream that was promised an end misses it when the connection just closes. */
    private void cut() {
        if (!wire.isStream() || kind == ContentKind.UNTIL_CLOSE || decodes) {
            wire.cut();
        }
    }

    private boolean isWhole() {
        if (state != State.CONTENT) {
            return state == State.RAW;
        }
        return switch (kind) {
            case NONE, UNTIL_CLOSE -> chunks == null || chunks.isComplete();
            case FIXED -> remaining == 0;
            case CHUNKED -> chunks != null && chunks.isComplete();
        };
    }

    private int writeHead(byte[] bytes, int offset, int length) throws IOException {
        untouched = false;
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
        state = State.CONTENT;
        kind = exchange.method().equals("HEAD") ? ContentKind.NONE : ContentKind.UNTIL_CLOSE;
        chunks = null;
        decodes = false;
        exchange.close();
        if (kind == ContentKind.UNTIL_CLOSE) {
            wire.headless(first, 0, first.length);
        }
    }

    private void dispatch(ResponseLines lines) throws IOException {
        int status = lines.status();
        if (lines.isInterim()) {
            wire.interim(lines);
        } else if (status == 101 || (exchange.method().equals("CONNECT") && status / 100 == 2)) {
            wire.upgrade(lines);
            connection.phase(HandlerConnection.Phase.RAW);
            untouched = false;
            state = State.RAW;
        } else {
            beginContent(lines);
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
        planContent(lines);
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

    private void beginContent(ResponseLines lines) throws IOException {
        planContent(lines);
        wire.head(lines, exchange.closes(), kind == ContentKind.FIXED && remaining > 0);
    }

    private void planContent(ResponseLines lines) {
        untouched = false;
        kind = lines.contentKind(exchange.method());
        chunks = kind == ContentKind.CHUNKED ? new ChunkedFraming() : null;
        trailer = null;
        decodes = kind == ContentKind.CHUNKED && !(wire.isStream() && exchange.understandsChunks());
        remaining = lines.length();
        lines.complete(exchange);
        state = State.CONTENT;
    }

    private void writeContent(byte[] bytes, int offset, int length) throws IOException {
        if (state == State.RAW) {
            wire.content(bytes, offset, length);
            return;
        }
        switch (kind) {
            case NONE -> {}
            case UNTIL_CLOSE -> wire.content(bytes, offset, length);
            case FIXED -> {
                int allowed = (int) Math.min(length, remaining);
                if (allowed > 0) {
                    wire.content(bytes, offset, allowed);
                    remaining -= allowed;
                }
            }
            case CHUNKED -> writeChunks(bytes, offset, length);
        }
    }

    /** Follows chunks that the handler has framed, to know where they end and to take the framing off if need be. */
    private void writeChunks(byte[] bytes, int offset, int length) throws IOException {
        ChunkedFraming framing = Objects.requireNonNull(chunks);
        int end = offset + length;
        int at = offset;
        while (at < end && !framing.isComplete()) {
            int data = (int) Math.min(end - at, framing.dataRemaining());
            if (data > 0) {
                framing.dataTaken(data);
                if (decodes) {
                    wire.content(bytes, at, data);
                }
                at += data;
            } else {
                int b = bytes[at++] & 0xff;
                if (decodes && framing.isInTrailer()) {
                    acceptTrailer(b);
                }
                acceptFraming(framing, b);
                if (framing.isComplete() && trailer != null) {
                    wire.trailers(trailer.fields());
                }
            }
        }
        if (!decodes && at > offset) {
            wire.content(bytes, offset, at - offset);
        }
    }

    private void acceptTrailer(int b) {
        if (trailer == null) {
            trailer = new TrailerSection();
        }
        trailer.accept(b);
    }

    private static void acceptFraming(ChunkedFraming framing, int b) throws IOException {
        try {
            framing.accept(b);
        } catch (MessageSyntaxException e) {
            throw new MalformedResponseException("the handler's chunks are malformed: " + e.explain());
        }
    }
}
