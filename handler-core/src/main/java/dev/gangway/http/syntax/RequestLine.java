package dev.gangway.http.syntax;

import dev.gangway.handler.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/** Splits a request line into its words and checks them (RFC 9112 §3, "http.server: parse_request"). */
public final class RequestLine {
    private RequestLine() {}

    /**
     * Splits a line at white space, as Python's {@code str.split()} does.
     *
     * @param line a request line read as ISO-8859-1, without its line end
     * @return the words; empty if there are none
     */
    public static List<String> words(String line) {
        List<String> words = new ArrayList<>(3);
        int start = -1;
        for (int i = 0; i < line.length(); i++) {
            if (Grammar.isRequestLineSpace(line.charAt(i))) {
                if (start >= 0) {
                    words.add(line.substring(start, i));
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(line.substring(start));
        }
        return words;
    }

    /**
     * Checks that a request line has two words, the first of them GET (HTTP/0.9), or three.
     *
     * @param line the line, for the message
     * @param words its words
     * @throws MessageSyntaxException with 400 if it has not
     */
    public static void check(String line, List<String> words) throws MessageSyntaxException {
        if (words.size() != 2 && words.size() != 3) {
            throw new MessageSyntaxException(400, "Bad request syntax (" + PythonText.repr(line) + ")");
        }
        if (words.size() == 2 && !words.get(0).equals("GET")) {
            throw new MessageSyntaxException(400, "Bad HTTP/0.9 request type (" + PythonText.repr(words.get(0)) + ")");
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
