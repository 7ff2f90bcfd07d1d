package dev.gangway.porting;

import org.jspecify.annotations.Nullable;

/** Python's module {@code html}. */
public final class Html {
    private Html() {}

    /** Returns {@code html.escape(text)}. */
    public static String escape(@Nullable Object text) {
        return escape(text, true);
    }

    /** Returns {@code html.escape(text, quote)}. */
    public static String escape(@Nullable Object text, boolean quote) {
        if (!(text instanceof String plain)) {
            throw new AttributeError("'" + Repr.type(text) + "' object has no attribute 'replace'");
        }
        String escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return quote ? escaped.replace("\"", "&quot;").replace("'", "&#x27;") : escaped;
    }

    /** Returns {@code html.unescape(text)}, of numbers and the names that HTML has in common with XML. */
    public static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        java.util.regex.Matcher entity = java.util.regex.Pattern.compile(
                        "&(#[0-9]+|#[xX][0-9a-fA-F]+|lt|gt|amp|quot|apos|nbsp);")
                .matcher(text);
        while (entity.find()) {
            String name = entity.group(1);
            String plain = switch (name) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                case "nbsp" -> "\u00a0";
                default ->
                    Character.toString(
                            name.charAt(1) == 'x' || name.charAt(1) == 'X'
                                    ? Integer.parseInt(name.substring(2), 16)
                                    : Integer.parseInt(name.substring(1)));
            };
            entity.appendReplacement(out, java.util.regex.Matcher.quoteReplacement(plain));
        }
        return entity.appendTail(out).toString();
    }
}
