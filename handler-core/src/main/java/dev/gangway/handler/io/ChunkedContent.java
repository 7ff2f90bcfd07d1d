package dev.gangway.handler.io;

import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Content in chunks, with its framing taken off or, for a handler that decodes by hand, left on. */
final class ChunkedContent extends RequestContent {
    private final InputStream in;
    private final BooleanSupplier decode;
    private final ChunkedFraming framing = new ChunkedFraming();
    private @Nullable Boolean decoded;
    private @Nullable MalformedContentException fault;

    ChunkedContent(InputStream in, BooleanSupplier decode) {
        this.in = in;
        this.decode = decode;
    }

    @Override
    public boolean isComplete() {
        return framing.isComplete();
    }

    @Override
    boolean mayBeAtItsEnd() {
        return framing.dataRemaining() == 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        if (length == 0) {
            return 0;
        }
        if (decoded == null) {
            decoded = decode.getAsBoolean();
        }
        try {
            return decoded ? readData(target, offset, length) : readFramed(target, offset, length);
        } catch (MessageSyntaxException e) {
            fault = new MalformedContentException(e);
            throw fault;
        }
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), framing.dataRemaining());
    }

    private int readData(byte[] target, int offset, int length) throws IOException, MessageSyntaxException {
        while (framing.dataRemaining() == 0) {
            if (framing.isComplete()) {
                return -1;
            }
            framing.accept(next());
        }
        beforeRead();
        int n = in.read(target, offset, (int) Math.min(length, framing.dataRemaining()));
        if (n < 0) {
            throw cutShort();
        }
        framing.dataTaken(n);
        return n;
    }

    /** Gives one piece of framing or data at a time; a handler that decodes by hand reads lines anyway. */
    private int readFramed(byte[] target, int offset, int length) throws IOException, MessageSyntaxException {
        if (framing.dataRemaining() > 0) {
            return readData(target, offset, length);
        }
        int n = 0;
        while (n < length && framing.dataRemaining() == 0 && !framing.isComplete()) {
            int b = next();
            framing.accept(b);
            target[offset + n++] = (byte) b;
            if (b == '\n') {
                break;
            }
        }
        return n == 0 ? -1 : n;
    }

    private int next() throws IOException {
        beforeRead();
        int b = in.read();
        if (b < 0) {
            throw cutShort();
        }
        return b;
    }
}
