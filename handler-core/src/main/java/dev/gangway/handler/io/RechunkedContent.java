package dev.gangway.handler.io;

import dev.gangway.http.syntax.Chunk;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Content that the host has decoded, framed in chunks again for a handler that decodes by hand. */
final class RechunkedContent extends RequestContent {
    private static final int CHUNK_BYTES = 8192;

    private final InputStream decodedContent;
    private final BooleanSupplier decode;
    private @Nullable Boolean decoded;
    private byte[] framed = new byte[0];
    private int position;
    private boolean ended;

    RechunkedContent(InputStream decodedContent, BooleanSupplier decode) {
        this.decodedContent = decodedContent;
        this.decode = decode;
    }

    @Override
    public boolean isComplete() {
        return ended && position == framed.length;
    }

    /** Reads nothing: the host drains the rest, and some hosts no longer allow reading by then. */
    @Override
    public boolean drain(int maxBytes, BeforeRead beforeRead) {
        return true;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isDecoded()) {
            int n = decodedContent.read(target, offset, length);
            ended |= n < 0;
            return n;
        }
        if (position == framed.length && !frameNext()) {
            return -1;
        }
        int n = Math.min(length, framed.length - position);
        System.arraycopy(framed, position, target, offset, n);
        position += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return isDecoded() ? decodedContent.available() : framed.length - position;
    }

    private boolean isDecoded() {
        if (decoded == null) {
            decoded = decode.getAsBoolean();
        }
        return decoded;
    }

    private boolean frameNext() throws IOException {
        if (ended) {
            return false;
        }
        position = 0;
        byte[] data = new byte[CHUNK_BYTES];
        int n = decodedContent.read(data, 0, data.length);
        if (n < 0) {
            ended = true;
            framed = Chunk.last();
            return true;
        }
        framed = Chunk.of(data, 0, n);
        return true;
    }
}
