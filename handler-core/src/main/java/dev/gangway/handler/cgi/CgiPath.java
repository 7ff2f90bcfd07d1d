package dev.gangway.handler.cgi;

import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request targets as the CGI handler reads them; pure functions of text. */
public final class CgiPath {
    private CgiPath() {}

    /**
     * Takes empty names, {@code .} and {@code ..} out of a path (http.server's {@code _url_collapse_path}).
     *
     * @param path the path of a request, decoded, without its query
     * @return a path that begins with a slash; a file at the top has two in front
     * @throws InvalidPathException if there are more {@code ..} than names before them
     */
    public static String collapse(String path) {
        Deque<String> folders = new ArrayDeque<>();
        int lastSlash = path.lastIndexOf('/');
        for (String name : path.substring(0, Math.max(lastSlash, 0)).split("/", -1)) {
            enter(folders, name, path);
        }
        String last = path.substring(lastSlash + 1);
        if (last.equals(".") || last.equals("..")) {
            enter(folders, last, path);
            last = "";
        }
        return "/" + String.join("/", folders) + "/" + last;
    }

    private static void enter(Deque<String> folders, String name, String path) {
        if (name.equals("..")) {
            if (folders.pollLast() == null) {
                throw new InvalidPathException(path, "Leads above the root");
            }
        } else if (!name.isEmpty() && !name.equals(".")) {
            folders.addLast(name);
        }
    }

    /**
     * Finds the CGI directory that a path is in.
     *
     * @param collapsed a path from {@link #collapse(String)}
     * @param directories paths with a slash in front and none at the end
     * @return the shortest of the directories that is followed by a slash in the path, or null
     */
    public static @Nullable String directoryOf(String collapsed, List<String> directories) {
        int slash = collapsed.indexOf('/', 1);
        while (slash > 0) {
            String directory = collapsed.substring(0, slash);
            if (directories.contains(directory)) {
                return directory;
            }
            slash = collapsed.indexOf('/', slash + 1);
        }
        return null;
    }

    /**
     * Encodes a path so that decoding it once gives it back.
     *
     * @param path a decoded path, as {@link NameText}
     * @return the path with everything but letters, digits, {@code -._~} and slashes percent-encoded
     */
    public static String quote(String path) {
        return PercentCoding.quote(NameText.encodeLossy(path));
    }

    /**
     * Decodes the percent-encoding of a text once ({@code urllib.parse.unquote}).
     *
     * @param text any text, as it was received
     * @return the decoded text, with U+FFFD for bytes that are not UTF-8
     */
    public static String unquote(String text) {
        byte[] decoded = text.indexOf('%') < 0 ? null : PercentCoding.decodeReplacing(text);
        return decoded == null ? text : new String(decoded, StandardCharsets.UTF_8);
    }

    /**
     * Decodes the percent-encoding of a text once, and keeps every byte.
     *
     * @param text any text, as it was received
     * @return the decoded text as {@link NameText}, in which a byte that is not part of UTF-8 is a lone surrogate
     */
    public static String decode(String text) {
        return isPlain(text) ? text : NameText.decode(PercentCoding.decodeBytes(text));
    }

    /**
     * Takes a text that was received for the bytes that it is.
     *
     * @param text any text, each byte that was received as one character
     * @return the same as {@link NameText}
     */
    static String bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return NameText.decode(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return text;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c != '%' && c < 0x80);
    }
}
