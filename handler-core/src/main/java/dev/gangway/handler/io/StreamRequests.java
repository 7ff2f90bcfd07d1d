package dev.gangway.handler.io;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Authority;
import dev.gangway.http.syntax.ContentFraming;
import dev.gangway.http.syntax.HostField;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.PythonText;
import dev.gangway.http.syntax.RequestLine;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads requests from a stream of bytes. */
final class StreamRequests implements RequestWire {
    private final HandlerConnection connection;
    private final RequestInputStream input;

    StreamRequests(HandlerConnection connection) {
        this.connection = connection;
        this.input = new RequestInputStream(connection.rfile());
    }

    @Override
    public RequestInputStream input() {
        return input;
    }

    @Override
    public RequestInputStream rawInput(RequestInputStream before) {
        return before;
    }

    @Override
    public ResponseOutput output(Exchange exchange) {
        return new ResponseOutput(connection, new StreamWire(connection), exchange);
    }

    @Override
    public byte @Nullable [] takeRequest(RequestInputStream in) {
        return null;
    }

    @Override
    public RequestLine line(byte[] raw) throws MessageSyntaxException {
        return RequestLine.of(raw);
    }

    @Override
    public RequestFields fields(RequestLine line, RequestTerms terms) throws MessageSyntaxException, IOException {
        return read(line, terms);
    }

    @Override
    public boolean isParsedByHost() {
        return false;
    }

    /** Reads fields, of which an HTTP/0.9 request has none. */
    static RequestFields read(RequestLine line, RequestTerms terms) throws MessageSyntaxException, IOException {
        HTTPMessage message = terms.newMessage();
        if (line.version() != null) {
            FieldParser.parse(terms.input(), message, terms.limits());
        }
        return new Fields(line, terms, message);
    }

    private record Fields(RequestLine line, RequestTerms terms, HTTPMessage message) implements RequestFields {
        @Override
        public RequestContent content() throws MessageSyntaxException {
            HttpVersion version = line.version();
            if (version == null) {
                return RequestContent.fixed(terms.input(), 0);
            }
            if (terms.speaks11()) {
                HostField.check(message, version.isAtLeast(1, 1));
                checkAuthority(line.target());
            }
            ContentFraming framing = ContentFraming.of(version, message);
            return framing.chunked()
                    ? RequestContent.chunked(terms.input(), terms::decodesChunks)
                    : RequestContent.fixed(terms.input(), framing.length());
        }

        /** An {@code http} URI without a host must be rejected, too (RFC 9110 §4.2.1). */
        private static void checkAuthority(String target) throws MessageSyntaxException {
            String authority = RequestTarget.authority(target);
            if (authority != null
                    && (authority.isEmpty() || authority.startsWith(":") || !Authority.isValid(authority))) {
                throw new MessageSyntaxException(
                        400, "Bad authority in the request target (" + PythonText.repr(authority) + ")");
            }
        }

        @Override
        public @Nullable String connectionOptions() {
            return line.version() == null || message.count("Connection") <= 1
                    ? message.get("Connection")
                    : String.join(",", message.getAll("Connection"));
        }

        @Override
        public @Nullable String expectation() {
            return message.get("Expect");
        }
    }
}
