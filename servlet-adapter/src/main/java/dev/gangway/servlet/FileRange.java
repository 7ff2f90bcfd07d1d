package dev.gangway.servlet;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Part of a file for a container that takes a file from its position to its end. It ends where the part ends, however much the file
 * grows. If the file has shrunk, it throws: a container that got no byte would ask again without end.
 *
 * <p>Closing it leaves the file open.
 */
final class FileRange extends FileChannel {
    private final FileChannel file;
    private final long end;
    private long position;
    private long taken;

    /** Begins at a position, in bytes, for {@code count} bytes. */
    FileRange(FileChannel file, long position, long count) {
        this.file = file;
        this.position = position;
        this.end = position + count;
    }

    /** Returns how many bytes were taken, 0 or more. */
    long taken() {
        return taken;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return end;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + (end - position)));
        try {
            int count = file.read(target, position);
            position += took(count, position);
            return count;
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public int read(ByteBuffer target, long from) throws IOException {
        return file.read(target, from);
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        return took(file.transferTo(from, Math.min(count, end - from), target), from);
    }

    private long took(long count, long from) throws IOException {
        if (count <= 0 && file.size() <= from) {
            throw new EOFException("the file has shrunk to " + file.size() + " bytes");
        }
        taken += Math.max(count, 0);
        return count;
    }

    @Override
    public FileChannel position(long next) {
        position = next;
        return this;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException("read(ByteBuffer[])");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) throws IOException {
        return file.map(mode, from, size);
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException("lock");
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException("tryLock");
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long to, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    /** Has nothing to do: the channel writes nothing. */
    @Override
    public void force(boolean metaData) {}

    /** Has nothing to do: the file belongs to the handler. */
    @Override
    protected void implCloseChannel() {}
}
