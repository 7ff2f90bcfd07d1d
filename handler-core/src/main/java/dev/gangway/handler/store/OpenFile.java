package dev.gangway.handler.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file that is open for reading: one's own, or one lent by {@link OpenFiles}. One thread at a time may use it. */
public final class OpenFile implements Closeable {
    private final long size;
    private FileChannel channel;
    private OpenFiles.@Nullable Kept lender;

    private OpenFile(FileChannel channel, long size, OpenFiles.@Nullable Kept lender) {
        this.channel = channel;
        this.size = size;
        this.lender = lender;
    }

    /**
     * Takes a channel that nobody else uses.
     *
     * @param channel an open file, closed by {@link #close()}
     * @return the file
     * @throws IOException if its size cannot be told; the channel is left open then
     */
    public static OpenFile own(FileChannel channel) throws IOException {
        return new OpenFile(channel, channel.size(), null);
    }

    /** Takes a channel that others use too, and that was lent already. */
    static OpenFile lent(OpenFiles.Kept lender, long size) {
        return new OpenFile(lender.channel(), size, lender);
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
     * Opens the file anew if it was lent and a stranger has closed it: a thread that is interrupted while it reads a channel
     * closes it for everybody.
     *
     * @param failure what reading the channel has thrown
     * @throws IOException the failure, if it was nobody else's doing; or if the file cannot be opened again
     */
    public void reopen(ClosedChannelException failure) throws IOException {
        OpenFiles.Kept before = lender;
        if (before == null || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        channel = before.reopen();
        lender = null;
        before.giveBack();
    }

    /**
     * Closes the file, or gives it back.
     *
     * @throws IOException if it cannot be closed
     */
    @Override
    public void close() throws IOException {
        OpenFiles.Kept from = lender;
        if (from == null) {
            channel.close();
        } else {
            lender = null;
            from.giveBack();
        }
    }
}
