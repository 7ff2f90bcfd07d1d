package dev.gangway.handler.files;

import dev.gangway.http.syntax.NameText;
import dev.gangway.http.syntax.PercentCoding;
import dev.gangway.http.syntax.RequestTarget;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Translates the path of a request to a path below a directory, as {@code http.server}'s {@code translate_path} does.
 * It asks no disk: symbolic links are another matter (see {@link FileTree}).
 *
 * <ol>
 *   <li>The query and the fragment are cut off.
 *   <li>The percent-encoding is decoded, once.
 *   <li>{@code .} and {@code ..} are resolved; {@code ..} at the top goes.
 *   <li>Names that the file system would take for more than a name go too, or are refused.
 *   <li>The other names go below the directory.
 * </ol>
 */
public final class PathTranslator {
    private PathTranslator() {}

    /**
     * Translates a path.
     *
     * @param directory the directory that the result is in
     * @param path the path as the client sent it; a query or fragment may follow
     * @return the directory or a path below it, which need not exist
     * @throws InvalidPathException if the file system can hold no such name
     */
    public static Path translate(Path directory, String path) {
        int end = RequestTarget.endOfPath(path);
        if (isPlain(path, end) && FileNames.areBytes(directory.getFileSystem())) {
            return end <= 1 ? directory : directory.resolve(path.substring(1, end));
        }
        byte[] decoded = PercentCoding.decode(path.substring(0, end));
        if (decoded == null) {
            throw new InvalidPathException(path, "Not the name of a file");
        }
        String names = names(directory.getFileSystem(), NameText.decode(decoded));
        return names.isEmpty() ? directory : FileNames.resolve(directory, names);
    }

    /**
     * Whether the path can be taken as it is: ASCII, nothing encoded, every name with a letter, digit or the like in front.
     */
    private static boolean isPlain(String path, int end) {
        if (end == 0 || path.charAt(0) != '/') {
            return false;
        }
        boolean first = false;
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            boolean plain = FileNames.isAlphanumeric(c) || c == '_' || c == '-';
            if (!plain && (first || (c != '.' && c != '/'))) {
                return false;
            }
            first = c == '/';
        }
        return true;
    }

    private static String names(FileSystem fileSystem, String path) {
        boolean bytes = FileNames.areBytes(fileSystem);
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        StringBuilder joined = new StringBuilder(path.length());
        for (String name : names) {
            String kept = bytes ? name : checked(fileSystem, name);
            if (kept != null) {
                joined.append(joined.isEmpty() ? "" : "/").append(kept);
            }
        }
        return joined.toString();
    }

    private static @Nullable String checked(FileSystem fileSystem, String name) {
        String kept = FileNames.textual(fileSystem, name);
        if (kept != null) {
            Path alone = fileSystem.getPath(kept);
            if (alone.isAbsolute()
                    || alone.getRoot() != null
                    || alone.getNameCount() != 1
                    || !alone.toString().equals(kept)) {
                throw new InvalidPathException(kept, "Not the name of a file");
            }
        }
        return kept;
    }
}
