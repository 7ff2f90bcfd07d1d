package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.io.RequestContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Chunked content: any split of the bytes decodes to the same; encoded content decodes to itself, and the decoder stops where
 * the encoding does; a reader that sees the framing sees the bytes as sent.
 */
public final class ChunkedFuzz {
    /** Of six bytes each, and no more than the 8,192 that a body may have of them. */
    private static final int MAX_EXTENSIONS = 1000;

    private ChunkedFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FuzzInput input = new FuzzInput(data);
        int piece = 1 + input.choose(9);
        byte[] bytes = input.rest();
        String whole = decoded(new ByteArrayInputStream(bytes));
        require(whole.equals(decoded(FuzzInput.inPieces(bytes, piece))), "pieces of " + piece + ": " + whole);
        checkFramed(bytes, whole.endsWith("|end"));
        checkRoundTrip(bytes, piece);
    }

    private static String decoded(InputStream in) {
        return FuzzInput.outcome(RequestContent.chunked(in, () -> true));
    }

    private static void checkFramed(byte[] bytes, boolean whole) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        String framed = FuzzInput.outcome(RequestContent.chunked(in, () -> false));
        require(framed.endsWith("|end") == whole, "framed and decoded differ: " + framed);
        String sent = new String(bytes, StandardCharsets.ISO_8859_1);
        String seen = framed.substring(0, framed.lastIndexOf('|'));
        if (whole) {
            require(
                    sent.equals(seen + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)),
                    "not as sent: " + framed);
        }
    }

    private static void checkRoundTrip(byte[] content, int piece) throws IOException {
        byte[] next = "GET /next".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += piece) {
            int size = Math.min(piece, content.length - at);
            boolean extended = at % 2 == 0 && at / piece < MAX_EXTENSIONS;
            sent.writeBytes(("0".repeat(at % 5) + Integer.toHexString(size) + (extended ? ";a=\"b\"" : "") + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            sent.write(content, at, size);
            sent.writeBytes(new byte[] {'\r', '\n'});
        }
        sent.writeBytes("0\r\nX: y\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        sent.writeBytes(next);
        ByteArrayInputStream in = new ByteArrayInputStream(sent.toByteArray());
        RequestContent chunked = RequestContent.chunked(in, () -> true);
        require(Arrays.equals(content, chunked.readAllBytes()), "decode(encode(x)) is not x");
        require(chunked.isComplete() && Arrays.equals(next, in.readAllBytes()), "the next request is not where it was");
    }
}
