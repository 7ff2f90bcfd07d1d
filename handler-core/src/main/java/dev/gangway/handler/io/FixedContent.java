package dev.gangway.handler.io;

import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of a connection. */
final class FixedContent extends RequestContent {
    /** No content. It is at its end, so all requests can share it. */
    static final FixedContent NONE = new FixedContent(InputStream.nullInputStream(), 0);

    private final InputStream in;
    private long remaining;

    FixedContent(InputStream in, long length) {
        this.in = in;
        this.remaining = length;
    }

    @Override
    public boolean isComplete() {
        return remaining == 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (remaining == 0) {
            return -1;
        }
        beforeRead();
        int n = in.read(target, offset, (int) Math.min(length, remaining));
        if (n < 0) {
            throw cutShort();
        }
        remaining -= n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), remaining);
    }
}
