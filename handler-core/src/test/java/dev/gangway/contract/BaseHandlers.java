package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.Reason;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ports of the recorded handlers that serve no files. The originals say what each is for. */
final class BaseHandlers {
    static final Map<String, Supplier<? extends BaseHTTPRequestHandler>> BY_NAME = Map.ofEntries(
            Map.entry("Echo", Echo::new),
            Map.entry("Errors", Errors::new),
            Map.entry("StatusErrors", StatusErrors::new),
            Map.entry("PlainTextErrors", PlainTextErrors::new),
            Map.entry("OwnReasons", OwnReasons::new),
            Map.entry("OwnErrors", OwnErrors::new),
            Map.entry("Refusing", Refusing::new),
            Map.entry("RefusingQuietly", RefusingQuietly::new),
            Map.entry("CatchAll", CatchAll::new),
            Map.entry("Versions", Versions::new),
            Map.entry("OwnVersionString", OwnVersionString::new),
            Map.entry("LogEverything", LogEverything::new),
            Map.entry("OldDefault", OldDefault::new),
            Map.entry("OneWord", OneWord::new),
            Map.entry("Greeting", Greeting::new),
            Map.entry("Shouting", Shouting::new),
            Map.entry("Words", Words::new));

    private BaseHandlers() {}

    /** Answers with text, head and body. */
    abstract static class TextHandler extends BaseHTTPRequestHandler {
        void reply(String text) throws IOException {
            byte[] data = text.getBytes(ISO_8859_1);
            sendResponse(200);
            sendHeader("Content-Length", data.length);
            endHeaders();
            wfile().write(data);
        }
    }

    /** Answers with what it was asked. */
    public static class Echo extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            byte[] body = rfile().readNBytes(Integer.parseInt(headers().get("Content-Length", "0")));
            List<String> lines = new ArrayList<>();
            lines.add("requestline " + requestline());
            lines.add("command " + command());
            lines.add("path " + path());
            lines.add("request_version " + requestVersion());
            lines.add("close_connection " + closeConnection());
            for (Map.Entry<String, String> field : headers().items()) {
                lines.add("header " + field.getKey() + "=" + field.getValue());
            }
            lines.add("body " + new String(body, ISO_8859_1));
            reply(String.join("\n", lines) + "\n");
        }

        void reply(String text) throws IOException {
            byte[] data = text.getBytes(ISO_8859_1);
            sendResponse(200);
            sendHeader("Content-Type", "text/plain; charset=iso-8859-1");
            sendHeader("Content-Length", data.length);
            endHeaders();
            if (!command().equals("HEAD")) {
                wfile().write(data);
            }
        }

        public void do_HEAD() throws IOException {
            do_GET();
        }

        public void do_POST() throws IOException {
            do_GET();
        }

        public void do_PUT() throws IOException {
            do_GET();
        }

        public void do_DELETE() throws IOException {
            do_GET();
        }

        public void do_OPTIONS() throws IOException {
            do_GET();
        }

        public void do_PATCH() throws IOException {
            do_GET();
        }

        public void do_get() throws IOException {
            reply("lower case\n");
        }

        public void do_M_SEARCH() throws IOException {
            reply("with an underscore\n");
        }
    }

    /** Answers {@code /CODE/MESSAGE/EXPLAIN} with an error; {@code -} stands for null. */
    public static class Errors extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            String[] words = path().substring(1).split("/", -1);
            int code = Integer.parseInt(words[0]);
            switch (words.length) {
                case 1 -> sendError(code);
                case 2 -> sendError(code, text(words[1]));
                default -> sendError(code, text(words[1]), text(words[2]));
            }
        }

        private static @Nullable String text(String word) {
            return word.equals("-") ? null : URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        public void do_HEAD() throws IOException {
            do_GET();
        }

        public void do_POST() throws IOException {
            do_GET();
        }
    }

    /** Sends errors by {@link HTTPStatus}. */
    public static class StatusErrors extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            if (path().equals("/teapot")) {
                sendError(HTTPStatus.IM_A_TEAPOT, "Short and stout");
            } else {
                sendError(HTTPStatus.FORBIDDEN);
            }
        }
    }

    /** Has its own error page. */
    public static class PlainTextErrors extends Errors {
        @Override
        public String errorMessageFormat() {
            return "%(code)d|%(code)s|%(message)s|%(explain)s|100%%\n";
        }

        @Override
        public String errorContentType() {
            return "text/plain";
        }
    }

    /** Has its own table of reasons. */
    public static class OwnReasons extends Errors {
        @Override
        public Map<Integer, Reason> responses() {
            return Map.of(404, new Reason("Lost", "Try elsewhere"), 799, new Reason("Odd", "Not a code of HTTP"));
        }
    }

    /** Overrides {@code sendError}, then asks the original. */
    public static class OwnErrors extends Errors {
        @Override
        public void sendError(int code, @Nullable String message, @Nullable String explain) throws IOException {
            super.sendError(code, "Own: " + message, explain);
        }
    }

    /** Refuses {@code Expect: 100-continue}. */
    public static class Refusing extends Echo {
        @Override
        public boolean handleExpect100() throws IOException {
            sendError(417);
            return false;
        }
    }

    /** Refuses {@code Expect: 100-continue} with an answer that keeps the connection. */
    public static class RefusingQuietly extends Echo {
        @Override
        public boolean handleExpect100() throws IOException {
            sendResponse(401);
            sendHeader("WWW-Authenticate", "Basic realm=\"x\"");
            sendHeader("Content-Length", "0");
            endHeaders();
            return false;
        }
    }

    /** Answers every method but NONE. */
    public static class CatchAll extends TextHandler {
        @Override
        public boolean dispatch(String command) throws IOException {
            if (command.equals("NONE")) {
                return false;
            }
            reply("any " + command + "\n");
            return true;
        }
    }

    /** Has its own server and system version. */
    public static class Versions extends Echo {
        @Override
        public String serverVersion() {
            return "Mine/1.0";
        }

        @Override
        public String sysVersion() {
            return "(any)";
        }
    }

    /** Overrides the version string. */
    public static class OwnVersionString extends Echo {
        @Override
        public String versionString() {
            return "nginx";
        }
    }

    /** Logs by hand. */
    public static class LogEverything extends Echo {
        @Override
        public void do_GET() throws IOException {
            logRequest();
            logRequest(200, 17);
            logRequest("abc", "def");
            logMessage("plain");
            logMessage("%s and %d and 100%%", "text", 7);
            logMessage("%s", "new\nline, tab\t, escape\u001b, delete\u007f, c1\u009b, back\\slash, \u00e9");
            logError("code %d, message %s", 404, "x");
            reply("logged\n");
        }
    }

    /** Answers a request line that it cannot read with a head. */
    public static class OldDefault extends Echo {
        @Override
        public String defaultRequestVersion() {
            return "HTTP/1.0";
        }
    }

    /** Refuses every path but one before a method is called. */
    public static class OneWord extends BaseHTTPRequestHandler {
        @Override
        public boolean parseRequest() throws IOException {
            if (!super.parseRequest()) {
                return false;
            }
            if (!path().equals("/open")) {
                sendError(403, "Closed");
                return false;
            }
            return true;
        }

        public void do_GET() throws IOException {
            sendResponse(204);
            endHeaders();
        }
    }

    /** Overrides each step of a connection's life. */
    public static class Greeting extends Echo {
        private int count;

        @Override
        public void setup() throws IOException {
            super.setup();
            count = 0;
        }

        @Override
        public void handle() throws IOException {
            wfile().write("hello\n".getBytes(ISO_8859_1));
            super.handle();
        }

        @Override
        public void handleOneRequest() throws IOException {
            count++;
            super.handleOneRequest();
        }

        @Override
        public void finish() throws IOException {
            wfile().write(("bye after " + count + "\n").getBytes(ISO_8859_1));
            super.finish();
        }
    }

    /** A message class of its own. */
    public static class ShoutingMessage extends HTTPMessage {
        @Override
        public @Nullable String get(String name) {
            String value = super.get(name);
            return value == null ? null : value.toUpperCase(Locale.ROOT);
        }

        @Override
        public String get(String name, String defaultValue) {
            return super.get(name, defaultValue).toUpperCase(Locale.ROOT);
        }
    }

    /** Uses its own message class. */
    public static class Shouting extends TextHandler {
        @Override
        public Supplier<? extends HTTPMessage> messageClass() {
            return ShoutingMessage::new;
        }

        public void do_GET() throws IOException {
            reply(headers().get("X-Word", "none"));
        }
    }

    /** Answers questions about its headers. */
    public static class Words extends TextHandler {
        public void do_GET() throws IOException {
            HTTPMessage headers = headers();
            reply(String.join(
                    "\n",
                    "x=" + headers.get("x"),
                    "X by index=" + headers.get("X"),
                    "missing=" + headers.get("missing", "default"),
                    "all=" + String.join(",", headers.getAll("x")),
                    "in=" + headers.contains("x"),
                    "keys=" + String.join(",", headers.keys()),
                    "values=" + String.join("|", headers.values()),
                    "length=" + headers.size(),
                    "type=" + headers.getContentType(),
                    "maintype=" + headers.getContentMaintype(),
                    "subtype=" + headers.getContentSubtype(),
                    "charset=" + headers.getContentCharset(),
                    "boundary=" + headers.getBoundary(),
                    "param q=" + headers.getParam("q"),
                    "filename=" + headers.getFilename(),
                    ""));
        }
    }
}
