package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ports of the recorded handlers that serve files. The originals say what each is for. */
final class FileHandlers {
    static final Map<String, Supplier<? extends BaseHTTPRequestHandler>> BY_NAME = Map.ofEntries(
            Map.entry("Cors", Cors::new),
            Map.entry("NoServerHeader", NoServerHeader::new),
            Map.entry("Remembering", Remembering::new),
            Map.entry("Pending", Pending::new),
            Map.entry("OwnIndex", OwnIndex::new),
            Map.entry("OwnTypes", OwnTypes::new),
            Map.entry("OwnGuess", OwnGuess::new),
            Map.entry("OwnRoot", OwnRoot::new),
            Map.entry("OwnListing", OwnListing::new),
            Map.entry("UpperCopy", UpperCopy::new),
            Map.entry("OwnHead", OwnHead::new),
            Map.entry("Fallback", Fallback::new),
            Map.entry("OwnDates", OwnDates::new),
            Map.entry("Silent", Silent::new),
            Map.entry("OwnLog", OwnLog::new));

    private FileHandlers() {}

    /** Adds a field to every answer. */
    public static class Cors extends SimpleHTTPRequestHandler {
        @Override
        public void endHeaders() throws IOException {
            sendHeader("Access-Control-Allow-Origin", "*");
            super.endHeaders();
        }
    }

    /** Drops a field and renames another. */
    public static class NoServerHeader extends SimpleHTTPRequestHandler {
        @Override
        public void sendHeader(String keyword, String value) throws IOException {
            if (!keyword.equals("Server")) {
                super.sendHeader(keyword.equals("Last-Modified") ? "X-Modified" : keyword, value);
            }
        }
    }

    /** Adds a field behind the status. */
    public static class Remembering extends SimpleHTTPRequestHandler {
        @Override
        public void sendResponse(int code, @Nullable String message) throws IOException {
            super.sendResponse(code, message);
            sendHeader("X-Status", code);
        }
    }

    /** Reads and edits the lines that are not yet sent. */
    public static class Pending extends SimpleHTTPRequestHandler {
        @Override
        public void endHeaders() throws IOException {
            List<String> lines = pendingHeaders();
            lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("last-modified:"));
            lines.add(1, "X-Pending: " + lines.size());
            super.endHeaders();
        }
    }

    /** Has its own index pages. */
    public static class OwnIndex extends SimpleHTTPRequestHandler {
        @Override
        public List<String> indexPages() {
            return List.of("default.html", "home.html");
        }
    }

    /** Has its own suffixes. */
    public static class OwnTypes extends SimpleHTTPRequestHandler {
        @Override
        public Map<String, String> extensionsMap() {
            return Map.of("", "text/x-none", ".txt", "text/x-own", ".MD", "text/x-upper", ".gz", "x/gz");
        }
    }

    /** Adds a charset to text. */
    public static class OwnGuess extends SimpleHTTPRequestHandler {
        @Override
        public String guessType(Path path) {
            String guess = super.guessType(path);
            return guess.startsWith("text/") ? guess + "; charset=utf-8" : guess;
        }
    }

    /** Serves the tree below {@code sub}. */
    public static class OwnRoot extends SimpleHTTPRequestHandler {
        @Override
        public Path translatePath(String path) {
            return super.translatePath("/sub" + path);
        }
    }

    /** Lists nothing. */
    public static class OwnListing extends SimpleHTTPRequestHandler {
        @Override
        public @Nullable InputStream listDirectory(Path path) throws IOException {
            sendError(403, "No listing");
            return null;
        }
    }

    /** Copies in upper case. */
    public static class UpperCopy extends SimpleHTTPRequestHandler {
        @Override
        public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
            String text = new String(source.readAllBytes(), ISO_8859_1);
            outputfile.write(text.toUpperCase(Locale.ROOT).getBytes(ISO_8859_1));
        }
    }

    /** Refuses one path. */
    public static class OwnHead extends SimpleHTTPRequestHandler {
        @Override
        public @Nullable InputStream sendHead() throws IOException {
            if (path().equals("/secret")) {
                sendError(403);
                return null;
            }
            return super.sendHead();
        }
    }

    /** Answers an API, and an application of one page, else files. */
    public static class Fallback extends SimpleHTTPRequestHandler {
        @Override
        public void do_GET() throws IOException {
            if (path().startsWith("/api/")) {
                byte[] data = "{}".getBytes(ISO_8859_1);
                sendResponse(200);
                sendHeader("Content-Type", "application/json");
                sendHeader("Content-Length", data.length);
                endHeaders();
                wfile().write(data);
                return;
            }
            if (!path().contains(".")) {
                path("/page.html");
            }
            super.do_GET();
        }
    }

    /** Has its own words for dates and clients. */
    public static class OwnDates extends SimpleHTTPRequestHandler {
        @Override
        public String dateTimeString(Instant timestamp) {
            return timestamp.getEpochSecond() == 1_700_000_000 ? "then" : "now";
        }

        @Override
        public String logDateTimeString() {
            return "today";
        }

        @Override
        public String addressString() {
            return "somebody";
        }
    }

    /** Logs nothing. */
    public static class Silent extends SimpleHTTPRequestHandler {
        @Override
        public void logMessage(String format, @Nullable Object... args) {}
    }

    /** Has its own words for the log. */
    public static class OwnLog extends SimpleHTTPRequestHandler {
        @Override
        public void logRequest(String code, String size) {
            logMessage("request %s %s", code, size);
        }

        @Override
        public void logError(String format, @Nullable Object... args) {
            logMessage("error: " + format, args);
        }
    }
}
