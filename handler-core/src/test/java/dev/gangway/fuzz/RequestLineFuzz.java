package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.RequestLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words have no white space in them; a version is one digit, a dot and one digit; a target begins with one slash at most. */
public final class RequestLineFuzz {
    private RequestLineFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        byte[] line = new FuzzInput(data).text().getBytes(StandardCharsets.ISO_8859_1);
        String[] words = RequestLine.words(line);
        for (String word : words) {
            require(!word.isEmpty() && !word.matches("(?s).*[\\t\\n\\x0b\\f\\r ].*"), "a word: " + word);
            require(!RequestLine.withoutDoubleSlash(word).startsWith("//"), "two slashes: " + word);
            checkVersion(word);
        }
        byte[] joined = String.join(" ", words).getBytes(StandardCharsets.ISO_8859_1);
        require(Arrays.equals(RequestLine.words(joined), words), "words of words");
        try {
            RequestLine.check(line, words);
            require(
                    words.length == 3 || words.length == 2 && words[0].equals("GET"),
                    "accepted: " + RequestLine.text(line));
        } catch (MessageSyntaxException e) {
            require(e.status() == 400, "status " + e.status());
        }
    }

    private static void checkVersion(String word) {
        try {
            HttpVersion version = HttpVersion.parse(word);
            require(word.matches("HTTP/[01]\\.[0-9]") && version.text().equals(word), "accepted: " + word);
        } catch (MessageSyntaxException e) {
            require(e.status() == 400 || e.status() == 505 && word.matches("HTTP/[0-9]+\\.[0-9]+"), "refused: " + word);
        }
    }
}
