package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.syntax.ChunkedFraming;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Chunk extensions and trailers are what the rules of RFC 9112 §7.1 derive, written here once more as expressions. */
public final class ChunkGrammarFuzz {
    private static final String BWS = "[ \\t]*";
    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
    private static final String QUOTED =
            "\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t \\x21-\\x7e\\x80-\\xff])*\"";
    private static final Pattern EXTENSIONS = Pattern.compile(
            "(?:" + BWS + ";" + BWS + TOKEN + "(?:" + BWS + "=" + BWS + "(?:" + TOKEN + "|" + QUOTED + "))?)*");
    private static final Pattern TRAILERS = Pattern.compile("(?:" + TOKEN + ":[\\t \\x21-\\x7e\\x80-\\xff]*\\r\\n)*");

    /** An expression of this kind takes a stack as deep as the text is long. */
    private static final int MAX_LENGTH = 300;

    private ChunkGrammarFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        boolean trailers = input.choose(2) == 1;
        String text = input.text();
        text = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        if (!trailers && text.matches("(?s)[0-9a-fA-F].*|.*\r\n.*")) {
            return; // another size, or more lines than one
        }
        boolean expected = (trailers ? TRAILERS : EXTENSIONS).matcher(text).matches();
        String content = trailers ? "0\r\n" + text + "\r\n" : "1" + text + "\r\na\r\n0\r\n\r\n";
        require(isTaken(content) == expected, "a grammar says " + expected + ": " + content);
    }

    /** Tells whether these bytes, all of them and no fewer, are chunked content. */
    private static boolean isTaken(String content) {
        ChunkedFraming framing = new ChunkedFraming();
        for (byte b : content.getBytes(StandardCharsets.ISO_8859_1)) {
            if (framing.isComplete()) {
                return false;
            }
            if (framing.dataRemaining() > 0) {
                framing.dataTaken(1);
                continue;
            }
            try {
                framing.accept(b & 0xff);
            } catch (MessageSyntaxException e) {
                return false;
            }
        }
        return framing.isComplete();
    }
}
