package dev.gangway.handler.io;

import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.ContentFraming;
import dev.gangway.http.syntax.HostField;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.RequestLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes over the one request that a host has parsed, or lets a handler read it by hand. */
final class MessageRequests implements RequestWire {
    private final MessageConnection connection;
    private final SyntheticRequest input;
    private @Nullable RequestHead taken;

    MessageRequests(MessageConnection connection) {
        this.connection = connection;
        this.input = new SyntheticRequest(connection);
    }

    @Override
    public RequestInputStream input() {
        return input;
    }

    @Override
    public RequestInputStream rawInput(RequestInputStream before) {
        return new RequestInputStream(connection.rfile());
    }

    @Override
    public ResponseOutput output(Exchange exchange) {
        return new ResponseOutput(connection, new MessageWire(connection), exchange);
    }

    @Override
    public byte @Nullable [] takeRequest(RequestInputStream in) {
        taken = in == input ? input.takeHead() : null;
        return taken == null ? null : (taken.requestLine() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public RequestLine line(byte[] raw) throws MessageSyntaxException {
        RequestHead head = taken;
        return head == null
                ? RequestLine.of(raw)
                : new RequestLine(
                        3,
                        head.method(),
                        RequestLine.withoutDoubleSlash(head.path()),
                        HttpVersion.ofHost(head.version()));
    }

    @Override
    public RequestFields fields(RequestLine line, RequestTerms terms) throws MessageSyntaxException, IOException {
        RequestHead head = taken;
        taken = null;
        return head == null ? StreamRequests.read(line, terms) : new Fields(connection, head, terms);
    }

    @Override
    public boolean isParsedByHost() {
        return true;
    }

    /** The host's own fields, collected when the handler first asks for them: many handlers never do. */
    private record Fields(MessageConnection connection, RequestHead head, RequestTerms terms) implements RequestFields {
        @Override
        public HTTPMessage message() {
            HTTPMessage fields = terms.newMessage();
            for (Map.Entry<String, String> field : head.fields()) {
                fields.add(field.getKey(), field.getValue());
            }
            return fields;
        }

        /** A host may be more lenient than this handler, and accept another coding besides chunked. */
        @Override
        public RequestContent content() throws MessageSyntaxException {
            if (terms.speaks11()) {
                for (String host : connection.requestFields("Host")) {
                    HostField.check(host);
                }
            }
            if (connection.requestFields("Transfer-Encoding").isEmpty()) {
                return RequestContent.alreadyDecoded(connection.rfile(), () -> true);
            }
            ContentFraming.of(HttpVersion.parse(head.version()), message());
            return RequestContent.alreadyDecoded(connection.rfile(), terms::decodesChunks);
        }

        @Override
        public @Nullable String connectionOptions() {
            List<String> values = connection.requestFields("Connection");
            return values.isEmpty() ? null : String.join(",", values);
        }

        @Override
        public @Nullable String expectation() {
            List<String> values = connection.requestFields("Expect");
            return values.isEmpty() ? null : values.get(0);
        }
    }
}
