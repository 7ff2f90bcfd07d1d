package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.io.FieldParser;
import dev.gangway.handler.io.HeadLimits;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The same fields however the bytes come; fields that are written again read as the same; no control gets through. */
public final class FieldParserFuzz {
    private FieldParserFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FuzzInput input = new FuzzInput(data);
        int piece = 1 + input.choose(9);
        byte[] bytes = input.rest();
        String whole = parsed(new ByteArrayInputStream(bytes));
        require(whole.equals(parsed(FuzzInput.inPieces(bytes, piece))), "pieces of " + piece + ": " + whole);
    }

    private static String parsed(InputStream bytes) throws IOException {
        RequestInputStream in = new RequestInputStream(bytes);
        HTTPMessage fields = new HTTPMessage();
        try {
            FieldParser.parse(in, fields, HeadLimits.DEFAULT);
        } catch (MessageSyntaxException e) {
            require(e.status() == 400 || e.status() == 431, "status " + e.status());
            return e.status() + " " + e.explain();
        }
        StringBuilder written = new StringBuilder();
        for (Map.Entry<String, String> field : fields.items()) {
            require(Grammar.isToken(field.getKey()), "a name: " + field.getKey());
            require(!field.getValue().matches("(?s).*[\\x00\\r\\n].*"), "a value: " + field.getValue());
            written.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
        }
        checkAgain(fields, written + "\r\n");
        return written + "|" + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static void checkAgain(HTTPMessage fields, String written) throws IOException {
        HTTPMessage again = new HTTPMessage();
        try {
            byte[] bytes = written.getBytes(StandardCharsets.ISO_8859_1);
            FieldParser.parse(new RequestInputStream(new ByteArrayInputStream(bytes)), again, HeadLimits.DEFAULT);
            require(again.items().equals(fields.items()), "read again: " + again.items());
        } catch (MessageSyntaxException e) {
            require(e.status() == 431, e.explain() + " in " + written); // line ends may have grown
        }
    }
}
