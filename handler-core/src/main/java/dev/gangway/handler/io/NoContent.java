package dev.gangway.handler.io;

import java.nio.channels.FileChannel;

/** None, by rule: HEAD, 204, 304. */
final class NoContent extends ResponseContent {
    static final NoContent INSTANCE = new NoContent();

    private NoContent() {}

    @Override
    void write(byte[] bytes, int offset, int length) {
        // The client would take every byte that the handler writes for the next response.
    }

    @Override
    long transferFrom(FileChannel file, long position, long count) {
        return count;
    }

    @Override
    boolean isComplete() {
        return true;
    }
}
