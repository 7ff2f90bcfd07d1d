package dev.gangway.files.listing;

import dev.gangway.files.content.PieceStream;
import dev.gangway.files.content.Pieces;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;

/** A listing for programs. */
public final class JsonListing {
    /** The media type. */
    public static final String CONTENT_TYPE = "application/json";

    private JsonListing() {}

    /**
     * Writes a listing.
     *
     * @param path the directory's path, decoded, with a slash at both ends
     * @param files its entries, in the order to list them
     * @return <code>{"path": "/", "entries": [{"name": …, "type": …, "size": …, "modified": …}]}</code>, made as it is read; a byte of
     *     a name that is not UTF-8 is a lone surrogate, escaped
     */
    public static InputStream of(String path, List<ListedFile> files) {
        StringBuilder head = new StringBuilder("{\"path\": ");
        quote(head, path);
        head.append(", \"entries\": [");
        Iterator<ListedFile> entries = files.iterator();
        return new PieceStream(new Pieces<>(
                head.toString(),
                entries,
                (json, file) -> {
                    entry(json, file);
                    json.append(entries.hasNext() ? ",\n" : "");
                },
                "]}\n"));
    }

    private static void entry(StringBuilder json, ListedFile file) {
        json.append("{\"name\": ");
        quote(json, file.name());
        json.append(", \"type\": ").append(file.directory() ? "\"directory\"" : "\"file\"");
        json.append(", \"size\": ");
        if (file.size() < 0) {
            json.append("null");
        } else {
            json.append(file.size());
        }
        json.append(", \"modified\": ");
        if (file.modified() == null) {
            json.append("null}");
        } else {
            json.append('"')
                    .append(file.modified().truncatedTo(ChronoUnit.SECONDS))
                    .append("\"}");
        }
    }

    /** Appends a JSON string, with the escapes of RFC 8259 §7, and without surrogates that stand alone. */
    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                json.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append("\\u").append(String.format("%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
