package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.MessageText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptHeadLimitTest {
    private static final String VALUE = "x".repeat(65_529);

    private static String check(String printed, int piece) throws IOException {
        ScriptHeadLimit limit = new ScriptHeadLimit();
        byte[] bytes = MessageText.bytes(printed);
        try {
            for (int at = 0; at < bytes.length; at += piece) {
                limit.accept(bytes, at, Math.min(piece, bytes.length - at));
            }
            return "passes";
        } catch (ScriptHeadException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void check(String printed, String expected) throws IOException {
        for (int piece : List.of(1, 8192, printed.length() * 2)) {
            assertEquals(expected, check(printed, piece), "in pieces of " + piece);
        }
    }

    @Test
    void countsBytes() throws IOException {
        check("A: " + VALUE + "~~", "passes");
        check("A: " + VALUE + "x~~", "its header section is longer than 65536 bytes");
        check("A: " + VALUE + "xxxxx", "its header section is longer than 65536 bytes");
    }

    @Test
    void countsLines() throws IOException {
        check("A: b~".repeat(100) + "~", "passes");
        check("A: b<LF>".repeat(100) + "<LF>", "passes");
        check("A: b~".repeat(101), "its header section has more than 100 lines");
    }

    @Test
    void countsNothingBehindTheHead() throws IOException {
        check("A: b~~" + VALUE + VALUE, "passes");
        check("A: b<LF><CR><CR><LF>" + "~".repeat(200), "passes");
        check("~" + VALUE + VALUE, "passes");
    }
}
