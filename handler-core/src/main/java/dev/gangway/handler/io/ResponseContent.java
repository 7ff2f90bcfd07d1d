package dev.gangway.handler.io;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * The content of one response, behind its final head: lets out no more than the head has promised, and knows whether that
 * was all (RFC 9112 §6.3, for the sender).
 */
abstract sealed class ResponseContent permits NoContent, FixedLength, OwnChunks, UntilClose, RawBytes {
    private long bytes;

    /** Returns how many bytes of content went out, without the framing of chunks. */
    final long bytes() {
        return bytes;
    }

    /** Takes note that content went out. */
    final void wentOut(long count) {
        bytes += count;
    }

    /** Lets content out, as far as the head has promised it. */
    abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** Lets part of a file out, as {@link #write} does; returns how many bytes the file had. */
    long transferFrom(FileChannel file, long position, long count) throws IOException {
        return FileBytes.copy(file, position, count, this::write);
    }

    /** Tells whether the last byte is known to have been written. */
    abstract boolean isComplete();

    /** Tells whether the content is whole if the handler writes no more. */
    boolean mayEndHere() {
        return isComplete();
    }

    /** Tells whether a client of a byte stream misses the end when the connection just closes. */
    boolean isEndPromised() {
        return true;
    }

    /** Tells whether content is sure to come, so that the head may wait for it. */
    boolean isExpected() {
        return false;
    }

    /** Tells whether the bytes are not HTTP any more, in both directions. */
    boolean isRaw() {
        return false;
    }
}
