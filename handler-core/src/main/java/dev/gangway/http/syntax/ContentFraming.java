package dev.gangway.http.syntax;

import dev.gangway.http.HTTPMessage;
import java.util.List;

/**
 * How the end of a request's content is found (RFC 9112 §6).
 *
 * @param chunked whether the content is framed in chunks
 * @param length the length in bytes, 0 or more; 0 if there is no content, −1 if it is chunked
 */
public record ContentFraming(boolean chunked, long length) {
    /** A request without content. */
    public static final ContentFraming NONE = new ContentFraming(false, 0);

    private static final ContentFraming CHUNKED = new ContentFraming(true, -1);

    /**
     * Reads the fields that frame a request.
     *
     * @param version the request's version
     * @param fields the request's fields
     * @return how the content ends
     * @throws MessageSyntaxException with 501 for a transfer coding that is not known, with 400 for everything that
     *     RFC 9112 §6.3 calls invalid
     */
    public static ContentFraming of(HttpVersion version, HTTPMessage fields) throws MessageSyntaxException {
        boolean hasLength = fields.contains("Content-Length");
        if (!fields.contains("Transfer-Encoding")) {
            return hasLength ? ofLength(fields.getAll("Content-Length")) : NONE;
        }
        if (hasLength) {
            throw new MessageSyntaxException(400, "Both Content-Length and Transfer-Encoding");
        }
        if (!version.isAtLeast(1, 1)) {
            throw new MessageSyntaxException(400, "Transfer-Encoding in an " + version.text() + " request");
        }
        checkCodings(String.join(",", fields.getAll("Transfer-Encoding")));
        return CHUNKED;
    }

    private static ContentFraming ofLength(List<String> values) throws MessageSyntaxException {
        long length = -1;
        for (String value : values) {
            for (String member : value.split(",", -1)) {
                long next = Grammar.length(Grammar.strip(member));
                if (next < 0 || (length >= 0 && next != length)) {
                    throw new MessageSyntaxException(
                            400, "Bad Content-Length (" + PythonText.repr(String.join(", ", values)) + ")");
                }
                length = next;
            }
        }
        return length == 0 ? NONE : new ContentFraming(false, length);
    }

    private static void checkCodings(String list) throws MessageSyntaxException {
        if (Grammar.strip(list).equalsIgnoreCase("chunked")) {
            return;
        }
        boolean unknown = false;
        for (String member : list.split(",", -1)) {
            String coding = Grammar.strip(member);
            int semicolon = coding.indexOf(';');
            String name = semicolon < 0 ? coding : Grammar.strip(coding.substring(0, semicolon));
            if (!Grammar.isToken(name)) {
                throw new MessageSyntaxException(400, "Bad Transfer-Encoding (" + PythonText.repr(list) + ")");
            }
            unknown |= !name.equalsIgnoreCase("chunked");
        }
        boolean chunkedLast = list.length() >= 7
                && Grammar.strip(list.substring(list.lastIndexOf(',') + 1)).equalsIgnoreCase("chunked");
        boolean chunkedTwice = Grammar.listContains(list.substring(0, Math.max(0, list.lastIndexOf(','))), "chunked");
        if (chunkedTwice || !unknown || (!chunkedLast && Grammar.listContains(list, "chunked"))) {
            throw new MessageSyntaxException(400, "Bad Transfer-Encoding (" + PythonText.repr(list) + ")");
        }
        throw new MessageSyntaxException(501, "Unsupported Transfer-Encoding (" + PythonText.repr(list) + ")");
    }
}
