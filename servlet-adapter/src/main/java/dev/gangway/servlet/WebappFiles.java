package dev.gangway.servlet;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files of a web application as paths: in place where the container has unpacked them, otherwise, and for the root of the
 * application, as a copy in the container's temporary directory. A copy never has {@code WEB-INF} or {@code META-INF}.
 */
final class WebappFiles implements AutoCloseable {
    private final ServletContext context;
    private final String servletName;
    private @Nullable Path copies;

    /** The file of a parameter cannot be used; the message says why. */
    static final class NotFoundException extends Exception {
        private static final long serialVersionUID = 1L;

        NotFoundException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    WebappFiles(ServletContext context, String servletName) {
        this.context = context;
        this.servletName = servletName;
    }

    /**
     * Finds a directory or file.
     *
     * @param text an absolute path of the machine, or a relative one of the web application
     */
    Path resolve(String text) throws NotFoundException {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                if (!Files.exists(path)) {
                    throw new NotFoundException("'" + text + "' does not exist", null);
                }
                return path;
            }
            return inside(text);
        } catch (InvalidPathException | IOException e) {
            throw new NotFoundException("'" + text + "' cannot be read: " + e, e);
        }
    }

    private Path inside(String text) throws NotFoundException, IOException {
        String name = normalised(text);
        boolean isDirectory = isDirectory(name.isEmpty() ? "/" : "/" + name + "/");
        URL url = context.getResource(name.isEmpty() ? "/" : isDirectory ? "/" + name + "/" : "/" + name);
        if (!isDirectory && url == null) {
            throw new NotFoundException("the web application has no '" + text + "'", null);
        }
        Path unpacked = url == null ? null : fileOf(url);
        if (unpacked != null && !name.isEmpty()) {
            return unpacked;
        }
        Path target = copies().resolve(name);
        if (isDirectory) {
            copyDirectory("/" + (name.isEmpty() ? "" : name + "/"), target);
        } else {
            Files.createDirectories(target.resolve(".."));
            copyFile("/" + name, target);
        }
        return target;
    }

    /** Some containers say that a directory that is not there is empty. */
    private boolean isDirectory(String name) throws IOException {
        Set<String> children = context.getResourcePaths(name);
        return children != null && (!children.isEmpty() || context.getResource(name) != null);
    }

    /** Returns a path without dots, and without a slash at either end. */
    private static String normalised(String text) throws NotFoundException {
        Path path = Path.of(text).normalize();
        String name = path.toString().replace(File.separatorChar, '/');
        if (name.equals("..") || name.startsWith("../")) {
            throw new NotFoundException("'" + text + "' leads out of the web application", null);
        }
        String upper = name.toUpperCase(Locale.ROOT);
        boolean isPrivate = isPrivate(upper)
                || upper.startsWith("META-INF/")
                || (upper + "/").startsWith("WEB-INF/CLASSES/")
                || (upper + "/").startsWith("WEB-INF/LIB/");
        if (isPrivate) {
            throw new NotFoundException(
                    "'" + text + "' would publish code and configuration; name a directory of its own", null);
        }
        return name;
    }

    private static boolean isPrivate(String name) {
        return name.equalsIgnoreCase("WEB-INF") || name.equalsIgnoreCase("META-INF");
    }

    private static @Nullable Path fileOf(URL url) {
        if (!url.getProtocol().equals("file")) {
            return null;
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private Path copies() throws IOException {
        Path made = copies;
        if (made == null) {
            Object temporary = context.getAttribute(ServletContext.TEMPDIR);
            made = temporary instanceof File directory
                    ? Files.createTempDirectory(
                            Files.createDirectories(directory.toPath()), "gangway-" + fileName(servletName) + "-")
                    : Files.createTempDirectory("gangway-" + fileName(servletName) + "-");
            copies = made;
        }
        return made;
    }

    private static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private void copyDirectory(String from, Path to) throws IOException {
        Files.createDirectories(to);
        Set<String> children = context.getResourcePaths(from);
        if (children == null) {
            return;
        }
        for (String child : children) {
            boolean isDirectory = child.endsWith("/");
            String name = child.substring(from.length(), child.length() - (isDirectory ? 1 : 0));
            Path target = to.resolve(name).normalize();
            if (!to.equals(target.getParent()) || (from.equals("/") && isPrivate(name))) {
                continue;
            }
            if (isDirectory) {
                copyDirectory(child, target);
            } else {
                copyFile(child, target);
            }
        }
    }

    private void copyFile(String from, Path to) throws IOException {
        URL url = context.getResource(from);
        if (url == null) {
            return;
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, to);
        }
        if (isScript(to)) {
            to.toFile().setExecutable(true, false);
        }
        long modified = connection.getLastModified();
        if (modified > 0) {
            Files.setLastModifiedTime(to, FileTime.fromMillis(modified));
        }
    }

    /** An archive keeps no execute bit; what names its interpreter is meant to be run. */
    private static boolean isScript(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == '#' && start[1] == '!';
        }
    }

    /** Removes the copies. */
    @Override
    public void close() throws IOException {
        Path made = copies;
        if (made == null) {
            return;
        }
        copies = null;
        Files.walkFileTree(made, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
