package dev.gangway.handler.io;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of a head: its lines, each with CRLF, and an empty one (RFC 9112 §2.1). */
public final class HeadBytes {
    private HeadBytes() {}

    /**
     * Joins lines.
     *
     * @param lines lines without line ends, in characters of ISO-8859-1
     * @return the bytes, the empty line at the end included
     */
    public static byte[] of(List<String> lines) {
        return (String.join("\r\n", lines) + (lines.isEmpty() ? "\r\n" : "\r\n\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Joins lines of a head that is not at its end.
     *
     * @param lines lines without line ends, in characters of ISO-8859-1
     * @return the bytes, without an empty line at the end
     */
    public static byte[] unfinished(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
