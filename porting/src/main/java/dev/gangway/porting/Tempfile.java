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

    /**
     * Returns {@code tempfile.NamedTemporaryFile(delete=False, …)}: a new file that is open. A file that vanishes when it is closed is not
     * supported.
     */
    public static BinaryFile namedTemporaryFile(Keywords keywords) throws IOException {
        if (!keywords.has("delete") || keywords.truth("delete")) {
            throw new ValueError("NamedTemporaryFile() of a port needs delete=False");
        }
        Path made = Files.createTempFile(
                folder(keywords), text(keywords.get("prefix", "tmp")), text(keywords.get("suffix", "")));
        return BinaryFile.open(made.toString(), "w+b");
    }

    private static Path folder(Keywords keywords) {
        Object folder = keywords.get("dir");
        return Path.of(folder == null ? gettempdir() : Python.str(folder));
    }

    private static String text(@Nullable Object x) {
        return x == null ? "" : Python.str(x);
    }
}
