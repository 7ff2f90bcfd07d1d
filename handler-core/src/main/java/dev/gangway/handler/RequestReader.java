package dev.gangway.handler;

import dev.gangway.handler.io.FieldParser;
import dev.gangway.handler.io.RequestContent;
import dev.gangway.handler.io.SyntheticRequest;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Authority;
import dev.gangway.http.syntax.ContentFraming;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.HostField;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.PythonText;
import dev.gangway.http.syntax.RequestLine;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the head of each request into the variables of a handler, and finds where its content ends. */
final class RequestReader {
    /** How many empty lines may stand before a request (RFC 9112 §2.2). */
    private static final int MAX_EMPTY_LINES = 4;

    private static final HttpVersion SIMPLE = new HttpVersion("HTTP/0.9", 0, 9);

    private final BaseHTTPRequestHandler handler;
    private @Nullable RequestHead parsedHead;
    private @Nullable RequestContent content;
    private boolean expectsContinue;
    private boolean awaitsContinue;

    RequestReader(BaseHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Reads the next request line into {@code rawRequestline}; false if there is none, or none that can be served. */
    boolean readRequestLine() throws IOException {
        RequestInputStream in = handler.rfile();
        if (in instanceof SyntheticRequest synthetic) {
            parsedHead = synthetic.takeHead();
            if (parsedHead != null) {
                handler.rawRequestline((parsedHead.requestLine() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                return true;
            }
        }
        handler.connection().phase(HandlerConnection.Phase.IDLE);
        int most = handler.maxRequestLineBytes();
        byte[] line = in.readline(most + 1);
        for (int empty = 0; isEmptyLine(line); empty++) {
            if (empty == MAX_EMPTY_LINES) {
                refuse(400, "Too many empty lines before the request");
                return false;
            }
            line = in.readline(most + 1);
        }
        handler.rawRequestline(line);
        if (line.length > most) {
            refuse(414, null);
            return false;
        }
        if (line.length == 0) {
            handler.closeConnection(true);
            return false;
        }
        return true;
    }

    /** Parses the request line and reads the header section; false if the line is blank. */
    boolean parse() throws IOException, MessageSyntaxException {
        handler.command(null);
        handler.requestVersion(handler.defaultRequestVersion());
        handler.closeConnection(true);
        expectsContinue = false;
        awaitsContinue = false;
        content = RequestContent.fixed(handler.connectionInput(), 0);
        RequestHead head = parsedHead;
        if (head != null && handler.connection() instanceof MessageConnection messages) {
            parsedHead = null;
            adopt(head, messages);
            return true;
        }
        return parseText();
    }

    /** Tells whether the client waits for 100 (Continue), and the handler speaks a version that has it. */
    boolean expectsContinue() {
        return expectsContinue;
    }

    /** Tells whether the client was refused its content, so that nobody knows whether it will send it. */
    boolean awaitsContinue() {
        return awaitsContinue;
    }

    /** Takes note that a 100 (Continue) has been sent or that the request is served without. */
    void continued() {
        awaitsContinue = false;
    }

    /** Returns the content of the request that is being served, once; null if there is none. */
    @Nullable RequestContent takeContent() {
        RequestContent taken = content;
        content = null;
        return taken;
    }

    private boolean parseText() throws IOException, MessageSyntaxException {
        byte[] line = handler.rawRequestline();
        handler.requestline(line);
        String[] words = RequestLine.words(line);
        if (words.length == 0) {
            return false;
        }
        HttpVersion version = SIMPLE;
        if (words.length >= 3) {
            version = HttpVersion.parse(words[words.length - 1]);
            handler.closeConnection(!(version.isAtLeast(1, 1) && handler.speaks11()));
            handler.requestVersion(version.text());
        }
        RequestLine.check(line, words);
        handler.command(words[0]);
        handler.path(RequestLine.withoutDoubleSlash(words[1]));
        HTTPMessage fields = handler.messageClass().get();
        handler.headers(fields);
        if (words.length == 3) {
            FieldParser.parse(handler.connectionInput(), fields, handler.headLimits());
            if (handler.speaks11()) {
                HostField.check(fields, version.isAtLeast(1, 1));
                checkAuthority(words[1]);
            }
            frame(ContentFraming.of(version, fields));
            readConnectionAndExpect(connections(fields), fields.get("Expect"));
        } else {
            frame(ContentFraming.NONE);
        }
        handler.connection().phase(HandlerConnection.Phase.REQUEST);
        return true;
    }

    /** An {@code http} URI without a host must be rejected, too (RFC 9110 §4.2.1). */
    private static void checkAuthority(String target) throws MessageSyntaxException {
        String authority = RequestTarget.authority(target);
        if (authority != null && (authority.isEmpty() || authority.startsWith(":") || !Authority.isValid(authority))) {
            throw new MessageSyntaxException(
                    400, "Bad authority in the request target (" + PythonText.repr(authority) + ")");
        }
    }

    private void frame(ContentFraming framing) {
        RequestInputStream in = handler.connectionInput();
        RequestContent framed = framing.chunked()
                ? RequestContent.chunked(in, handler::decodeChunked)
                : RequestContent.fixed(in, framing.length());
        content = framed;
        handler.content(framed);
    }

    private void adopt(RequestHead head, MessageConnection connection) throws MessageSyntaxException {
        handler.requestline(head.requestLine());
        handler.command(head.method());
        handler.path(RequestLine.withoutDoubleSlash(head.path()));
        handler.requestVersion(head.version());
        handler.closeConnection(!(head.version().equals("HTTP/1.1") && handler.speaks11()));
        handler.headersLater(() -> message(head));
        if (handler.speaks11()) {
            // A host may be more lenient here, too.
            for (String host : connection.requestFields("Host")) {
                HostField.check(host);
            }
        }
        boolean chunked = !connection.requestFields("Transfer-Encoding").isEmpty();
        RequestContent given =
                RequestContent.alreadyDecoded(connection.rfile(), chunked ? handler::decodeChunked : () -> true);
        content = given;
        handler.content(given);
        if (chunked) {
            // A host may be more lenient: what it takes for chunked may be coded otherwise as well.
            ContentFraming.of(HttpVersion.parse(head.version()), handler.headers());
        }
        List<String> connections = connection.requestFields("Connection");
        List<String> expect = connection.requestFields("Expect");
        readConnectionAndExpect(
                connections.isEmpty() ? null : String.join(",", connections), expect.isEmpty() ? null : expect.get(0));
    }

    private HTTPMessage message(RequestHead head) {
        HTTPMessage fields = handler.messageClass().get();
        for (Map.Entry<String, String> field : head.fields()) {
            fields.add(field.getKey(), field.getValue());
        }
        return fields;
    }

    private static @Nullable String connections(HTTPMessage fields) {
        return fields.count("Connection") <= 1
                ? fields.get("Connection")
                : String.join(",", fields.getAll("Connection"));
    }

    private void readConnectionAndExpect(@Nullable String connections, @Nullable String expect) {
        boolean keepAlive = false;
        boolean close = false;
        if (connections != null) {
            close = Grammar.listContains(connections, "close");
            keepAlive = Grammar.listContains(connections, "keep-alive");
        }
        if (close) {
            handler.closeConnection(true);
        } else if (keepAlive && handler.speaks11()) {
            handler.closeConnection(false);
        }
        expectsContinue = expect != null
                && expect.equalsIgnoreCase("100-continue")
                && handler.speaks11()
                && handler.requestVersion().compareTo("HTTP/1.1") >= 0;
        awaitsContinue = expectsContinue;
    }

    private void refuse(int code, @Nullable String message) throws IOException {
        handler.requestline("");
        handler.requestVersion("");
        handler.command("");
        handler.output().begin();
        handler.sendError(code, message);
        handler.closeConnection(true);
        handler.connection().phase(HandlerConnection.Phase.CLOSING);
    }

    private static boolean isEmptyLine(byte[] line) {
        return (line.length == 1 && line[0] == '\n') || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
    }
}
