package dev.gangway.standalone.porting;

import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows from the head of a response where its content ends (RFC 9112 §6.3). */
final class ResponseEnd {
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d ([1-9]\\d{2})\\b");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \t]*(\\d{1,18})[ \t]*\r?$");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:[ \t]*chunked[ \t]*\r?$");

    private final int status;
    private @Nullable ChunkedFraming chunks;
    private long remaining = Long.MAX_VALUE;

    /**
     * Reads a head.
     *
     * @param head status line and fields; if it is no head, everything up to the end of the connection is the response
     * @param method the method of the request
     */
    ResponseEnd(String head, String method) {
        Matcher line = STATUS.matcher(head);
        Matcher length = LENGTH.matcher(head);
        status = line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
        if (isInterim() || status == 204 || status == 304 || (method.equals("HEAD") && status > 0)) {
            remaining = 0;
        } else if (CHUNKED.matcher(head).find()) {
            chunks = new ChunkedFraming();
        } else if (status != 101 && length.find()) {
            remaining = Long.parseLong(length.group(1));
        }
    }

    /** Returns the status code, or 0 if there was no status line. */
    int status() {
        return status;
    }

    /** Tells whether another response to the same request follows. */
    boolean isInterim() {
        return status / 100 == 1 && status != 101;
    }

    boolean isReached() {
        return chunks == null ? remaining == 0 : chunks.isComplete();
    }

    /**
     * Takes the next bytes.
     *
     * @param bytes where they are, from index 0 on
     * @param count how many they are
     * @return how many of them belong to the content
     */
    int take(byte[] bytes, int count) {
        if (chunks == null) {
            int taken = (int) Math.min(count, remaining);
            remaining -= remaining == Long.MAX_VALUE ? 0 : taken;
            return taken;
        }
        try {
            return takeChunks(chunks, bytes, count);
        } catch (MessageSyntaxException e) {
            chunks = null; // malformed: then up to the end of the connection
            return count;
        }
    }

    private static int takeChunks(ChunkedFraming framing, byte[] bytes, int count) throws MessageSyntaxException {
        int at = 0;
        while (at < count && !framing.isComplete()) {
            int data = (int) Math.min(framing.dataRemaining(), count - at);
            if (data > 0) {
                framing.dataTaken(data);
                at += data;
            } else {
                framing.accept(bytes[at++] & 0xff);
            }
        }
        return at;
    }
}
