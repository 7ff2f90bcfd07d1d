package dev.gangway.porting;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Python's module {@code mimetypes}, with the types that handlers of files know. */
public final class Mimetypes {
    private static final SimpleHTTPRequestHandler HANDLER = new SimpleHTTPRequestHandler();

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

    /** Does nothing: the types are there. */
    public static void init() {}

    /** Tells that the types are there. */
    @Attribute
    public static boolean inited() {
        return true;
    }
}
