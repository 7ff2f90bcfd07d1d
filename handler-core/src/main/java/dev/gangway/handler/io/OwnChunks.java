package dev.gangway.handler.io;

import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Chunks that the handler has framed, followed to know where they end. They go out as they are, or without their framing if
 * the client does not know chunks or the host frames content itself.
 */
final class OwnChunks extends ResponseContent {
    private final ResponseWire wire;
    private final boolean decodes;
    private final ChunkedFraming framing = new ChunkedFraming();
    private @Nullable TrailerSection trailer;

    OwnChunks(ResponseWire wire, boolean decodes) {
        this.wire = wire;
        this.decodes = decodes;
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int at = offset;
        while (at < end && !framing.isComplete()) {
            int data = (int) Math.min(end - at, framing.dataRemaining());
            if (data > 0) {
                framing.dataTaken(data);
                wentOut(data);
                if (decodes) {
                    wire.content(bytes, at, data);
                }
                at += data;
            } else {
                acceptFraming(bytes[at++] & 0xff);
            }
        }
        if (!decodes && at > offset) {
            wire.content(bytes, offset, at - offset);
        }
    }

    private void acceptFraming(int b) throws IOException {
        if (decodes && framing.isInTrailer()) {
            if (trailer == null) {
                trailer = new TrailerSection();
            }
            trailer.accept(b);
        }
        try {
            framing.accept(b);
        } catch (MessageSyntaxException e) {
            throw new MalformedResponseException("the chunks of the response are malformed: " + e.explain());
        }
        if (framing.isComplete() && trailer != null) {
            wire.trailers(trailer.fields());
        }
    }

    @Override
    boolean isComplete() {
        return framing.isComplete();
    }

    @Override
    boolean isEndPromised() {
        return !decodes;
    }
}
