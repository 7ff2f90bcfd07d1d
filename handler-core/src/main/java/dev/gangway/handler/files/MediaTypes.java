package dev.gangway.handler.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The media type of a file, by the suffix of its name.
 *
 * <p>The tables are CPython's own, then the registered types. No file of the machine has a say, so the answer is the same on
 * all of them.
 */
public final class MediaTypes {
    /** Suffixes that stand for two ({@code mimetypes.suffix_map}). */
    private static final Map<String, String> DOUBLE = Map.of(
            ".svgz", ".svg.gz",
            ".tgz", ".tar.gz",
            ".taz", ".tar.gz",
            ".tz", ".tar.gz",
            ".tbz2", ".tar.bz2",
            ".txz", ".tar.xz");

    /** Suffixes that name the packing of a file; the type is that of the packed file ({@code mimetypes.encodings_map}). */
    private static final Set<String> PACKED = Set.of(".gz", ".Z", ".bz2", ".xz", ".br");

    /** The types of most files. */
    private static final Map<String, String> COMMON = table(PythonTypes.TABLE);

    /** All the others, which are read when the first file comes that needs them. */
    private static final class Registered {
        static final Map<String, String> TYPES = table(read());

        private static String read() {
            try (InputStream resource = MediaTypes.class.getResourceAsStream("registered-types.txt")) {
                if (resource == null) {
                    throw new IllegalStateException("registered-types.txt is missing beside " + MediaTypes.class);
                }
                return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private MediaTypes() {}

    /**
     * Guesses the type of a file ({@code SimpleHTTPRequestHandler.guess_type}).
     *
     * @param file the file, of which only the name counts
     * @param extensionsMap types by suffix with its dot, which come first: as the suffix is, then in lower case
     * @param unknown what to return if the suffix is not known
     * @return the type
     */
    public static String guess(Path file, Map<String, String> extensionsMap, String unknown) {
        Path name = file.getFileName();
        return guess(name == null ? "" : name.toString(), extensionsMap, unknown);
    }

    /**
     * Guesses the type of a file ({@code SimpleHTTPRequestHandler.guess_type}).
     *
     * @param fileName the name of the file, with or without directories before it, between slashes
     * @param extensionsMap types by suffix with its dot, which come first: as the suffix is, then in lower case
     * @param unknown what to return if the suffix is not known
     * @return the type
     */
    public static String guess(String fileName, Map<String, String> extensionsMap, String unknown) {
        String suffix = suffix(fileName);
        String type = extensionsMap.get(suffix);
        if (type == null) {
            type = extensionsMap.get(suffix.toLowerCase(Locale.ROOT));
        }
        if (type == null) {
            type = typeOf(fileName, suffix);
        }
        return type == null ? unknown : type;
    }

    private static @Nullable String typeOf(String fileName, String suffix) {
        String name = fileName;
        String last = suffix;
        String unfolded = DOUBLE.get(last.toLowerCase(Locale.ROOT));
        if (unfolded != null) {
            name = name.substring(0, name.length() - last.length()) + unfolded;
            last = suffix(name);
        }
        if (PACKED.contains(last)) {
            last = suffix(name.substring(0, name.length() - last.length()));
        }
        String key = last.toLowerCase(Locale.ROOT);
        if (key.isEmpty()) {
            return null;
        }
        String common = COMMON.get(key);
        return common == null ? Registered.TYPES.get(key) : common;
    }

    /** Everything from the last dot on, unless nothing but dots is before it ({@code posixpath.splitext}). */
    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        int start = name.lastIndexOf('/') + 1;
        while (start < dot && name.charAt(start) == '.') {
            start++;
        }
        return start < dot ? name.substring(dot) : "";
    }

    private static Map<String, String> table(String text) {
        Map<String, String> types = new HashMap<>(2048);
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(".")) {
                int space = line.indexOf(' ');
                types.put(line.substring(0, space), line.substring(space + 1));
            }
        }
        return types;
    }
}
