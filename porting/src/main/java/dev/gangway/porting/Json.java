package dev.gangway.porting;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Python's module {@code json}. It is not a library's, because those write other white space and escapes, read numbers to other types,
 * and none of them knows {@code NaN}, as Python does.
 */
public final class Json {
    private Json() {}

    /** Returns {@code json.dumps(x)}. */
    public static String dumps(@Nullable Object x) {
        return dumps(x, Keywords.NONE);
    }

    /** Returns {@code json.dumps(x, …)}: {@code indent}, {@code sort_keys}, {@code ensure_ascii}, {@code separators} and {@code default}. */
    public static String dumps(@Nullable Object x, Keywords keywords) {
        StringBuilder out = new StringBuilder();
        new Writer(keywords, out).write(x, 0);
        return out.toString();
    }

    /** Does {@code json.dump(x, file)}. */
    public static void dump(@Nullable Object x, @Nullable Object file) throws IOException {
        dump(x, file, Keywords.NONE);
    }

    /** Does {@code json.dump(x, file, …)}. */
    public static void dump(@Nullable Object x, @Nullable Object file, Keywords keywords) throws IOException {
        Dynamic.call(file, "write", dumps(x, keywords));
    }

    /** Returns {@code json.loads(text)}. */
    public static @Nullable Object loads(@Nullable Object text) {
        if (text instanceof byte[] bytes) {
            return new Reader(Bytes.decode(bytes)).read();
        }
        if (!(text instanceof String json)) {
            throw new TypeError("the JSON object must be str, bytes or bytearray, not " + Repr.type(text));
        }
        return new Reader(json).read();
    }

    /** Returns {@code json.load(file)}. */
    public static @Nullable Object load(@Nullable Object file) throws IOException {
        if (file instanceof java.io.InputStream stream) {
            return loads(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
        return loads(Dynamic.call(file, "read"));
    }

    private static final class Writer {
        private final @Nullable String indent;
        private final boolean sort;
        private final boolean ascii;
        private final String item;
        private final String key;
        private final @Nullable Object other;
        private final StringBuilder out;

        Writer(Keywords keywords, StringBuilder out) {
            Object given = keywords.get("indent");
            indent =
                    given == null ? null : given instanceof String text ? text : " ".repeat((int) Ported.asLong(given));
            sort = keywords.truth("sort_keys");
            ascii = Python.truth(keywords.get("ensure_ascii", true));
            Object separators = keywords.get("separators");
            item = separators == null
                    ? (indent == null ? ", " : ",")
                    : Python.str(Python.list(separators).get(0));
            key = separators == null ? ": " : Python.str(Python.list(separators).get(1));
            other = keywords.get("default");
            this.out = out;
        }

        void write(@Nullable Object x, int depth) {
            if (x == null) {
                out.append("null");
            } else if (x instanceof Boolean) {
                out.append(x);
            } else if (x instanceof String text) {
                string(text);
            } else if (x instanceof Double d) {
                out.append(d.isNaN() ? "NaN" : d.isInfinite() ? (d > 0 ? "Infinity" : "-Infinity") : Repr.number(d));
            } else if (x instanceof Number || x instanceof dev.gangway.http.HTTPStatus) {
                out.append(
                        x instanceof dev.gangway.http.HTTPStatus status
                                ? Integer.toString(status.value())
                                : x.toString());
            } else if (x instanceof Map<?, ?> map) {
                map(map, depth);
            } else if (x instanceof List<?> list) {
                list(list, depth);
            } else if (other != null) {
                write(Python.apply(other, x), depth);
            } else {
                throw new TypeError("Object of type " + Repr.type(x) + " is not JSON serializable");
            }
        }

        private void line(int depth) {
            if (indent != null) {
                out.append('\n').append(indent.repeat(depth));
            }
        }

        private void list(List<?> list, int depth) {
            if (list.isEmpty()) {
                out.append("[]");
                return;
            }
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : item);
                line(depth + 1);
                write(list.get(i), depth + 1);
            }
            line(depth);
            out.append(']');
        }

        private void map(Map<?, ?> map, int depth) {
            if (map.isEmpty()) {
                out.append("{}");
                return;
            }
            Map<?, ?> all = map;
            if (sort) {
                Map<@Nullable Object, @Nullable Object> sorted = new TreeMap<>(Operators::compare);
                sorted.putAll(map);
                all = sorted;
            }
            out.append('{');
            boolean first = true;
            for (Map.Entry<?, ?> entry : all.entrySet()) {
                out.append(first ? "" : item);
                first = false;
                line(depth + 1);
                string(name(entry.getKey()));
                out.append(key);
                write(entry.getValue(), depth + 1);
            }
            line(depth);
            out.append('}');
        }

        private static String name(@Nullable Object key) {
            if (key instanceof String text) {
                return text;
            }
            if (key == null) {
                return "null";
            }
            if (key instanceof Boolean b) {
                return b ? "true" : "false";
            }
            if (key instanceof Number) {
                return key instanceof Double d ? Repr.number(d) : key.toString();
            }
            throw new TypeError("keys must be str, int, float, bool or None, not " + Repr.type(key));
        }

        private void string(String text) {
            out.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    case '\b' -> out.append("\\b");
                    case '\f' -> out.append("\\f");
                    default -> {
                        if (c < 32 || ascii && c > 126) {
                            out.append(String.format("\\u%04x", (int) c));
                        } else {
                            out.append(c);
                        }
                    }
                }
            }
            out.append('"');
        }
    }

    private static final class Reader {
        private static final int MAX_DEPTH = 1000;

        private final String text;
        private int at;
        private int depth;

        Reader(String text) {
            this.text = text;
        }

        @Nullable Object read() {
            if (text.startsWith("\ufeff")) {
                throw wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
            }
            space();
            Object value = value();
            space();
            if (at < text.length()) {
                throw wrong("Extra data", at);
            }
            return value;
        }

        private JSONDecodeError wrong(String message, int place) {
            int line = (int) text.substring(0, Math.min(place, text.length()))
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            int column = place - text.lastIndexOf('\n', place - 1);
            return new JSONDecodeError(message + ": line " + line + " column " + column + " (char " + place + ")");
        }

        private void space() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private @Nullable Object value() {
            if (at >= text.length()) {
                throw wrong("Expecting value", at);
            }
            char c = text.charAt(at);
            if (c == '{' || c == '[') {
                if (++depth > MAX_DEPTH) {
                    throw new RuntimeError("maximum recursion depth exceeded while decoding a JSON document");
                }
                Object value = c == '{' ? object() : array();
                depth--;
                return value;
            }
            if (c == '"') {
                return string();
            }
            for (Object[] word : new Object[][] {
                {"null", null},
                {"true", true},
                {"false", false},
                {"NaN", Double.NaN},
                {"Infinity", Double.POSITIVE_INFINITY},
                {"-Infinity", Double.NEGATIVE_INFINITY}
            }) {
                if (text.startsWith((String) word[0], at)) {
                    at += ((String) word[0]).length();
                    return word[1];
                }
            }
            return number();
        }

        private Object number() {
            int start = at;
            int end = at;
            end += peek(end) == '-' ? 1 : 0;
            if (peek(end) == '0') {
                end++;
            } else {
                int digits = end;
                end = digits(end);
                if (end == digits) {
                    throw wrong("Expecting value", start);
                }
            }
            boolean whole = true;
            if (peek(end) == '.' && digits(end + 1) > end + 1) {
                end = digits(end + 1);
                whole = false;
            }
            if (peek(end) == 'e' || peek(end) == 'E') {
                int sign = peek(end + 1) == '+' || peek(end + 1) == '-' ? 2 : 1;
                if (digits(end + sign) > end + sign) {
                    end = digits(end + sign);
                    whole = false;
                }
            }
            at = end;
            String number = text.substring(start, end);
            if (!whole) {
                return Double.parseDouble(number);
            }
            BigInteger value = new BigInteger(number);
            return value.bitLength() < 64 ? (Object) value.longValue() : value;
        }

        private char peek(int index) {
            return index < text.length() ? text.charAt(index) : '\0';
        }

        private int digits(int from) {
            int end = from;
            while (peek(end) >= '0' && peek(end) <= '9') {
                end++;
            }
            return end;
        }

        private Object array() {
            List<@Nullable Object> list = new ArrayList<>();
            at++;
            space();
            if (peek(at) == ']') {
                at++;
                return list;
            }
            while (true) {
                list.add(value());
                space();
                char c = peek(at);
                if (c == ']') {
                    at++;
                    return list;
                }
                if (c != ',') {
                    throw wrong("Expecting ',' delimiter", at);
                }
                at++;
                space();
            }
        }

        private Object object() {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            at++;
            space();
            if (peek(at) == '}') {
                at++;
                return map;
            }
            while (true) {
                if (peek(at) != '"') {
                    throw wrong("Expecting property name enclosed in double quotes", at);
                }
                String name = string();
                space();
                if (peek(at) != ':') {
                    throw wrong("Expecting ':' delimiter", at);
                }
                at++;
                space();
                map.put(name, value());
                space();
                char c = peek(at);
                if (c == '}') {
                    at++;
                    return map;
                }
                if (c != ',') {
                    throw wrong("Expecting ',' delimiter", at);
                }
                at++;
                space();
            }
        }

        private String string() {
            int start = at++;
            StringBuilder value = new StringBuilder();
            while (true) {
                if (at >= text.length()) {
                    throw wrong("Unterminated string starting at", start);
                }
                char c = text.charAt(at++);
                if (c == '"') {
                    return value.toString();
                }
                if (c < 32) {
                    throw wrong("Invalid control character at", at - 1);
                }
                if (c != '\\') {
                    value.append(c);
                    continue;
                }
                char escape = peek(at++);
                switch (escape) {
                    case '"', '\\', '/' -> value.append(escape);
                    case 'b' -> value.append('\b');
                    case 'f' -> value.append('\f');
                    case 'n' -> value.append('\n');
                    case 'r' -> value.append('\r');
                    case 't' -> value.append('\t');
                    case 'u' -> {
                        if (at + 4 > text.length()
                                || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                            throw wrong("Invalid \\uXXXX escape", at - 1);
                        }
                        value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> throw wrong("Invalid \\escape", at - 2);
                }
            }
        }
    }
}
