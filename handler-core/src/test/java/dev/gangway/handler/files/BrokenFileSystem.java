package dev.gangway.handler.files;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file system in which every access fails, as on a disk that has gone. */
final class BrokenFileSystem extends FileSystem {
    private final FileSystemProvider provider;

    private BrokenFileSystem(String reason) {
        provider = new BrokenProvider(reason);
    }

    /** Returns the path of a file system in which every access fails for a reason. */
    static Path root(String reason) {
        BrokenFileSystem system = new BrokenFileSystem(reason);
        return (Path) Proxy.newProxyInstance(
                BrokenFileSystem.class.getClassLoader(), new Class<?>[] {Path.class}, (path, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getFileSystem" -> system;
                        case "toString" -> "/broken";
                        case "hashCode" -> 0;
                        case "equals" -> path == arguments[0];
                        default -> throw new UnsupportedOperationException(method.toString());
                    };
                });
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    private static final class BrokenProvider extends FileSystemProvider {
        private final String reason;

        BrokenProvider(String reason) {
            this.reason = reason;
        }

        private IOException failure() {
            return new IOException(reason);
        }

        @Override
        public String getScheme() {
            return "broken";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
            throw failure();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            throw failure();
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            throw failure();
        }

        @Override
        public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
            throw failure();
        }

        @Override
        public void delete(Path path) throws IOException {
            throw failure();
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            throw failure();
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            throw failure();
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            throw failure();
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            throw failure();
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            throw failure();
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            throw failure();
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return null;
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            throw failure();
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            throw failure();
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            throw failure();
        }
    }
}
