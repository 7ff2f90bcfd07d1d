package dev.gangway.standalone.serve;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a request, counted as it is read. */
final class CountedInput extends FilterInputStream {
    private final Transfer transfer;

    CountedInput(InputStream in, Transfer transfer) {
        super(in);
        this.transfer = transfer;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        transfer.add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = in.read(target, offset, length);
        transfer.add(Math.max(0, n));
        return n;
    }
}
