package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.RequestLine;
import java.nio.charset.StandardCharsets;

/** Words have no white space in them; a version is one digit, a dot and one digit; a target begins with one slash at most. */
public final class RequestLineFuzz {
    private RequestLineFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        byte[] line = new FuzzInput(data).text().getBytes(StandardCharsets.ISO_8859_1);
        String[] words =
                RequestLine.text(line).replaceAll("^[\\t\\n\\x0b\\f\\r ]+", "").split("[\\t\\n\\x0b\\f\\r ]+");
        for (String word : words) {
            require(!RequestLine.withoutDoubleSlash(word).startsWith("//"), "two slashes: " + word);
            checkVersion(word);
        }
        try {
            RequestLine parsed = RequestLine.of(line);
            require(parsed.equals(RequestLine.of(joined(words))), "words of words: " + parsed);
            parsed.check(line);
            require(
                    parsed.words() == 3
                            || parsed.words() == 2 && parsed.method().equals("GET"),
                    "accepted: " + RequestLine.text(line));
            require((parsed.version() == null) == (parsed.words() == 2), "version: " + parsed);
        } catch (MessageSyntaxException e) {
            require(e.status() == 400 || e.status() == 505, "status " + e.status());
        }
    }

    private static byte[] joined(String[] words) {
        return String.join(" ", words).getBytes(StandardCharsets.ISO_8859_1);
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
