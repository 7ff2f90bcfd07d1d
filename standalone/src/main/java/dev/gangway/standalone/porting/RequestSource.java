package dev.gangway.standalone.porting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests from files: {@code .har} holds many, every other file one connection. A file {@code .http} is text, whose
 * head may have the line ends of the machine; all others are sent as they are. What ends in {@code .response}, or in
 * {@code .stream} if it went on, was recorded with the {@code .request} of the same name.
 */
final class RequestSource {
    private RequestSource() {}

    static List<RequestFile> read(List<Path> paths) throws IOException {
        List<RequestFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                readFolder(path, files);
            } else {
                readFile(path, files);
            }
        }
        long all = files.stream().mapToLong(file -> file.bytes().length).sum();
        return checked(files, all);
    }

    private static List<RequestFile> checked(List<RequestFile> files, long bytes) throws IOException {
        if (bytes > Bounds.REQUEST_BYTES) {
            throw tooLarge(bytes);
        }
        return files;
    }

    private static IOException tooLarge(long bytes) {
        return new IOException("the requests have " + bytes + " bytes or more, and there is memory for "
                + Bounds.REQUEST_BYTES + "; compare fewer at a time, or give java a larger -Xmx");
    }

    private static void readFolder(Path folder, List<RequestFile> files) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !isResponse(file.toString()))
                    .sorted()
                    .toList();
        }
        for (Path file : found) {
            readFile(file, files);
        }
    }

    private static void readFile(Path file, List<RequestFile> files) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".har")) {
            files.addAll(HarFile.read(file));
            return;
        }
        if (Files.size(file) > Bounds.REQUEST_BYTES) {
            throw tooLarge(Files.size(file));
        }
        byte[] bytes = Files.readAllBytes(file);
        String stem = name.replaceFirst("\\.[^.]*$", "");
        files.add(new RequestFile(stem, name.endsWith(".http") ? withLineEnds(bytes) : bytes, response(file, stem)));
    }

    private static boolean isResponse(String name) {
        return name.endsWith(Recording.RESPONSE) || name.endsWith(Recording.STREAM);
    }

    private static @Nullable Path response(Path request, String stem) {
        return Stream.of(Recording.RESPONSE, Recording.STREAM)
                .map(end -> request.resolveSibling(stem + end))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    /** Ends each line of the head with CR LF, and leaves what follows the empty line. */
    static byte[] withLineEnds(byte[] text) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        boolean head = true;
        int lineLength = 0;
        int previous = 0;
        for (byte b : text) {
            if (head && b == '\n') {
                if (previous != '\r') {
                    wire.write('\r');
                }
                head = lineLength > 0;
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
            wire.write(b);
            previous = b;
        }
        if (head) {
            wire.writeBytes(
                    (lineLength > 0 ? "\r\n\r\n" : "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return wire.toByteArray();
    }
}
