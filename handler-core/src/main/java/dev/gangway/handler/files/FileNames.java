package dev.gangway.handler.files;

import dev.gangway.http.syntax.NameText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Text to names in a file system and back.
 *
 * <p>On Unix a file name is bytes, and {@link String} loses some of them: those that are not valid in the locale's
 * encoding, which under {@code LC_ALL=C} is every byte above 127. A {@code file:} URI loses none, and costs a little
 * more; so names that come through a string unharmed go that way. Other file systems hold text.
 */
public final class FileNames {
    /** Whether a string of a name is exactly its bytes in UTF-8, but for U+FFFD. */
    private static final boolean STRINGS_ARE_UTF8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final char REPLACEMENT = '\uFFFD';

    private FileNames() {}

    /** Whether the names of a file system are bytes that {@link URI}s keep. */
    static boolean areBytes(FileSystem fileSystem) {
        return fileSystem == FileSystems.getDefault()
                && fileSystem.getSeparator().equals("/");
    }

    /**
     * Returns names below a directory.
     *
     * @param directory the directory
     * @param names one or more names with {@code /} between them, as {@link NameText}; none of them {@code .} or {@code ..}
     * @return the path, which need not exist
     * @throws InvalidPathException if the file system cannot hold one of the names
     */
    public static Path resolve(Path directory, String names) {
        if (isAscii(names)) {
            return directory.resolve(names);
        }
        boolean throughString = STRINGS_ARE_UTF8 || !areBytes(directory.getFileSystem());
        if (throughString && NameText.isUnicode(names)) {
            return directory.resolve(names);
        }
        byte[] bytes = areBytes(directory.getFileSystem()) ? NameText.encode(names) : null;
        if (bytes == null || names.indexOf('\0') >= 0) {
            throw new InvalidPathException(names, "Not the name of a file");
        }
        Path absolute = Path.of(URI.create(escaped(bytes)));
        return directory.resolve(absolute.subpath(0, absolute.getNameCount()));
    }

    /**
     * Returns the last name of a path.
     *
     * @param path any path
     * @return the name as {@link NameText}; empty for a root
     */
    public static String text(Path path) {
        Path last = path.getFileName();
        if (last == null) {
            return "";
        }
        String name = last.toString();
        boolean faithful =
                !areBytes(path.getFileSystem()) || isAscii(name) || (STRINGS_ARE_UTF8 && name.indexOf(REPLACEMENT) < 0);
        return faithful ? name : NameText.decode(unescaped(path.toUri().getRawPath()));
    }

    /** Whether a character or byte is a letter or digit of ASCII. */
    static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(byte[] names) {
        StringBuilder uri = new StringBuilder("file:///");
        for (byte b : names) {
            if (b == '/' || isAlphanumeric(b)) {
                uri.append((char) b);
            } else {
                HEX.toHexDigits(uri.append('%'), b);
            }
        }
        return uri.toString();
    }

    /** Decodes the last segment of an escaped path; the path of a directory ends with a slash. */
    private static byte[] unescaped(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        String segment = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        byte[] encoded = segment.getBytes(StandardCharsets.ISO_8859_1);
        byte[] decoded = new byte[encoded.length];
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            boolean escape = encoded[i] == '%';
            decoded[length++] = escape ? (byte) HexFormat.fromHexDigits(segment, i + 1, i + 3) : encoded[i];
            i += escape ? 2 : 0;
        }
        return java.util.Arrays.copyOf(decoded, length);
    }

    /**
     * Returns a name as one of a file system that holds text, or null if the name is to be left out.
     *
     * @throws InvalidPathException if the file system cannot hold the name, or gives it a meaning of its own
     */
    static @Nullable String textual(FileSystem fileSystem, String name) {
        if (fileSystem.getSeparator().equals("\\")) {
            return WindowsNames.checked(name);
        }
        if (name.contains(fileSystem.getSeparator())) {
            return null;
        }
        return name;
    }
}
