package dev.gangway.example;

import dev.gangway.http.HTTPMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of a form that a browser has sent as {@code application/x-www-form-urlencoded}. */
final class FormFields {
    private FormFields() {}

    /** Returns the fields by name, the first value of each; empty if the content is no form. */
    static Map<String, String> of(HTTPMessage headers, byte[] content) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (headers.getContentType().equals("application/x-www-form-urlencoded")) {
            for (String field : new String(content, StandardCharsets.ISO_8859_1).split("&", -1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that stands for itself
        }
    }
}
