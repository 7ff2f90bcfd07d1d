package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file for reading that also has a name: a host that can send a file by its name calls {@link #pin()}, and any other one reads.
 * The descriptor that is read is opened at the first read, and belongs to this channel alone.
 */
public final class PinnedChannel extends FileChannel {
    private final Shared<PinnedFiles.Named> file;
    private final long size;
    private @Nullable FileChannel own;

    /** Takes over the place of one user of the file. */
    PinnedChannel(Shared<PinnedFiles.Named> file, long size) {
        this.file = file;
        this.size = size;
    }

    /**
     * Holds the file, also beyond the end of this channel.
     *
     * @return the file under a name, to be closed by the caller
     * @throws ClosedChannelException if this channel is closed
     */
    public Pin pin() throws ClosedChannelException {
        if (!isOpen() || !file.lend()) {
            throw new ClosedChannelException();
        }
        return new Pin(file);
    }

    private synchronized FileChannel own() throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        FileChannel opened = own;
        if (opened == null) {
            opened = FileChannel.open(Path.of(file.opened().name()), StandardOpenOption.READ);
            own = opened;
        }
        return opened;
    }

    /** Returns how long the file was when it was opened. */
    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return own().read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return own().read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return own().read(target, position);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return own().transferTo(position, count, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long length) throws IOException {
        return own().map(mode, position, length);
    }

    @Override
    public long position() throws IOException {
        return own().position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        own().position(position);
        return this;
    }

    @Override
    public FileLock lock(long position, long length, boolean shared) throws IOException {
        return own().lock(position, length, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long length, boolean shared) throws IOException {
        return own().tryLock(position, length, shared);
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
    public int write(ByteBuffer source, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    /** Has nothing to do: the channel writes nothing. */
    @Override
    public void force(boolean metaData) {}

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        file.close();
        if (own != null) {
            own.close();
        }
    }
}
