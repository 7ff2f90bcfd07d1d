package dev.gangway.http.syntax;

import java.util.Map;

/** A header field that a program or its user gives, checked before it is sent (RFC 9110 §5.1, §5.5). */
public final class GivenField {
    private GivenField() {}

    /**
     * Checks a name and a value.
     *
     * @param name the field's name
     * @param value the field's value
     * @return both, without white space around the value
     * @throws IllegalArgumentException if the name is no token, or is {@code Transfer-Encoding}, or the value has CR, LF, NUL or a
     *     character beyond ISO-8859-1
     */
    public static Map.Entry<String, String> of(String name, String value) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException(
                    "\"" + name
                            + "\" is no name of a header field; allowed are letters, digits and !#$%&'*+-.^_`|~ (RFC 9110 §5.1)");
        }
        if (name.equalsIgnoreCase("Transfer-Encoding")) {
            throw new IllegalArgumentException(
                    name + " cannot be given: the server says itself how its responses are framed");
        }
        check("the value of " + name, value);
        return Map.entry(name, value.strip());
    }

    /**
     * Reads a line.
     *
     * @param line {@code NAME: VALUE}
     * @return the name and the value
     * @throws IllegalArgumentException if there is no colon, or {@link #of(String, String)} refuses a part
     */
    public static Map.Entry<String, String> parse(String line) {
        Map.Entry<String, String> field = FieldLine.parse(line);
        if (field == null) {
            throw new IllegalArgumentException("\"" + line + "\" is no header field; allowed is NAME: VALUE");
        }
        return of(field.getKey(), field.getValue());
    }

    /**
     * Looks for characters that would split a response or cannot be sent.
     *
     * @param what what the text is called in the message
     * @param text the text
     * @throws IllegalArgumentException if it has CR, LF, NUL or a character beyond ISO-8859-1
     */
    public static void check(String what, String text) {
        int index = indexOfForbidden(text);
        if (index >= 0) {
            throw new IllegalArgumentException(String.format(
                    "%s has the character U+%04X at index %d; allowed is ISO-8859-1 without CR, LF and NUL",
                    what, (int) text.charAt(index), index));
        }
    }

    /**
     * Looks for the same characters as {@link #check}.
     *
     * @param text the text
     * @return where the first one is; −1 if the text can be sent
     */
    public static int indexOfForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0 || c > 0xff) {
                return i;
            }
        }
        return -1;
    }
}
