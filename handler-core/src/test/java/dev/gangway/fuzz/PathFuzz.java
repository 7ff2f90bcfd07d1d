package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.gangway.handler.files.PathTranslator;
import dev.gangway.http.syntax.PercentCoding;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/** No path leaves the directory, here and on Windows; a quoted name is the name again. */
public final class PathFuzz {
    private static final FileSystem WINDOWS = Jimfs.newFileSystem(Configuration.windows());
    private static final Path[] ROOTS = {Path.of("/srv/www"), Path.of("/"), Path.of("www"), WINDOWS.getPath("C:\\www")};

    private PathFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        String target = input.text();
        for (Path root : ROOTS) {
            check(root, target);
            check(root, "/" + target);
        }
        byte[] name = input.rest();
        if (Arrays.equals(name, PercentCoding.decode(PercentCoding.quote(name)))) {
            return;
        }
        // Bytes that look like encoded surrogates are not told from them, in CPython neither.
        require(!isAscii(name), "the name " + target + " is quoted as " + PercentCoding.quote(name));
    }

    private static void check(Path root, String target) {
        Path path;
        try {
            path = PathTranslator.translate(root, target);
        } catch (InvalidPathException e) {
            return; // answered with 404
        }
        require(path.startsWith(root) && path.normalize().equals(path), target + " leads to " + path);
        for (Path name : root.relativize(path)) {
            String text = name.toString();
            require(
                    !text.equals("..") && text.indexOf('\0') < 0 && text.indexOf('/') < 0,
                    target + " leads to " + path);
        }
        if (root.getFileSystem().equals(WINDOWS)) {
            require(path.toString().indexOf(':', 2) < 0, target + " leads to " + path);
        }
    }

    private static boolean isAscii(byte[] name) {
        for (byte b : name) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
