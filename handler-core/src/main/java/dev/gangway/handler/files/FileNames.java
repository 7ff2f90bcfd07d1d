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
        if (isFaithful(path, name)) {
            return name;
        }
        String uri = withoutSlash(path);
        return NameText.decode(unescaped(uri.substring(uri.lastIndexOf('/') + 1)));
    }

    /**
     * Returns all names of a path.
     *
     * @param path any path
     * @return the path as {@link NameText}; its absolute form if {@link Path#toString()} does not tell all of its bytes
     */
    public static String wholeText(Path path) {
        String text = path.toString();
        return isFaithful(path, text) ? text : NameText.decode(unescaped(withoutSlash(path)));
    }

    private static boolean isFaithful(Path path, String text) {
        return !areBytes(path.getFileSystem()) || isAscii(text) || (STRINGS_ARE_UTF8 && text.indexOf(REPLACEMENT) < 0);
    }

    /** The escaped path of a directory ends with a slash. */
    private static String withoutSlash(Path path) {
        String uri = path.toUri().getRawPath();
        return uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
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

    private static byte[] unescaped(String segment) {
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
