package dev.gangway.files;

import dev.gangway.contract.HostContract;
import dev.gangway.contract.RawResponse;
import dev.gangway.contract.RunningHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts of file handlers share: a folder, handlers that serve it, and requests from a page of the server. */
@Tag("files")
@Timeout(60)
public abstract class FileServerFixture extends HostContract {
    /** When every file that {@link #write} has written was modified. */
    protected static final Instant MODIFIED = Instant.parse("2023-11-14T22:13:20Z");

    /** The directory that is served. */
    @TempDir
    protected Path folder = Path.of("");

    /** Writes a file that has rested. */
    protected final Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file that has rested. */
    protected final Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    /** Starts a host that serves the folder, with something set. */
    protected final RunningHost serve(Consumer<FileHTTPRequestHandler> setting) throws Exception {
        return start(() -> {
            FileHTTPRequestHandler handler = new FileHTTPRequestHandler(folder);
            setting.accept(handler);
            return handler;
        });
    }

    /** Starts a host that serves the folder, and asks it once. */
    protected final RawResponse ask(
            Consumer<FileHTTPRequestHandler> setting, String method, String target, String... fields) throws Exception {
        return ask(serve(setting), method, target, fields);
    }

    /** Asks a host once, without content. */
    protected static RawResponse ask(RunningHost host, String method, String target, String... fields)
            throws Exception {
        return send(host, method, target, (byte[]) null, fields);
    }

    /** Asks a host once, with content and its length. */
    protected static RawResponse send(RunningHost host, String method, String target, byte[] content, String... fields)
            throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (Stream.of(fields).noneMatch(field -> field.startsWith("Host:"))) {
            head.append("Host: localhost\r\n");
        }
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        if (content != null) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        request.writeBytes(latin(head.append("\r\n").toString()));
        request.writeBytes(content == null ? new byte[0] : content);
        return RawResponse.readOne(host.exchange(request.toByteArray()), method);
    }

    /** Sends text. */
    protected static RawResponse send(RunningHost host, String method, String target, String content, String... fields)
            throws Exception {
        return send(host, method, target, content.getBytes(StandardCharsets.UTF_8), fields);
    }

    /** Returns a text that is worth compressing. */
    protected static String longText() {
        return "All work and no play makes Jack a dull boy.\n".repeat(200);
    }

    /** Returns the names of all that is in the folder, in order. */
    protected final List<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Returns the media type of a response, without the white space that containers leave out. */
    protected static String type(RawResponse response) {
        return response.field("Content-Type").orElse("none").replace("; ", ";");
    }
}
