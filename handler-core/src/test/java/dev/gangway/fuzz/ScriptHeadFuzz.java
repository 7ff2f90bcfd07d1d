package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.cgi.ScriptHead;
import dev.gangway.handler.cgi.ScriptHeadException;
import dev.gangway.handler.cgi.ScriptHeadParser;
import dev.gangway.http.syntax.Grammar;
import java.util.Map;

/** What a script prints is read the same in any pieces, and nothing of it can frame the answer or split a line. */
public final class ScriptHeadFuzz {
    private ScriptHeadFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        int piece = 1 + input.choose(9);
        byte[] printed = input.rest();
        String whole = read(printed, printed.length + 1);
        require(whole.equals(read(printed, piece)), "pieces of " + piece + ": " + whole);
    }

    private static String read(byte[] printed, int piece) {
        ScriptHeadParser parser = new ScriptHeadParser();
        int at = 0;
        try {
            while (at < printed.length && !parser.isComplete()) {
                at += parser.accept(printed, at, Math.min(piece, printed.length - at));
            }
        } catch (ScriptHeadException e) {
            return String.valueOf(e.getMessage());
        }
        return parser.isComplete() ? at + " " + checked(parser.head()) : "more";
    }

    private static ScriptHead checked(ScriptHead head) {
        require(head.effectiveStatus() >= 200 && head.effectiveStatus() <= 599, "" + head);
        require(head.contentLength() >= -1, "" + head);
        checkLine(String.valueOf(head.location()));
        checkLine(String.valueOf(head.reason()));
        for (Map.Entry<String, String> field : head.fields()) {
            require(Grammar.isToken(field.getKey()), "" + head);
            require(!field.getKey().equalsIgnoreCase("Transfer-Encoding"), "" + head);
            require(!field.getKey().equalsIgnoreCase("Content-Length"), "" + head);
            checkLine(field.getValue());
        }
        return head;
    }

    private static void checkLine(String text) {
        require(text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0), "a line end in " + text);
    }
}
