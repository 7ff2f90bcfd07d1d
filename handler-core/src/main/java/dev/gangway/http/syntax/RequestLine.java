package dev.gangway.http.syntax;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request line, split at white space (RFC 9112 §3, "http.server: parse_request").
 *
 * @param words how many words it has; three, or two in HTTP/0.9, make a request
 * @param method the first word; empty if there is none
 * @param target the second word as {@link #withoutDoubleSlash} has it; empty if there is none
 * @param version what the last of three words or more names; null if there are fewer
 */
public record RequestLine(
        int words, String method, String target, @Nullable HttpVersion version) {
    /** Most lines have two of these, for which no string need be made. */
    private static final List<String> COMMON = List.of("GET", "HTTP/1.1", "POST", "HEAD", "HTTP/1.0");

    /**
     * Splits a line at white space, any number of it, as {@link Grammar#isRequestLineSpace(int)} tells.
     *
     * @param line a request line in ISO-8859-1; its line end is white space too
     * @return the line, which may be no request: see {@link #check(byte[])}
     * @throws MessageSyntaxException by {@link HttpVersion#parse(String)}, if there are three words or more
     */
    public static RequestLine of(byte[] line) throws MessageSyntaxException {
        String method = "";
        String target = "";
        String last = "";
        int words = 0;
        int start = -1;
        for (int i = 0; i <= line.length; i++) {
            boolean space = i == line.length || Grammar.isRequestLineSpace(line[i] & 0xff);
            if (!space) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                last = word(line, start, i);
                method = words == 0 ? last : method;
                target = words == 1 ? last : target;
                words++;
                start = -1;
            }
        }
        return new RequestLine(words, method, withoutDoubleSlash(target), words < 3 ? null : HttpVersion.parse(last));
    }

    /**
     * Reads a line as text.
     *
     * @param line the bytes, with or without a line end
     * @return the text in ISO-8859-1 without CR and LF at its end
     */
    public static String text(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    /**
     * Checks that the line has two words, the first of them GET (HTTP/0.9), or three.
     *
     * @param line the line, with or without its line end, for the message
     * @throws MessageSyntaxException with 400 if it has not
     */
    public void check(byte[] line) throws MessageSyntaxException {
        if (words != 2 && words != 3) {
            throw new MessageSyntaxException(400, "Bad request syntax (" + PythonText.repr(text(line)) + ")");
        }
        if (words == 2 && !method.equals("GET")) {
            throw new MessageSyntaxException(400, "Bad HTTP/0.9 request type (" + PythonText.repr(method) + ")");
        }
    }

    /**
     * Reduces the slashes that a path begins with to one, so that no redirect made from it names another host
     * ("http.server: parse_request").
     *
     * @param target a request target
     * @return the target, beginning with one slash where it began with more
     */
    public static String withoutDoubleSlash(String target) {
        if (!target.startsWith("//")) {
            return target;
        }
        int from = 1;
        while (from < target.length() && target.charAt(from) == '/') {
            from++;
        }
        return target.substring(from - 1);
    }

    private static String word(byte[] line, int start, int end) {
        for (int i = 0; i < COMMON.size(); i++) {
            String common = COMMON.get(i);
            if (common.length() == end - start && isSame(common, line, start)) {
                return common;
            }
        }
        return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean isSame(String text, byte[] line, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (line[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
