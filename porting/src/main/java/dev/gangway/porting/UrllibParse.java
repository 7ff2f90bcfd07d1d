package dev.gangway.porting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code urllib.parse}. */
public final class UrllibParse {
    private static final String SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";

    private UrllibParse() {}

    /** Returns {@code urlparse(url)}. */
    public static ParseResult urlparse(@Nullable String url) {
        return ParseResult.of(url == null ? "" : url, true);
    }

    /** Returns {@code urlsplit(url)}: as {@code urlparse}, but parameters stay in the path. */
    public static ParseResult urlsplit(@Nullable String url) {
        return ParseResult.of(url == null ? "" : url, false);
    }

    /** Returns {@code urlunparse(parts)}. */
    public static String urlunparse(@Nullable Object parts) {
        List<@Nullable Object> all = Python.list(parts);
        String path = Python.str(all.get(2)) + (Python.truth(all.get(3)) ? ";" + Python.str(all.get(3)) : "");
        return unsplit(
                Python.str(all.get(0)), Python.str(all.get(1)), path, Python.str(all.get(4)), Python.str(all.get(5)));
    }

    /** Returns {@code urlunsplit(parts)}. */
    public static String urlunsplit(@Nullable Object parts) {
        List<@Nullable Object> all = Python.list(parts);
        return unsplit(
                Python.str(all.get(0)),
                Python.str(all.get(1)),
                Python.str(all.get(2)),
                Python.str(all.get(3)),
                Python.str(all.get(4)));
    }

    static String unsplit(String scheme, String netloc, String path, String query, String fragment) {
        String url = path;
        if (!netloc.isEmpty() || url.startsWith("//")) {
            url = "//" + netloc + (url.isEmpty() || url.startsWith("/") ? "" : "/") + url;
        }
        return (scheme.isEmpty() ? "" : scheme + ":")
                + url
                + (query.isEmpty() ? "" : "?" + query)
                + (fragment.isEmpty() ? "" : "#" + fragment);
    }

    /** Returns {@code urljoin(base, url)}. */
    public static String urljoin(String base, String url) {
        return java.net
                .URI
                .create(base.replace(" ", "%20"))
                .resolve(url.replace(" ", "%20"))
                .toString();
    }

    /** Returns {@code urldefrag(url)}. */
    public static Tuple urldefrag(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? Tuple.of(url, "") : Tuple.of(url.substring(0, hash), url.substring(hash + 1));
    }

    /** Returns {@code quote(text)}. */
    public static String quote(@Nullable Object text) {
        return quote(text, "/");
    }

    /** Returns {@code quote(text, safe)}. */
    public static String quote(@Nullable Object text, String safe) {
        byte[] bytes = text instanceof byte[] given ? given : Str.encode(Python.str(text), "utf-8", "strict");
        return quoted(bytes, safe);
    }

    /** Returns {@code quote(text, safe, encoding, errors)}; null stands for an argument left out. */
    public static String quote(@Nullable Object text, Keywords keywords) {
        String encoding = Python.str(keywords.get("encoding", "utf-8"));
        String errors = Python.str(keywords.get("errors", "strict"));
        byte[] bytes = text instanceof byte[] given ? given : Str.encode(Python.str(text), encoding, errors);
        return quoted(bytes, Python.str(keywords.get("safe", "/")));
    }

    private static String quoted(byte[] bytes, String safe) {
        StringBuilder quoted = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (c < 128 && (SAFE.indexOf(c) >= 0 || safe.indexOf(c) >= 0)) {
                quoted.append(c);
            } else {
                quoted.append(String.format("%%%02X", (int) c));
            }
        }
        return quoted.toString();
    }

    /** Returns {@code quote_plus(text)}. */
    public static String quotePlus(@Nullable Object text) {
        return quotePlus(text, "");
    }

    /** Returns {@code quote_plus(text, safe)}. */
    public static String quotePlus(@Nullable Object text, String safe) {
        return quote(text, safe + " ").replace(' ', '+');
    }

    /** Returns {@code unquote(text)}. */
    public static String unquote(@Nullable Object text) {
        return unquote(text, "utf-8", "replace");
    }

    /** Returns {@code unquote(text, …)}: {@code encoding} and {@code errors} are its keywords. */
    public static String unquote(@Nullable Object text, Keywords keywords) {
        String errors = Python.str(keywords.get("errors", "replace"));
        return unquote(
                text,
                Python.str(keywords.get("encoding", "utf-8")),
                errors.equals("surrogatepass") ? "replace" : errors);
    }

    /** Returns {@code unquote(text, encoding)}. */
    public static String unquote(@Nullable Object text, String encoding) {
        return unquote(text, encoding, "replace");
    }

    /** Returns {@code unquote(text, encoding, errors)}. */
    public static String unquote(@Nullable Object text, String encoding, String errors) {
        String x = text instanceof byte[] bytes ? Bytes.decode(bytes, encoding, errors) : Python.str(text);
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < x.length(); i++) {
            if (x.charAt(i) == '%'
                    && i + 2 < x.length()
                    && x.substring(i + 1, i + 3).matches("[0-9a-fA-F]{2}")) {
                bytes.write(Integer.parseInt(x.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (x.charAt(i) == '%' && i + 2 == x.length() - 0) {
                flush(bytes, out, encoding, errors);
                out.append('%');
            } else if (x.charAt(i) < 128 && bytes.size() > 0) {
                bytes.write(x.charAt(i));
            } else {
                flush(bytes, out, encoding, errors);
                out.append(x.charAt(i));
            }
        }
        flush(bytes, out, encoding, errors);
        return out.toString();
    }

    private static void flush(ByteArrayOutputStream bytes, StringBuilder out, String encoding, String errors) {
        if (bytes.size() > 0) {
            out.append(Bytes.decode(bytes.toByteArray(), encoding, errors));
            bytes.reset();
        }
    }

    /** Returns {@code unquote_plus(text)}. */
    public static String unquotePlus(String text) {
        return unquote(text.replace('+', ' '));
    }

    /** Returns {@code unquote_to_bytes(text)}. */
    public static byte[] unquoteToBytes(String text) {
        return unquote(text, "latin-1").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns {@code parse_qsl(query)}. */
    public static List<Tuple> parseQsl(@Nullable Object query) {
        return parseQsl(query, false);
    }

    /** Returns {@code parse_qsl(query, keep_blank_values)}. */
    public static List<Tuple> parseQsl(@Nullable Object query, boolean keepBlankValues) {
        boolean bytes = query instanceof byte[];
        String text = bytes
                ? new String((byte[]) query, StandardCharsets.ISO_8859_1)
                : query == null ? "" : Python.str(query);
        List<Tuple> pairs = new ArrayList<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            String value = equals < 0 ? "" : field.substring(equals + 1);
            if (field.isEmpty() || value.isEmpty() && !keepBlankValues) {
                continue;
            }
            String name = unquotePlus(equals < 0 ? field : field.substring(0, equals));
            String decoded = unquotePlus(value);
            pairs.add(
                    bytes
                            ? Tuple.of(name.getBytes(StandardCharsets.UTF_8), decoded.getBytes(StandardCharsets.UTF_8))
                            : Tuple.of(name, decoded));
        }
        return pairs;
    }

    /** Returns {@code parse_qs(query)}. */
    public static Map<String, List<String>> parseQs(@Nullable String query) {
        return parseQs(query, false);
    }

    /** Returns {@code parse_qs(query, keep_blank_values)}. */
    public static Map<String, List<String>> parseQs(@Nullable String query, boolean keepBlankValues) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Tuple pair : parseQsl(query, keepBlankValues)) {
            values.computeIfAbsent(Python.str(pair.get(0)), name -> new ArrayList<>())
                    .add(Python.str(pair.get(1)));
        }
        return values;
    }

    /** Returns {@code parse_qs(query)} of bytes, or of text. */
    public static Map<@Nullable Object, @Nullable Object> parseQs(@Nullable Object query) {
        Map<@Nullable Object, @Nullable Object> values = new LinkedHashMap<>();
        for (Tuple pair : parseQsl(query, false)) {
            Object key =
                    pair.get(0) instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : pair.get(0);
            Ported.<List<@Nullable Object>>cast(values.computeIfAbsent(key, name -> new ArrayList<@Nullable Object>()))
                    .add(pair.get(1));
        }
        return values;
    }

    /** Returns {@code urlencode(query)}. */
    public static String urlencode(@Nullable Object query) {
        return urlencode(query, false);
    }

    /** Returns {@code urlencode(query, doseq)}. */
    public static String urlencode(@Nullable Object query, boolean doseq) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> pairs =
                query instanceof Map<?, ?> map ? new ArrayList<>(Dicts.items(map)) : Python.list(query);
        for (Object each : pairs) {
            List<@Nullable Object> pair = Ported.unpack(each, 2);
            List<@Nullable Object> values =
                    doseq && pair.get(1) instanceof List<?> list ? new ArrayList<>(list) : Lists.of(pair.get(1));
            for (Object value : values) {
                parts.add(quotePlus(pair.get(0)) + "=" + quotePlus(value));
            }
        }
        return String.join("&", parts);
    }
}
