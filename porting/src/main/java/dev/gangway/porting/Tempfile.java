package dev.gangway.porting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Python's module {@code tempfile}. */
public final class Tempfile {
    private Tempfile() {}

    /** Returns {@code tempfile.gettempdir()}. */
    public static String gettempdir() {
        return System.getProperty("java.io.tmpdir", "/tmp");
    }

    /** Returns {@code tempfile.mkdtemp()}: the path of a new directory. */
    public static String mkdtemp() throws IOException {
        return mkdtemp(Keywords.NONE);
    }

    /** Returns {@code tempfile.mkdtemp(suffix=…, prefix=…, dir=…)}. */
    public static String mkdtemp(Keywords keywords) throws IOException {
        Path made = Files.createTempDirectory(folder(keywords), text(keywords.get("prefix", "tmp")));
        String suffix = text(keywords.get("suffix", ""));
        return suffix.isEmpty()
                ? made.toString()
                : Files.move(made, made.resolveSibling(made.getFileName() + suffix))
                        .toString();
    }

    /** Returns {@code tempfile.NamedTemporaryFile()}: a new file that is open, and vanishes when it is closed. */
    public static BinaryFile NamedTemporaryFile() throws IOException {
        return NamedTemporaryFile(Keywords.NONE);
    }

    /**
     * Returns {@code tempfile.NamedTemporaryFile(…)}: a new file of bytes that is open. It vanishes when it is closed, unless {@code delete}
     * is false.
     */
    public static BinaryFile NamedTemporaryFile(Keywords keywords) throws IOException {
        Path made = Files.createTempFile(
                folder(keywords), text(keywords.get("prefix", "tmp")), text(keywords.get("suffix", "")));
        BinaryFile file = BinaryFile.open(made.toString(), "w+b");
        if (Python.truth(keywords.get("delete", true))) {
            file.deleteOnClose();
        }
        return file;
    }

    private static Path folder(Keywords keywords) {
        Object folder = keywords.get("dir");
        return Path.of(folder == null ? gettempdir() : Python.str(folder));
    }

    private static String text(@Nullable Object x) {
        return x == null ? "" : Python.str(x);
    }
}
