package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.text.Html;
import dev.gangway.handler.text.LogLine;
import dev.gangway.http.syntax.PythonText;

/** No text starts a line of the log, moves a terminal, or opens a tag. */
public final class TextFuzz {
    private TextFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new FuzzInput(data).text();
        for (String line : new String[] {LogLine.escape(text), LogLine.of(text, "now", text), PythonText.repr(text)}) {
            require(line.chars().noneMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0), "a control character in " + line);
        }
        String html = Html.escapeQuoted(text);
        require(html.chars().noneMatch(c -> c == '<' || c == '>' || c == '"' || c == '\''), html);
        String back = html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'");
        require(back.replace("&amp;", "&").equals(text), html);
    }
}
