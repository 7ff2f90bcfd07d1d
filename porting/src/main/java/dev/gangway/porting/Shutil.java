package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Python's module {@code shutil}. */
public final class Shutil {
    private Shutil() {}

    /** Does {@code copyfileobj(from, to)}. */
    public static void copyfileobj(InputStream fsrc, OutputStream fdst) throws IOException {
        fsrc.transferTo(fdst);
    }

    /** Does {@code copyfileobj(from, to)}. */
    public static void copyfileobj(PythonFile fsrc, OutputStream fdst) throws IOException {
        fsrc.input().transferTo(fdst);
    }

    /** Does {@code copyfileobj(from, to)}. */
    public static void copyfileobj(InputStream fsrc, PythonFile fdst) throws IOException {
        fsrc.transferTo(fdst.output());
    }

    /** Does {@code copyfileobj(from, to)}. */
    public static void copyfileobj(@Nullable Object fsrc, @Nullable Object fdst) throws IOException {
        InputStream in =
                fsrc instanceof PythonFile file ? file.input() : (InputStream) java.util.Objects.requireNonNull(fsrc);
        in.transferTo(
                fdst instanceof PythonFile file
                        ? file.output()
                        : (OutputStream) java.util.Objects.requireNonNull(fdst));
    }

    private static Path path(@Nullable Object path) {
        return Path.of(java.util.Objects.requireNonNull(path).toString());
    }

    /** Does {@code copyfile(from, to)}. */
    public static void copyfile(@Nullable Object src, @Nullable Object dst) throws IOException {
        Files.copy(Pathlib.existing(path(src)), path(dst), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does {@code copy(from, to)}. */
    public static void copy(@Nullable Object src, @Nullable Object dst) throws IOException {
        Path to = Files.isDirectory(path(dst)) ? path(dst).resolve(path(src).getFileName()) : path(dst);
        Files.copy(Pathlib.existing(path(src)), to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does {@code move(from, to)}. */
    public static void move(@Nullable Object src, @Nullable Object dst) throws IOException {
        Path to = Files.isDirectory(path(dst)) ? path(dst).resolve(path(src).getFileName()) : path(dst);
        Files.move(Pathlib.existing(path(src)), to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does {@code rmtree(path)}. */
    public static void rmtree(@Nullable Object path) throws IOException {
        try (Stream<Path> all = Files.walk(Pathlib.existing(path(path)))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Returns {@code which(command)}. */
    public static @Nullable String which(String cmd) {
        for (String each : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(each, cmd))) {
                return Path.of(each, cmd).toString();
            }
        }
        return null;
    }
}
