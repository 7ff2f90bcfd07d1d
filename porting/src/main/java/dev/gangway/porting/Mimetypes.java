package dev.gangway.porting;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's module {@code mimetypes}, with the types that handlers of files know. */
public final class Mimetypes {
    private static final SimpleHTTPRequestHandler HANDLER = new SimpleHTTPRequestHandler();

    private static final List<String> ENDINGS = List.of(
            ".js",
            ".mjs",
            ".json",
            ".webmanifest",
            ".doc",
            ".pdf",
            ".ps",
            ".xls",
            ".ppt",
            ".wasm",
            ".zip",
            ".tar",
            ".gz",
            ".bz2",
            ".xz",
            ".aac",
            ".mp3",
            ".wav",
            ".bmp",
            ".gif",
            ".ief",
            ".jpg",
            ".jpeg",
            ".svg",
            ".tiff",
            ".png",
            ".ico",
            ".webp",
            ".avif",
            ".css",
            ".csv",
            ".html",
            ".htm",
            ".md",
            ".txt",
            ".c",
            ".h",
            ".py",
            ".rtx",
            ".tsv",
            ".xml",
            ".mp4",
            ".mpeg",
            ".mov",
            ".webm",
            ".avi",
            ".woff",
            ".woff2",
            ".ttf",
            ".otf");

    private Mimetypes() {}

    /** Returns {@code mimetypes.guess_type(name)}: the type, and the coding. */
    public static Tuple guessType(@Nullable Object url) {
        String name = OsPath.basename(url);
        String coding =
                name.endsWith(".gz") ? "gzip" : name.endsWith(".bz2") ? "bzip2" : name.endsWith(".xz") ? "xz" : null;
        String plain = coding == null ? name : Python.str(OsPath.splitext(name).get(0));
        String type = plain.contains(".") ? HANDLER.guessType(Path.of(plain)) : "application/octet-stream";
        boolean known = !type.equals("application/octet-stream") || plain.matches(".*\\.(bin|exe|dll|so|o|obj|a)");
        return Tuple.of(known ? type : null, coding);
    }

    /** Returns {@code mimetypes.types_map}: the types of the common endings, as {@link SimpleHTTPRequestHandler} knows them. */
    @Attribute
    public static Map<String, String> typesMap() {
        Map<String, String> types = new LinkedHashMap<>();
        for (String ending : ENDINGS) {
            types.put(ending, HANDLER.guessType(Path.of("x" + ending)));
        }
        return types;
    }

    /** Does nothing: the types are there. */
    public static void init() {}

    /** Tells that the types are there. */
    @Attribute
    public static boolean inited() {
        return true;
    }
}
