package dev.gangway.handler.io;

import java.io.IOException;

/** The bytes behind 101, or behind 2xx to CONNECT: another protocol, until either side ends. */
final class RawBytes extends ResponseContent {
    private final ResponseWire wire;

    RawBytes(ResponseWire wire) {
        this.wire = wire;
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        wire.content(bytes, offset, length);
    }

    @Override
    boolean isComplete() {
        return true;
    }

    @Override
    boolean isRaw() {
        return true;
    }
}
