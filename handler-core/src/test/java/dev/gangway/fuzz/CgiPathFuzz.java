package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** In no spelling does a path show what lies in a CGI directory, or run what lies outside. */
public final class CgiPathFuzz {
    private static final String SECRET = "the source of the script";
    private static final Path TREE = tree();

    private CgiPathFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        String method = input.choose(2) == 0 ? "GET" : "POST";
        String mode = input.choose(2) == 0 ? "documented" : "rfc3875";
        List<String> directories = input.choose(2) == 0 ? List.of("/cgi-bin", "/htbin") : List.of("/");
        String target = input.text().replaceAll("[\\x00-\\x20]", "+");
        MemoryHost host = new MemoryHost(() -> new Server(mode, directories));
        String request = method + " " + (target.isEmpty() ? "/" : target) + " HTTP/1.0\r\n\r\n";
        String answer =
                new String(host.exchange(request.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
        require(!answer.contains(SECRET), request + answer);
        for (Throwable error : host.errors()) {
            throw new AssertionError("an exception came out of " + request, error);
        }
        require(!answer.matches("(?s)HTTP/1.0 5(?!01).*"), request + answer);
    }

    private static Path tree() {
        try {
            Path directory = Files.createTempDirectory("gangway-fuzz");
            for (String folder : new String[] {"cgi-bin", "cgi-bin/sub", "htbin", "other"}) {
                Files.createDirectory(directory.resolve(folder)).toFile().deleteOnExit();
                Path file = directory.resolve(folder).resolve("script");
                Files.writeString(file, folder.equals("other") ? "harmless" : "#!/bin/sh\n" + SECRET);
                file.toFile().deleteOnExit();
            }
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose scripts cannot be run. */
    public static final class Server extends CGIHTTPRequestHandler {
        Server(String mode, List<String> directories) {
            super(TREE);
            cgiMode(mode);
            cgiDirectories(directories);
        }

        @Override
        public boolean isExecutable(Path path) {
            return false;
        }

        @Override
        public void runCgi() throws IOException {
            require(
                    cgiDirectories().contains("/")
                            || path().toLowerCase(java.util.Locale.ROOT).contains("bin")
                            || path().contains("%"),
                    "runs " + path());
            super.runCgi();
        }
    }
}
