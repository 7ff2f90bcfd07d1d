package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code http.cookies.SimpleCookie}. */
public final class SimpleCookie extends LinkedHashMap<String, Morsel> {
    private static final long serialVersionUID = 1L;
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([\\w!#%&'~`><@,:/$*+.^|)(?}{=-]+?)\\s*(?:=\\s*(\"(?:[^\\\\\"]|\\\\.)*\"|\\w{3},\\s[\\w\\d\\s-]{9,11}\\s[\\d:]{8}\\sGMT|[\\w!#%&'~`><@,:/$*+.^|)(?}{=\\[\\]-]*)\\s*)?(?:\\s+|;|$)");
    private static final String LEGAL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~:";

    /** Makes an empty one. */
    public SimpleCookie() {}

    /** Makes one of the value of a field {@code Cookie}. */
    public SimpleCookie(@Nullable String input) {
        if (input != null) {
            read(input);
        }
    }

    private void read(String field) {
        Matcher pair = PAIR.matcher(field);
        int at = 0;
        while (at < field.length() && pair.find(at) && pair.start() == at && pair.group(2) != null) {
            at = pair.end();
            if (!pair.group(1).startsWith("$")) {
                put(pair.group(1), new Morsel(pair.group(1), unquote(pair.group(2))));
            }
        }
    }

    /** Does {@code cookie.load(field)}. */
    public void load(String rawdata) {
        read(rawdata);
    }

    private static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return Pattern.compile("\\\\(?:([0-3][0-7][0-7])|(.))")
                .matcher(value.substring(1, value.length() - 1))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(found.group(1), 8))
                                : found.group(2)));
    }

    static String quote(String value) {
        if (value.chars().allMatch(c -> LEGAL.indexOf(c) >= 0)) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.chars()
                .forEach(c -> quoted.append(
                        c == '"'
                                ? "\\\""
                                : c == '\\'
                                        ? "\\\\"
                                        : c < 32 || c > 126 && c < 256 || c == ',' || c == ';'
                                                ? String.format("\\%03o", c)
                                                : String.valueOf((char) c)));
        return quoted.append('"').toString();
    }

    /** Returns {@code cookie[name]}. */
    public Morsel getitem(String name) {
        return item(name);
    }

    /** Returns {@code cookie.values()}. */
    @Override
    public java.util.List<Morsel> values() {
        return new java.util.ArrayList<>(super.values());
    }

    Morsel item(String name) {
        Morsel found = get(name);
        if (found == null) {
            throw new KeyError(name);
        }
        return found;
    }

    void set(String name, @Nullable Object value) {
        put(name, value instanceof Morsel morsel ? morsel : new Morsel(name, Python.str(value)));
    }

    /** Returns {@code cookie.items()}. */
    public java.util.List<Tuple> items() {
        return Dicts.items(this);
    }

    /** Returns {@code cookie.output()}: a line for each, in the order of their names. */
    public String output() {
        return output(Keywords.NONE);
    }

    /** Returns {@code cookie.output(header=…, sep=…)}. */
    public String output(Keywords keywords) {
        return String.join(
                Python.str(keywords.get("sep", "\r\n")),
                new TreeMap<>(this)
                        .values().stream().map(each -> each.output(keywords)).toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public String toString() {
        return output();
    }
}
