package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.http.HTTPMessage;
import java.util.Locale;

/** Parameters of any text can be asked for; a quoted string is read without its quotes. */
public final class ParametersFuzz {
    private ParametersFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new FuzzInput(data).text();
        HTTPMessage message = new HTTPMessage();
        message.add("Content-Type", text);
        message.add("Content-Disposition", text);
        String type = message.getContentType();
        require(type.equals(type.toLowerCase(Locale.ROOT)) && type.indexOf('/') > 0 || type.indexOf('/') == 0, type);
        require(type.startsWith(message.getContentMaintype()) && type.endsWith(message.getContentSubtype()), type);
        message.getContentCharset();
        message.getParam("charset");
        message.getParam("filename", "Content-Disposition");
        message.getBoundary();
        message.getFilename();
        checkQuoted(text);
    }

    private static void checkQuoted(String text) {
        HTTPMessage message = new HTTPMessage();
        message.add("Content-Type", "a/b; p=\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"; q=2");
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == '\\' || c == ';' || c <= ' ' || c >= 0x7f);
        if (plain) {
            require(
                    text.equals(message.getParam("p")) && "2".equals(message.getParam("q")),
                    text + " is " + message.getParam("p"));
        }
    }
}
