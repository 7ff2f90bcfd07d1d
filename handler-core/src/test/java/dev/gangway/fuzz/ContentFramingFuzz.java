package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.ContentFraming;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** A request is framed as RFC 9112 §6.3 says, or refused: compared with a few regular expressions. */
public final class ContentFramingFuzz {
    private static final Pattern LENGTHS = Pattern.compile("[ \\t]*0*([0-9]{1,18})[ \\t]*(,[ \\t]*0*\\1[ \\t]*)*");

    private ContentFramingFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws MessageSyntaxException {
        FuzzInput input = new FuzzInput(data);
        HttpVersion version = HttpVersion.parse(input.choose(3) == 0 ? "HTTP/1.0" : "HTTP/1.1");
        String[] names = {"Content-Length", "Transfer-Encoding", "content-length", "TRANSFER-ENCODING"};
        HTTPMessage fields = new HTTPMessage();
        int shift = input.choose(4);
        String[] lines = input.lines();
        for (int i = 0; i < Math.min(lines.length, 4); i++) {
            fields.add(names[(shift >> (i & 1)) + i & 3], lines[i].replace("\r", ""));
        }
        List<String> lengths = fields.getAll("Content-Length");
        List<String> codings = fields.getAll("Transfer-Encoding");
        try {
            ContentFraming framing = ContentFraming.of(version, fields);
            if (framing.chunked()) {
                require(lengths.isEmpty() && version.isAtLeast(1, 1), "chunked: " + fields.items());
                require(String.join(",", codings).matches("(?i)[ \\t]*chunked[ \\t]*"), "chunked: " + codings);
            } else {
                require(codings.isEmpty(), "a length: " + fields.items());
                require(
                        lengths.isEmpty()
                                || LENGTHS.matcher(String.join(",", lengths)).matches(),
                        "" + lengths);
                require(framing.length() >= 0, "" + framing);
            }
        } catch (MessageSyntaxException e) {
            require(e.status() == 400 || e.status() == 501, "status " + e.status());
            require(e.phrase().chars().noneMatch(c -> c < 0x20 || c == 0x7f), "a control character: " + e.phrase());
            require(!(codings.isEmpty() && lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,18}")), "" + lengths);
        }
    }
}
