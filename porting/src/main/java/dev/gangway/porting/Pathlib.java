package dev.gangway.porting;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of Python's {@code pathlib.Path}, for Java's {@code Path}. */
public final class Pathlib {
    private Pathlib() {}

    /** Returns a path. */
    public static Path path(@Nullable Object x) {
        return x instanceof Path path ? path : Path.of(Python.str(x));
    }

    static Path existing(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw new FileNotFoundException("[Errno 2] No such file or directory: " + Python.repr(path.toString()));
        }
        return path;
    }

    /** Returns {@code Path.cwd()}. */
    public static Path cwd() {
        return Path.of("").toAbsolutePath();
    }

    /** Returns {@code Path.home()}. */
    public static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /** Returns {@code path.name}. */
    public static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    /** Returns {@code path.suffix}. */
    public static String suffix(Path path) {
        return Python.str(OsPath.splitext(name(path)).get(1));
    }

    /** Returns {@code path.stem}. */
    public static String stem(Path path) {
        return Python.str(OsPath.splitext(name(path)).get(0));
    }

    /** Returns {@code path.parent}. */
    public static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? (path.isAbsolute() ? path : Path.of("")) : parent;
    }

    /** Returns {@code path.parents}. */
    public static List<Path> parents(Path path) {
        List<Path> all = new ArrayList<>();
        for (Path at = path.getParent(); at != null; at = at.getParent()) {
            all.add(at);
        }
        return all;
    }

    /** Returns {@code path.parts}. */
    public static List<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        if (path.isAbsolute()) {
            parts.add("/");
        }
        path.forEach(each -> parts.add(each.toString()));
        return parts;
    }

    /** Returns {@code path.joinpath(…)}. */
    public static Path joinpath(Path path, @Nullable Object... more) {
        Path joined = path;
        for (Object each : more) {
            joined = joined.resolve(Python.str(each));
        }
        return joined;
    }

    /** Tells whether {@code path.exists()}. */
    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    /** Tells whether {@code path.is_file()}. */
    public static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    /** Tells whether {@code path.is_dir()}. */
    public static boolean isDir(Path path) {
        return Files.isDirectory(path);
    }

    /** Tells whether {@code path.is_absolute()}. */
    public static boolean isAbsolute(Path path) {
        return path.isAbsolute();
    }

    /** Tells whether {@code path.is_relative_to(other)}. */
    public static boolean isRelativeTo(Path path, @Nullable Object other) {
        return path.startsWith(path(other));
    }

    /** Returns {@code path.relative_to(other)}. */
    public static Path relativeTo(Path path, @Nullable Object other) {
        if (!path.startsWith(path(other))) {
            throw new ValueError(Python.repr(path.toString()) + " is not in the subpath of "
                    + Python.repr(path(other).toString()));
        }
        return path(other).relativize(path);
    }

    /** Returns {@code path.resolve()}: links are followed as far as there are files. */
    public static Path resolve(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at.toRealPath().resolve(at.relativize(absolute)).normalize();
            }
        }
        return absolute;
    }

    /** Returns {@code path.absolute()}. */
    public static Path absolute(Path path) {
        return path.toAbsolutePath();
    }

    /** Returns {@code path.expanduser()}. */
    public static Path expanduser(Path path) {
        return Path.of(OsPath.expanduser(path.toString()));
    }

    /** Returns {@code path.as_posix()}. */
    public static String asPosix(Path path) {
        return path.toString();
    }

    /** Returns {@code path.as_uri()}. */
    public static String asUri(Path path) {
        return "file://" + UrllibParse.quote(path.toString());
    }

    /** Returns {@code path.with_suffix(suffix)}. */
    public static Path withSuffix(Path path, String suffix) {
        return path.resolveSibling(stem(path) + suffix);
    }

    /** Returns {@code path.with_name(name)}. */
    public static Path withName(Path path, String name) {
        return path.resolveSibling(name);
    }

    /** Returns {@code path.read_text()}. */
    public static String readText(Path path) throws IOException {
        return readText(path, "utf-8");
    }

    /** Returns {@code path.read_text(encoding)}. */
    public static String readText(Path path, @Nullable String encoding) throws IOException {
        try (TextFile file = TextFile.open(path.toString(), "r", encoding == null ? "utf-8" : encoding)) {
            return file.read();
        }
    }

    /** Returns {@code path.read_bytes()}. */
    public static byte[] readBytes(Path path) throws IOException {
        try (BinaryFile file = BinaryFile.open(path.toString(), "rb")) {
            return file.read();
        }
    }

    /** Does {@code path.write_text(text)}. */
    public static long writeText(Path path, String data) throws IOException {
        return writeText(path, data, "utf-8");
    }

    /** Does {@code path.write_text(text, encoding)}. */
    public static long writeText(Path path, String data, @Nullable String encoding) throws IOException {
        try (TextFile file = TextFile.open(path.toString(), "w", encoding == null ? "utf-8" : encoding)) {
            return file.write(data);
        }
    }

    /** Does {@code path.write_bytes(bytes)}. */
    public static long writeBytes(Path path, byte[] data) throws IOException {
        try (BinaryFile file = BinaryFile.open(path.toString(), "wb")) {
            return file.write(data);
        }
    }

    /** Returns {@code path.open()}. */
    public static TextFile open(Path path) throws IOException {
        return TextFile.open(path.toString(), "r");
    }

    /** Returns {@code path.open(mode)}. */
    public static PythonFile open(Path path, String mode) throws IOException {
        return PythonFile.open(path.toString(), mode);
    }

    /** Returns {@code path.open(mode, encoding=…)}. */
    public static PythonFile open(Path path, String mode, Keywords keywords) throws IOException {
        return keywords.has("encoding")
                ? TextFile.open(path.toString(), mode, Python.str(keywords.get("encoding")))
                : open(path, mode);
    }

    /** Does {@code path.mkdir()}. */
    public static void mkdir(Path path) throws IOException {
        Files.createDirectory(path);
    }

    /** Does {@code path.mkdir(parents=…, exist_ok=…)}. */
    public static void mkdir(Path path, Keywords keywords) throws IOException {
        if (Files.isDirectory(path) && keywords.truth("exist_ok")) {
            return;
        }
        if (keywords.truth("parents") && path.toAbsolutePath().getParent() != null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
        }
        Files.createDirectory(path);
    }

    /** Does {@code path.unlink()}. */
    public static void unlink(Path path) throws IOException {
        Os.remove(path);
    }

    /** Does {@code path.unlink(missing_ok=…)}. */
    public static void unlink(Path path, Keywords keywords) throws IOException {
        if (!keywords.truth("missing_ok") || Files.exists(path)) {
            Os.remove(path);
        }
    }

    /** Returns {@code path.stat()}. */
    public static Stat stat(Path path) throws IOException {
        return new Stat(existing(path));
    }

    /** Returns {@code path.iterdir()}. */
    public static List<Path> iterdir(Path path) throws IOException {
        try (Stream<Path> all = Files.list(existing(path))) {
            return new ArrayList<>(all.toList());
        }
    }

    /** Returns {@code path.glob(pattern)}. */
    public static List<Path> glob(Path path, String pattern) throws IOException {
        java.nio.file.PathMatcher matcher =
                path.getFileSystem().getPathMatcher("glob:" + pattern.replace("**/", "{**/,}"));
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        try (Stream<Path> all = Files.walk(path, depth)) {
            return new ArrayList<>(all.filter(each -> !each.equals(path) && matcher.matches(path.relativize(each)))
                    .toList());
        }
    }

    /** Returns {@code path.rglob(pattern)}. */
    public static List<Path> rglob(Path path, String pattern) throws IOException {
        return glob(path, "**/" + pattern);
    }
}
