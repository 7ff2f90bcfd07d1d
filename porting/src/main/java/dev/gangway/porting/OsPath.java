package dev.gangway.porting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Python's module {@code os.path}, as it is on POSIX. */
public final class OsPath {
    /** {@code os.path.sep}. */
    public static final String sep = "/";

    private OsPath() {}

    private static String text(@Nullable Object path) {
        if (path == null) {
            throw new TypeError("expected str, bytes or os.PathLike object, not NoneType");
        }
        return path.toString();
    }

    private static Path path(@Nullable Object path) {
        return Path.of(text(path));
    }

    private static boolean slash(@Nullable Object path) {
        return text(path).endsWith("/");
    }

    /**
     * Returns {@code handler.translate_path(path)}: text that ends in a slash where the path of the target does.
     *
     * @param translate the handler's method
     * @param path the target of a request
     */
    public static String translated(java.util.function.Function<String, Path> translate, String path) {
        String target = path.split("[?#]", 2)[0].stripTrailing();
        String found = translate.apply(path).toString();
        return target.endsWith("/") && !found.endsWith("/") ? found + "/" : found;
    }

    /** Returns {@code join(a, …)}. */
    public static String join(@Nullable Object a, @Nullable Object... more) {
        String joined = text(a);
        for (Object each : more) {
            String next = text(each);
            joined = next.startsWith("/")
                    ? next
                    : joined.isEmpty() || joined.endsWith("/") ? joined + next : joined + "/" + next;
        }
        return joined;
    }

    private static boolean valid(@Nullable Object path) {
        return text(path).indexOf('\0') < 0;
    }

    /** Tells whether {@code exists(path)}. */
    public static boolean exists(@Nullable Object path) {
        return valid(path)
                && !text(path).isEmpty()
                && Files.exists(path(path))
                && (!slash(path) || Files.isDirectory(path(path)));
    }

    /** Tells whether {@code lexists(path)}. */
    public static boolean lexists(@Nullable Object path) {
        return valid(path) && Files.exists(path(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Tells whether {@code isfile(path)}. */
    public static boolean isfile(@Nullable Object path) {
        return valid(path) && !slash(path) && !text(path).isEmpty() && Files.isRegularFile(path(path));
    }

    /** Tells whether {@code isdir(path)}. */
    public static boolean isdir(@Nullable Object path) {
        return valid(path) && !text(path).isEmpty() && Files.isDirectory(path(path));
    }

    /** Tells whether {@code islink(path)}. */
    public static boolean islink(@Nullable Object path) {
        return valid(path) && Files.isSymbolicLink(path(path));
    }

    /** Tells whether {@code isabs(path)}. */
    public static boolean isabs(@Nullable Object path) {
        return text(path).startsWith("/");
    }

    /** Returns {@code getsize(path)}. */
    public static long getsize(@Nullable Object path) throws IOException {
        return Files.size(Pathlib.existing(path(path)));
    }

    /** Returns {@code getmtime(path)}. */
    public static double getmtime(@Nullable Object path) throws IOException {
        return Files.getLastModifiedTime(Pathlib.existing(path(path))).toMillis() / 1000.0;
    }

    /** Returns {@code getctime(path)}. */
    public static double getctime(@Nullable Object path) throws IOException {
        return Files.readAttributes(Pathlib.existing(path(path)), BasicFileAttributes.class)
                        .creationTime()
                        .toMillis()
                / 1000.0;
    }

    /** Returns {@code basename(path)}. */
    public static String basename(@Nullable Object path) {
        return text(path).substring(text(path).lastIndexOf('/') + 1);
    }

    /** Returns {@code dirname(path)}. */
    public static String dirname(@Nullable Object path) {
        String head = text(path).substring(0, text(path).lastIndexOf('/') + 1);
        return head.matches("/*") ? head : head.replaceFirst("/+$", "");
    }

    /** Returns {@code split(path)}. */
    public static Tuple split(@Nullable Object path) {
        return Tuple.of(dirname(path), basename(path));
    }

    /** Returns {@code splitext(path)}. */
    public static Tuple splitext(@Nullable Object path) {
        String x = text(path);
        int dot = x.lastIndexOf('.');
        int start = x.lastIndexOf('/') + 1;
        boolean only = dot >= start && x.substring(start, Math.max(start, dot)).matches("\\.*");
        return dot < start || only ? Tuple.of(x, "") : Tuple.of(x.substring(0, dot), x.substring(dot));
    }

    /** Returns {@code splitdrive(path)}. */
    public static Tuple splitdrive(@Nullable Object path) {
        return Tuple.of("", text(path));
    }

    /** Returns {@code normpath(path)}. */
    public static String normpath(@Nullable Object path) {
        String x = text(path);
        if (x.isEmpty()) {
            return ".";
        }
        String root = x.startsWith("//") && !x.startsWith("///") ? "//" : x.startsWith("/") ? "/" : "";
        java.util.List<String> parts = new java.util.ArrayList<>();
        for (String part : x.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean up = part.equals("..");
            if (!up
                    || root.isEmpty()
                            && (parts.isEmpty() || parts.get(parts.size() - 1).equals(".."))) {
                parts.add(part);
            } else if (!parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            }
        }
        String normal = root + String.join("/", parts);
        return normal.isEmpty() ? "." : normal;
    }

    /** Returns {@code abspath(path)}. */
    public static String abspath(@Nullable Object path) {
        return normpath(join(Os.getcwd(), path));
    }

    /** Returns {@code realpath(path)}. */
    public static String realpath(@Nullable Object path) throws IOException {
        Path place = path(path).toAbsolutePath();
        return Files.exists(place) ? place.toRealPath().toString() : normpath(place.toString());
    }

    /** Returns {@code relpath(path)}. */
    public static String relpath(@Nullable Object path) {
        return relpath(path, Os.getcwd());
    }

    /** Returns {@code relpath(path, start)}. */
    public static String relpath(@Nullable Object path, @Nullable Object start) {
        String relative =
                Path.of(abspath(start)).relativize(Path.of(abspath(path))).toString();
        return relative.isEmpty() ? "." : relative;
    }

    /** Returns {@code expanduser(path)}. */
    public static String expanduser(@Nullable Object path) {
        return text(path).equals("~") || text(path).startsWith("~/")
                ? System.getProperty("user.home") + text(path).substring(1)
                : text(path);
    }

    /** Returns {@code commonpath(paths)}. */
    public static String commonpath(@Nullable Object paths) {
        java.util.List<@Nullable Object> all = Python.list(paths);
        Path common = path(all.get(0));
        for (Object each : all) {
            while (!path(each).startsWith(common)) {
                common = java.util.Objects.requireNonNull(common.getParent());
            }
        }
        return common.toString();
    }
}
