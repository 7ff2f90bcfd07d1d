package dev.gangway.porting;

/** Python 2's {@code HTMLParser}, as far as it replaces references: {@code HTMLParser().unescape(text)}. */
public final class HTMLParser {
    /** Makes one. */
    public HTMLParser() {}

    /** Returns {@code parser.unescape(text)}. */
    public String unescape(String s) {
        return Html.unescape(s);
    }
}
