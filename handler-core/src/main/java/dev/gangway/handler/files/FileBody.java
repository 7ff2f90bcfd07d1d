package dev.gangway.handler.files;

import dev.gangway.handler.store.FileReceiver;
import dev.gangway.handler.store.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * Part of an open file as the body of a response: what {@code sendHead()} returns.
 *
 * <p>It ends where the promised length ends, however much the file grows meanwhile, and earlier if the file shrinks. A
 * handler's own output gets the file as it is, so that the operating system may copy it; any other stream gets bytes.
 */
public final class FileBody extends InputStream {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OpenFile file;
    private final long end;
    private long position;

    /**
     * Makes a body.
     *
     * @param file an open file, closed by {@link #close()}
     * @param range the bytes to send
     */
    public FileBody(OpenFile file, ByteRange range) {
        this(file, range.first(), range.length());
    }

    /**
     * Makes a body.
     *
     * @param file an open file, closed by {@link #close()}
     * @param position where to begin, in bytes
     * @param count how many bytes to send, 0 or more
     */
    public FileBody(OpenFile file, long position, long count) {
        this.file = file;
        this.position = position;
        this.end = position + count;
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
        int wanted = (int) Math.min(length, end - position);
        int n = wanted == 0 ? -1 : file.read(ByteBuffer.wrap(target, offset, wanted), position);
        position += Math.max(n, 0);
        return n;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public long transferTo(OutputStream out) throws IOException {
        if (out instanceof FileReceiver response) {
            long sent = transferTo(response);
            position += sent;
            return sent;
        }
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, end - position)];
        long sent = 0;
        int n;
        while ((n = read(buffer, 0, buffer.length)) > 0) {
            out.write(buffer, 0, n);
            sent += n;
        }
        return sent;
    }

    private long transferTo(FileReceiver response) throws IOException {
        try {
            return response.transferFrom(file.channel(), position, end - position);
        } catch (ClosedChannelException e) {
            // A file that is shared is small: it is read whole before any of it is sent.
            file.reopen(e);
            return response.transferFrom(file.channel(), position, end - position);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
