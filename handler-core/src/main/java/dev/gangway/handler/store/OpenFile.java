package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file that is open for reading: one's own, or one lent by {@link OpenFiles}. One thread at a time may use it. */
public final class OpenFile implements Closeable {
    private final long size;
    private FileChannel channel;
    private final @Nullable FileOpener opener;
    private @Nullable Shared<FileChannel> lender;
    private boolean closed;

    private OpenFile(
            FileChannel channel, long size, @Nullable Shared<FileChannel> lender, @Nullable FileOpener opener) {
        this.channel = channel;
        this.size = size;
        this.lender = lender;
        this.opener = opener;
    }

    /**
     * Takes a channel that no other code uses.
     *
     * @param channel an open file, closed by {@link #close()}
     * @return the file
     * @throws IOException if its size cannot be told; the channel is left open then
     */
    public static OpenFile own(FileChannel channel) throws IOException {
        return new OpenFile(channel, channel.size(), null, null);
    }

    /** Takes a channel that others use too, and that was lent already; the opener opens the same file. */
    static OpenFile lent(Shared<FileChannel> lender, long size, FileOpener opener) {
        return new OpenFile(lender.opened(), size, lender, opener);
    }

    /**
     * Returns the channel. Others may be using it at the same time, so it is read at positions and never closed.
     *
     * @return the channel; another one after {@link #reopen(ClosedChannelException)}
     */
    public FileChannel channel() {
        return channel;
    }

    /**
     * Returns how long the file was when it was opened or lent.
     *
     * @return bytes, 0 or more
     */
    public long size() {
        return size;
    }

    /**
     * Opens the file anew if it was lent and another thread has closed it: a thread that is interrupted while it reads a channel
     * closes it for all threads.
     *
     * @param failure what reading the channel has thrown
     * @throws IOException the failure, if no other thread has caused it; or if the file cannot be opened again
     */
    public void reopen(ClosedChannelException failure) throws IOException {
        Shared<FileChannel> before = lender;
        if (before == null || opener == null || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        channel = openAgain(opener, before);
        lender = null;
        before.close();
    }

    private static FileChannel openAgain(FileOpener opener, Shared<FileChannel> before) throws IOException {
        FileChannel again = opener.open();
        boolean same = false;
        try {
            BasicFileAttributes now = opener.attributes();
            same = now != null && before.key().equals(now.fileKey());
        } finally {
            if (!same) {
                again.close();
            }
        }
        if (!same) {
            throw new NoSuchFileException(before.path().toString(), null, "it was replaced while it was read");
        }
        return again;
    }

    /**
     * Reads bytes at a position.
     *
     * @param target where to put them
     * @param position where they are in the file, 0 or more
     * @return how many were read; −1 at the end of the file
     * @throws IOException if the file cannot be read
     */
    public int read(ByteBuffer target, long position) throws IOException {
        try {
            return channel.read(target, position);
        } catch (ClosedChannelException e) {
            reopen(e);
            return channel.read(target, position);
        }
    }

    /**
     * Closes the file, or gives it back, once.
     *
     * @throws IOException if it cannot be closed
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        Shared<FileChannel> from = lender;
        if (from == null) {
            channel.close();
        } else {
            lender = null;
            from.close();
        }
    }
}
