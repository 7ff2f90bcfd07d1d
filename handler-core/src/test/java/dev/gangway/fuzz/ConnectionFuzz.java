package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.contract.RawResponse;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.MemoryHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole connection to a file server: no exception comes out, no 5xx but 501 and 505, every answer is well-formed, the bytes
 * may come in any pieces, and content that the handler leaves unread never becomes a request.
 */
public final class ConnectionFuzz {
    private static final Path TREE = tree();

    private ConnectionFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FuzzInput input = new FuzzInput(data);
        String version = input.choose(3) == 0 ? "HTTP/1.0" : "HTTP/1.1";
        int piece = 1 + input.choose(9);
        byte[] bytes = input.rest();
        String whole = new Run(version).check(bytes, bytes.length + 1);
        String pieces = new Run(version).check(bytes, piece);
        require(whole.equals(pieces), "at once:\n" + whole + "\nin pieces of " + piece + ":\n" + pieces);
        checkUnread(bytes, piece);
    }

    /** Three requests, the one in the middle with content that is not read. */
    private static void checkUnread(byte[] content, int piece) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(text("UNREAD /first HTTP/1.1\r\nHost: x\r\n"));
        if (piece % 2 == 0) {
            sent.writeBytes(text("Content-Length: " + content.length + "\r\n\r\n"));
            sent.writeBytes(content);
        } else {
            sent.writeBytes(text("Transfer-Encoding: chunked\r\n\r\n"));
            if (content.length > 0) {
                sent.writeBytes(text(Integer.toHexString(content.length) + "\r\n"));
                sent.writeBytes(content);
                sent.writeBytes(text("\r\n"));
            }
            sent.writeBytes(text("0\r\n\r\n"));
        }
        sent.writeBytes(text("UNREAD /last HTTP/1.1\r\nHost: x\r\n\r\n"));
        Run run = new Run("HTTP/1.1");
        run.check(sent.toByteArray(), 1 + piece * 100);
        List<String> expected = content.length > 65_000
                ? run.requests.subList(0, 1) // given up, and closed
                : List.of("UNREAD /first HTTP/1.1", "UNREAD /last HTTP/1.1");
        require(run.requests.equals(expected), "unread content became a request: " + run.requests);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Path tree() {
        try {
            Path directory = Files.createTempDirectory("gangway-fuzz");
            Files.writeString(directory.resolve("a.txt"), "0123456789");
            Files.createDirectory(directory.resolve("dir"));
            Files.writeString(directory.resolve("dir").resolve("<b>&'\".html"), "<p>");
            for (String name : new String[] {"dir/<b>&'\".html", "dir", "a.txt", ""}) {
                directory.resolve(name).toFile().deleteOnExit();
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    private static final class Run {
        private final String version;
        private final List<String> methods = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();

        Run(String version) {
            this.version = version;
        }

        /** Serves a connection; returns what does not depend on the clock. */
        String check(byte[] bytes, int piece) throws IOException {
            MemoryHost host = new MemoryHost(() -> new FileServer(this));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            host.serve(FuzzInput.inPieces(bytes, piece), out);
            for (Throwable error : host.errors()) {
                throw new AssertionError("an exception came out", error);
            }
            for (String line : host.logLines()) {
                require(line.chars().noneMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0), "a control character: " + line);
            }
            return checkAnswers(out.toByteArray());
        }

        private String checkAnswers(byte[] answers) throws IOException {
            ByteArrayInputStream in = new ByteArrayInputStream(answers);
            StringBuilder summary = new StringBuilder();
            int last = methods.indexOf(FileServer.HEADLESS);
            for (int i = 0; in.available() > 0 && i != last; i++) {
                String method = i < methods.size() ? methods.get(i) : "GET";
                RawResponse response = RawResponse.read(in, method);
                for (; response.status() == 100; response = RawResponse.read(in, method)) {
                    summary.append("100 ");
                }
                int status = response.status();
                require(status < 500 || status == 501 || status == 505, "status " + status + " for " + requests);
                checkLocation(response);
                boolean ends = response.saysClose() || response.framing() == RawResponse.Framing.CLOSE;
                require(!ends || in.available() == 0, "something behind the last answer");
                summary.append(status)
                        .append(' ')
                        .append(response.body().length)
                        .append(' ');
            }
            return summary + String.join(",", requests);
        }

        private static void checkLocation(RawResponse response) {
            for (String location : response.all("Location")) {
                require(!location.startsWith("//") && !location.startsWith("/\\"), "Location: " + location);
            }
        }
    }

    /** A file server that notes what it answers; UNREAD answers without reading. */
    public static final class FileServer extends SimpleHTTPRequestHandler {
        static final String HEADLESS = "HTTP/0.9";

        private final Run run;

        FileServer(Run run) {
            super(TREE);
            this.run = run;
            protocolVersion(run.version);
        }

        public void do_UNREAD() throws IOException {
            sendResponse(204);
            endHeaders();
        }

        @Override
        public boolean dispatch(String command) throws IOException {
            run.requests.add(requestline());
            return super.dispatch(command);
        }

        @Override
        public void sendResponseOnly(int code, String message) throws IOException {
            if (code >= 200) {
                run.methods.add(requestVersion().equals("HTTP/0.9") ? HEADLESS : command());
            }
            super.sendResponseOnly(code, message);
        }
    }
}
