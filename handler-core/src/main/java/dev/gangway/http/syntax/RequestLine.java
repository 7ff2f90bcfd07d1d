package dev.gangway.http.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Splits a request line into its words and checks them (RFC 9112 §3, "http.server: parse_request"). */
public final class RequestLine {
    /** Most lines have two of these, for which no string need be made. */
    private static final List<String> COMMON = List.of("GET", "HTTP/1.1", "POST", "HEAD", "HTTP/1.0");

    private RequestLine() {}

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
     * Splits a line at white space, any number of it, as {@link Grammar#isRequestLineSpace(int)} tells.
     *
     * @param line a request line in ISO-8859-1; its line end is white space too
     * @return the words; empty if there are none
     */
    public static String[] words(byte[] line) {
        String[] words = new String[3];
        int count = 0;
        int start = -1;
        for (int i = 0; i <= line.length; i++) {
            boolean space = i == line.length || Grammar.isRequestLineSpace(line[i] & 0xff);
            if (!space) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                words = count == words.length ? Arrays.copyOf(words, count * 2) : words;
                words[count++] = word(line, start, i);
                start = -1;
            }
        }
        return count == words.length ? words : Arrays.copyOf(words, count);
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

    /**
     * Checks that a request line has two words, the first of them GET (HTTP/0.9), or three.
     *
     * @param line the line, with or without its line end, for the message
     * @param words its words
     * @throws MessageSyntaxException with 400 if it has not
     */
    public static void check(byte[] line, String[] words) throws MessageSyntaxException {
        if (words.length != 2 && words.length != 3) {
            throw new MessageSyntaxException(400, "Bad request syntax (" + PythonText.repr(text(line)) + ")");
        }
        if (words.length == 2 && !words[0].equals("GET")) {
            throw new MessageSyntaxException(400, "Bad HTTP/0.9 request type (" + PythonText.repr(words[0]) + ")");
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
}
