package dev.gangway.handler.io;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** All bytes until the connection closes: only the handler knows the end. */
final class UntilClose extends ResponseContent {
    private final ResponseWire wire;

    UntilClose(ResponseWire wire) {
        this.wire = wire;
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        wire.content(bytes, offset, length);
        wentOut(length);
    }

    @Override
    long transferFrom(FileChannel file, long position, long count) throws IOException {
        long sent = wire.content(file, position, count);
        wentOut(sent);
        return sent;
    }

    @Override
    boolean isComplete() {
        return false;
    }

    @Override
    boolean mayEndHere() {
        return true;
    }

    @Override
    boolean isEndPromised() {
        return false;
    }
}
