package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A stream of a host that sends bytes and a part of a file behind them, in one write if they are few. */
public interface GatheringOutput {
    /**
     * Writes bytes, and then part of a file.
     *
     * @param bytes has the bytes
     * @param offset where they begin
     * @param length how many they are, 0 or more
     * @param file an open file; its position is left as it is
     * @param position where to begin in the file, in bytes
     * @param count how many bytes of the file to write, 0 or more
     * @return how many bytes of the file were written; less than {@code count} only if the file ended before
     * @throws java.nio.channels.ClosedChannelException if the file is closed; nothing was written then
     * @throws IOException if the file cannot be read or the peer has gone
     */
    long write(byte[] bytes, int offset, int length, FileChannel file, long position, long count) throws IOException;
}
