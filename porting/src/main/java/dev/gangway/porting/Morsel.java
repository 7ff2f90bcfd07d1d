package dev.gangway.porting;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cookie of Python's {@code http.cookies}. */
public final class Morsel {
    private static final Map<String, String> NAMES = Map.of(
            "expires",
            "expires",
            "path",
            "Path",
            "comment",
            "Comment",
            "domain",
            "Domain",
            "max-age",
            "Max-Age",
            "secure",
            "Secure",
            "httponly",
            "HttpOnly",
            "version",
            "Version",
            "samesite",
            "SameSite",
            "partitioned",
            "Partitioned");

    private final String key;
    private final String value;
    private final Map<String, @Nullable Object> attributes = new TreeMap<>();

    Morsel(String key, String value) {
        this.key = key;
        this.value = value;
    }

    /** Returns {@code morsel.key}. */
    public String key() {
        return key;
    }

    /** Returns {@code morsel.value}. */
    public String value() {
        return value;
    }

    /** Returns {@code morsel.coded_value}. */
    public String codedValue() {
        return SimpleCookie.quote(value);
    }

    void set(String name, @Nullable Object content) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (!NAMES.containsKey(lower)) {
            throw new CookieError("Invalid attribute " + Python.repr(name));
        }
        attributes.put(lower, content);
    }

    /** Returns {@code morsel.OutputString()}. */
    public String OutputString() {
        StringBuilder out = new StringBuilder(key + "=" + codedValue());
        attributes.forEach((name, content) -> {
            if (content == null || content.equals("")) {
                return;
            }
            if (name.equals("secure") || name.equals("httponly") || name.equals("partitioned")) {
                out.append(Python.truth(content) ? "; " + NAMES.get(name) : "");
            } else if (name.equals("expires") && content instanceof Long seconds) {
                out.append("; expires="
                        + EmailUtils.formatdate(Time.time() + seconds).replace("-0000", "GMT"));
            } else {
                out.append("; " + NAMES.get(name) + "=" + Python.str(content));
            }
        });
        return out.toString();
    }

    /** Returns {@code morsel.output()}. */
    public String output() {
        return "Set-Cookie: " + OutputString();
    }

    /** Returns {@code morsel.output(header=…)}. */
    public String output(Keywords keywords) {
        return Python.str(keywords.get("header", "Set-Cookie:")) + " " + OutputString();
    }

    @Override
    public String toString() {
        return output();
    }
}
