package dev.gangway.handler.io;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** As many bytes as {@code Content-Length} says. */
final class FixedLength extends ResponseContent {
    private final ResponseWire wire;
    private long remaining;

    FixedLength(ResponseWire wire, long length) {
        this.wire = wire;
        this.remaining = length;
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        int allowed = (int) Math.min(length, remaining);
        if (allowed > 0) {
            wire.content(bytes, offset, allowed);
            remaining -= allowed;
            wentOut(allowed);
        }
    }

    @Override
    long transferFrom(FileChannel file, long position, long count) throws IOException {
        long sent = wire.content(file, position, Math.min(count, remaining));
        remaining -= sent;
        wentOut(sent);
        return sent;
    }

    @Override
    boolean isComplete() {
        return remaining == 0;
    }

    @Override
    boolean isExpected() {
        return remaining > 0;
    }
}
