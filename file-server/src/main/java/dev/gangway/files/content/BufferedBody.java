package dev.gangway.files.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Content whose first bytes are in memory, so that short content has a length.
 *
 * @param length the length of all, or −1 if memory does not hold all of it
 * @param stream all of the content
 */
public record BufferedBody(long length, InputStream stream) {
    private static final int MAX_BYTES = 64 * 1024;

    /**
     * Reads the first bytes of some content.
     *
     * @param content the content; the stream of the result closes it
     * @return the content
     * @throws IOException if it cannot be read; it is closed then
     */
    public static BufferedBody of(InputStream content) throws IOException {
        try {
            byte[] first = content.readNBytes(MAX_BYTES);
            if (first.length < MAX_BYTES) {
                content.close();
                return new BufferedBody(first.length, new ByteArrayInputStream(first));
            }
            return new BufferedBody(-1, new SequenceInputStream(new ByteArrayInputStream(first), content));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }
}
