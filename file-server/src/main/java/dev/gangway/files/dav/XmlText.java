package dev.gangway.files.dav;

/** Writes XML. */
public final class XmlText {
    private XmlText() {}

    /**
     * Escapes a text for content and for attributes.
     *
     * @param text any text; characters that XML 1.0 does not have become U+FFFD
     * @return the text with references
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r', '\n', '\t' -> escaped.append("&#").append(c).append(';');
                default -> {
                    boolean allowed = c >= ' ' && !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff;
                    escaped.appendCodePoint(allowed ? c : 0xfffd);
                }
            }
        });
        return escaped.toString();
    }

    /**
     * Writes an element with a name of any namespace.
     *
     * @param to where it goes
     * @param name its name
     * @param content its content, as XML; may be empty
     */
    public static void element(StringBuilder to, PropertyName name, String content) {
        String tag;
        String declaration = "";
        if (name.isDav()) {
            tag = "D:" + name.name();
        } else if (name.namespace().isEmpty()) {
            tag = name.name();
        } else {
            tag = "P:" + name.name();
            declaration = " xmlns:P=\"" + escape(name.namespace()) + "\"";
        }
        to.append('<').append(tag).append(declaration);
        if (content.isEmpty()) {
            to.append("/>");
        } else {
            to.append('>').append(content).append("</").append(tag).append('>');
        }
    }
}
