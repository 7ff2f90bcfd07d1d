package dev.gangway.handler.store;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A stream that takes part of a file as it is, so that the operating system may copy the bytes. */
public interface FileReceiver {
    /**
     * Writes part of a file.
     *
     * @param file an open file; its position is left as it is
     * @param position where to begin, in bytes from the start of the file
     * @param count how many bytes to write, 0 or more
     * @return how many bytes were written; less than {@code count} only if the file ended before
     * @throws IOException if the file cannot be read or the peer has gone
     */
    long transferFrom(FileChannel file, long position, long count) throws IOException;
}
