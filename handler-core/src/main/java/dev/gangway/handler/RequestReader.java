package dev.gangway.handler;

import dev.gangway.handler.io.HeadLimits;
import dev.gangway.handler.io.RequestContent;
import dev.gangway.handler.io.RequestFields;
import dev.gangway.handler.io.RequestTerms;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HostResponse;
import dev.gangway.host.ReceivedHead;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.RequestLine;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the head of each request to a handler, as the way in of the connection reads it. */
final class RequestReader implements RequestTerms {
    /** How many empty lines may stand before a request (RFC 9112 §2.2). */
    private static final int MAX_EMPTY_LINES = 4;

    private final BaseHTTPRequestHandler handler;
    private @Nullable RequestContent content;
    private boolean expectsContinue;
    private boolean awaitsContinue;
    private @Nullable HostResponse hostResponse;

    RequestReader(BaseHTTPRequestHandler handler) {
        this.handler = handler;
    }

    /** Reads the next request line into {@code rawRequestline}; false if there is none. */
    boolean readRequestLine() throws IOException, MessageSyntaxException {
        RequestInputStream in = handler.rfile();
        byte[] parsed = handler.wire().takeRequest(in);
        if (parsed != null) {
            handler.rawRequestline(parsed);
            return true;
        }
        handler.connection().phase(HandlerConnection.Phase.IDLE);
        int most = handler.maxRequestLineBytes();
        byte[] line = in.readline(most + 1);
        for (int empty = 0; isEmptyLine(line); empty++) {
            if (empty == MAX_EMPTY_LINES) {
                forgetRequest();
                throw new MessageSyntaxException(400, "Too many empty lines before the request");
            }
            line = in.readline(most + 1);
        }
        handler.rawRequestline(line);
        if (line.length > most) {
            forgetRequest();
            throw new MessageSyntaxException(414);
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
        byte[] raw = handler.rawRequestline();
        handler.requestline(raw);
        RequestLine line = checkedLine(raw);
        if (line.words() == 0) {
            return false;
        }
        handler.command(line.method());
        handler.path(line.target());
        handler.headersLater(handler.messageClass());
        RequestFields fields = handler.wire().fields(line, this);
        adopt(fields);
        handler.connection().phase(HandlerConnection.Phase.REQUEST);
        hostResponse = handler.connection().requested(new Head(line, fields));
        return true;
    }

    /** Reads the request line. The answer to a malformed one has a head, whatever {@code defaultRequestVersion} is. */
    private RequestLine checkedLine(byte[] raw) throws MessageSyntaxException {
        String before = handler.requestVersion();
        handler.requestVersion("");
        RequestLine line = handler.wire().line(raw);
        HttpVersion version = line.version();
        if (version != null) {
            handler.closeConnection(!(version.isAtLeast(1, 1) && handler.speaks11()));
        }
        if (line.words() > 0) {
            line.check(raw);
        }
        handler.requestVersion(version == null ? before : version.text());
        return line;
    }

    private void adopt(RequestFields fields) throws MessageSyntaxException {
        handler.headersLater(fields::message);
        RequestContent framed = fields.content();
        content = framed;
        handler.content(framed);
        String options = fields.connectionOptions();
        if (options != null && Grammar.listContains(options, "close")) {
            handler.closeConnection(true);
        } else if (options != null && Grammar.listContains(options, "keep-alive") && handler.speaks11()) {
            handler.closeConnection(false);
        }
        String expectation = fields.expectation();
        expectsContinue = expectation != null
                && expectation.equalsIgnoreCase("100-continue")
                && handler.speaks11()
                && HttpVersion.is11(handler.requestVersion());
        awaitsContinue = expectsContinue;
    }

    @Override
    public RequestInputStream input() {
        return handler.connectionInput();
    }

    @Override
    public HeadLimits limits() {
        return handler.headLimits();
    }

    @Override
    public boolean speaks11() {
        return handler.speaks11();
    }

    @Override
    public HTTPMessage newMessage() {
        return handler.messageClass().get();
    }

    @Override
    public boolean decodesChunks() {
        return handler.decodeChunked();
    }

    /** Returns the response that the host gives itself, once; null if the request is for the handler. */
    @Nullable HostResponse takeHostResponse() {
        HostResponse taken = hostResponse;
        hostResponse = null;
        return taken;
    }

    /** Tells whether the client waits for 100 (Continue), and the handler speaks a version that has it. */
    boolean expectsContinue() {
        return expectsContinue;
    }

    /** Tells whether the client's content was refused, so that it may or may not come. */
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

    /** The answer is not one to the request before. */
    private void forgetRequest() {
        handler.requestline("");
        handler.requestVersion("");
        handler.command("");
        handler.output().begin();
    }

    private static boolean isEmptyLine(byte[] line) {
        return (line.length == 1 && line[0] == '\n') || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
    }

    /** The head as a host sees it. */
    private record Head(RequestLine line, RequestFields given) implements ReceivedHead {
        @Override
        public String method() {
            return line.method();
        }

        @Override
        public String target() {
            return line.target();
        }

        @Override
        public List<String> fields(String name) {
            return given.message().getAll(name);
        }

        @Override
        public void replaceField(String name, String value) {
            given.message().replaceHeader(name, value);
        }
    }
}
