package dev.gangway.handler.io;

import dev.gangway.handler.store.GatheringOutput;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HostUnsupportedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

/** Writes responses to a byte stream. A head waits for its content, so that both go out in one write. */
final class StreamWire implements ResponseWire {
    /** Enough for most heads, and no more than that: thousands of idle connections keep it. */
    private static final int KEPT_BYTES = 512;

    /** Content up to this length is copied behind the head that is held back. */
    private static final int MAX_HELD_BYTES = 8192;

    private static final byte[] NOTHING = {};

    private final HandlerConnection connection;
    private final OutputStream out;
    private byte[] held = NOTHING;
    private int heldLength;

    StreamWire(HandlerConnection connection) {
        this.connection = connection;
        this.out = connection.wfile();
    }

    @Override
    public boolean isStream() {
        return true;
    }

    @Override
    public void beginning(List<HeadLine> lines) throws IOException {
        hold(lines, 0);
        flush();
    }

    @Override
    public void interim(ResponseLines lines) throws IOException {
        holdHead(lines, 0);
        flush();
    }

    @Override
    public void head(ResponseLines lines, boolean close, boolean contentFollows) throws IOException {
        int before = heldLength;
        holdHead(lines, contentFollows && lines.length() <= MAX_HELD_BYTES ? (int) lines.length() : 0);
        connection.responding(lines.status(), heldLength - before);
        if (!contentFollows) {
            flush();
        }
    }

    @Override
    public void upgrade(ResponseLines lines) throws IOException {
        connection.responding(lines.status(), 0);
        interim(lines);
    }

    @Override
    public void headless(byte[] first, int offset, int length) throws IOException {
        content(first, offset, length);
    }

    @Override
    public void content(byte[] bytes, int offset, int length) throws IOException {
        if (heldLength > 0 && heldLength + length <= MAX_HELD_BYTES) {
            reserve(length);
            System.arraycopy(bytes, offset, held, heldLength, length);
            heldLength += length;
            flush();
        } else {
            flushHeld();
            out.write(bytes, offset, length);
            out.flush();
        }
    }

    @Override
    public long content(FileChannel file, long position, long count) throws IOException {
        if (heldLength + count > MAX_HELD_BYTES) {
            return contentBehindHead(file, position, count);
        }
        reserve((int) count);
        ByteBuffer buffer = ByteBuffer.wrap(held, heldLength, (int) count);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position() - heldLength) > 0) {
            // A read may give less than was asked for.
        }
        int read = buffer.position() - heldLength;
        heldLength += read;
        flush();
        return read;
    }

    private long contentBehindHead(FileChannel file, long position, long count) throws IOException {
        if (heldLength > 0 && out instanceof GatheringOutput gathering) {
            // A file that was closed meanwhile is opened again, so the head is held until it has gone.
            long sent = gathering.write(held, 0, heldLength, file, position, count);
            forgetHeld();
            return sent;
        }
        flushHeld();
        return connection.transferFrom(file, position, count);
    }

    @Override
    public void flush() throws IOException {
        flushHeld();
        out.flush();
    }

    @Override
    public void cut(boolean endIsPromised) {
        if (endIsPromised) {
            return; // The client misses the end when the connection just closes.
        }
        try {
            connection.abort();
        } catch (HostUnsupportedException e) {
            // The connection just closes.
        }
    }

    private void flushHeld() throws IOException {
        int length = heldLength;
        if (length > 0) {
            heldLength = 0;
            out.write(held, 0, length);
            forgetHeld();
        }
    }

    private void forgetHeld() {
        heldLength = 0;
        if (held.length > KEPT_BYTES) {
            held = NOTHING;
        }
    }

    /** Holds a head back, with room for so many bytes of content behind it. */
    private void holdHead(ResponseLines lines, int contentBytes) {
        hold(lines.unsent(), 2 + contentBytes);
        holdLineEnd();
    }

    /** Holds lines back, with room for so many more bytes. */
    private void hold(List<HeadLine> lines, int moreBytes) {
        int count = moreBytes;
        for (int i = 0; i < lines.size(); i++) {
            count += lines.get(i).length() + 2;
        }
        reserve(count);
        for (int i = 0; i < lines.size(); i++) {
            heldLength = lines.get(i).put(held, heldLength);
            holdLineEnd();
        }
    }

    private void holdLineEnd() {
        held[heldLength++] = '\r';
        held[heldLength++] = '\n';
    }

    private void reserve(int count) {
        int needed = heldLength + count;
        if (needed > held.length) {
            held = Arrays.copyOf(held, Math.max(KEPT_BYTES, Math.max(held.length + held.length / 2, needed)));
        }
    }
}
