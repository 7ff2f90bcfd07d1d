package dev.gangway.files.content;

import java.util.Locale;
import java.util.Set;

/** Media types whose content becomes much smaller when it is compressed. */
public final class TextTypes {
    private static final Set<String> TYPES = Set.of(
            "application/javascript",
            "application/json",
            "application/ld+json",
            "application/manifest+json",
            "application/rtf",
            "application/sql",
            "application/toml",
            "application/vnd.ms-fontobject",
            "application/wasm",
            "application/x-httpd-php",
            "application/x-javascript",
            "application/x-ndjson",
            "application/x-sh",
            "application/x-yaml",
            "application/xhtml+xml",
            "application/xml",
            "application/yaml",
            "font/otf",
            "font/ttf",
            "image/bmp",
            "image/svg+xml",
            "image/vnd.microsoft.icon",
            "image/x-icon");

    private TextTypes() {}

    /**
     * Tells whether a type is worth compressing.
     *
     * @param type a media type, parameters may follow
     * @return true for text and types like it; never for an event stream, which must not be held back
     */
    public static boolean isCompressible(String type) {
        int end = type.indexOf(';');
        String name = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("text/")) {
            return !name.equals("text/event-stream");
        }
        return TYPES.contains(name) || name.endsWith("+xml") || name.endsWith("+json");
    }
}
