package dev.gangway.porting;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Python's module {@code os}. */
public final class Os {
    /** {@code os.sep}. */
    public static final String sep = "/";
    /** {@code os.linesep}. */
    public static final String linesep = "\n";
    /** {@code os.pathsep}. */
    public static final String pathsep = ":";
    /** {@code os.curdir}. */
    public static final String curdir = ".";
    /** {@code os.pardir}. */
    public static final String pardir = "..";
    /** {@code os.name}. */
    public static final String name = "posix";
    /** {@code os.R_OK}. */
    public static final long R_OK = 4;
    /** {@code os.W_OK}. */
    public static final long W_OK = 2;
    /** {@code os.X_OK}. */
    public static final long X_OK = 1;
    /** {@code os.F_OK}. */
    public static final long F_OK = 0;

    private Os() {}

    private static Path path(@Nullable Object path) {
        return Path.of(java.util.Objects.requireNonNull(path).toString());
    }

    /** Returns the environment. */
    public static Map<String, String> environ() {
        return new java.util.LinkedHashMap<>(System.getenv());
    }

    /** Returns {@code os.environ[name]}. */
    public static String environ(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new KeyError(name);
        }
        return value;
    }

    /** Tells whether {@code name in os.environ}. */
    public static boolean hasEnviron(String name) {
        return System.getenv(name) != null;
    }

    /** Returns {@code os.getenv(name)}. */
    public static @Nullable String getenv(String key) {
        return System.getenv(key);
    }

    /** Returns {@code os.getenv(name, other)}. */
    public static String getenv(String key, String defaultValue) {
        return System.getenv().getOrDefault(key, defaultValue);
    }

    /** Returns {@code os.getenv(name, other)}. */
    public static @Nullable Object getenv(String key, @Nullable Object defaultValue) {
        String value = System.getenv(key);
        return value == null ? defaultValue : value;
    }

    /** Returns {@code os.getcwd()}. */
    public static String getcwd() {
        return Path.of("").toAbsolutePath().toString();
    }

    /** Returns {@code os.getpid()}. */
    public static long getpid() {
        return ProcessHandle.current().pid();
    }

    /** Returns {@code os.listdir()}. */
    public static List<String> listdir() throws IOException {
        return listdir(".");
    }

    /** Returns {@code os.listdir(path)}. */
    public static List<String> listdir(@Nullable Object path) throws IOException {
        Path place = Pathlib.existing(path(path));
        try (Stream<Path> all = Files.list(place)) {
            return new ArrayList<>(
                    all.map(each -> String.valueOf(each.getFileName())).toList());
        }
    }

    /** Returns {@code os.scandir()}. */
    public static List<DirEntry> scandir() throws IOException {
        return scandir(".");
    }

    /** Returns {@code os.scandir(path)}. */
    public static List<DirEntry> scandir(@Nullable Object path) throws IOException {
        String directory = fspath(path);
        return new ArrayList<>(listdir(path).stream()
                .map(name -> new DirEntry(directory, name))
                .toList());
    }

    /** Does {@code os.makedirs(path)}. */
    public static void makedirs(@Nullable Object path) throws IOException {
        makedirs(path, Keywords.NONE);
    }

    /** Does {@code os.makedirs(path, exist_ok=…)}. */
    public static void makedirs(@Nullable Object path, Keywords keywords) throws IOException {
        if (!keywords.truth("exist_ok") && Files.exists(path(path))) {
            throw new FileAlreadyExistsException(path(path).toString());
        }
        Files.createDirectories(path(path));
    }

    /** Does {@code os.mkdir(path)}. */
    public static void mkdir(@Nullable Object path) throws IOException {
        Files.createDirectory(path(path));
    }

    /** Does {@code os.remove(path)}. */
    public static void remove(@Nullable Object path) throws IOException {
        Path place = Pathlib.existing(path(path));
        if (Files.isDirectory(place)) {
            throw new IOException("[Errno 21] Is a directory: " + Python.repr(place.toString()));
        }
        Files.delete(place);
    }

    /** Does {@code os.unlink(path)}. */
    public static void unlink(@Nullable Object path) throws IOException {
        remove(path);
    }

    /** Does {@code os.rmdir(path)}. */
    public static void rmdir(@Nullable Object path) throws IOException {
        try {
            Files.delete(Pathlib.existing(path(path)));
        } catch (DirectoryNotEmptyException e) {
            throw new IOException("[Errno 39] Directory not empty: " + Python.repr(path), e);
        }
    }

    /** Does {@code os.rename(from, to)}. */
    public static void rename(@Nullable Object src, @Nullable Object dst) throws IOException {
        Files.move(Pathlib.existing(path(src)), path(dst), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does {@code os.replace(from, to)}. */
    public static void replace(@Nullable Object src, @Nullable Object dst) throws IOException {
        rename(src, dst);
    }

    /** Returns {@code os.fspath(path)}. */
    public static String fspath(@Nullable Object path) {
        return path(path).toString();
    }

    /** Returns {@code os.stat(path)}. */
    public static Stat stat(@Nullable Object path) throws IOException {
        return new Stat(Pathlib.existing(path(path)));
    }

    /** Returns {@code os.fstat(file)}. */
    public static Stat fstat(BinaryFile fd) throws IOException {
        return new Stat(Path.of(fd.name()));
    }

    /** Tells whether {@code os.access(path, mode)}. */
    public static boolean access(@Nullable Object path, long mode) {
        Path place = path(path);
        return Files.exists(place)
                && ((mode & R_OK) == 0 || Files.isReadable(place))
                && ((mode & W_OK) == 0 || Files.isWritable(place))
                && ((mode & X_OK) == 0 || Files.isExecutable(place));
    }

    /** Returns {@code os.walk(top)}: path, directories and files of each directory. */
    public static List<Tuple> walk(@Nullable Object top) throws IOException {
        List<Tuple> all = new ArrayList<>();
        if (!Files.isDirectory(path(top))) {
            return all;
        }
        List<@Nullable Object> directories = new ArrayList<>();
        List<@Nullable Object> files = new ArrayList<>();
        for (String each : listdir(top)) {
            (OsPath.isdir(OsPath.join(top, each)) ? directories : files).add(each);
        }
        all.add(Tuple.of(Python.str(top), directories, files));
        for (Object each : directories) {
            all.addAll(walk(OsPath.join(top, each)));
        }
        return all;
    }

    /** Returns {@code os.urandom(count)}. */
    public static byte[] urandom(long count) {
        return Secrets.tokenBytes(count);
    }

    /** Returns {@code os.system(command)}: runs it in a shell. */
    public static long system(String command) throws IOException {
        Process process =
                new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start();
        return Subprocess.await(process);
    }

    /** Refuses to change the directory of the process, which Java cannot: give the handler its {@code directory}. */
    public static void chdir(@Nullable Object path) throws IOException {
        if (!Pathlib.existing(path(path)).toRealPath().equals(Path.of("").toRealPath())) {
            throw new IOException("a Java program cannot change its directory to " + path
                    + ": start it there, or give the handler its directory");
        }
    }
}
