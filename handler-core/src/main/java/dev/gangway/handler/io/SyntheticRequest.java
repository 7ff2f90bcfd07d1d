package dev.gangway.handler.io;

import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.syntax.Grammar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one request of a host that has parsed it, as the bytes that a handler would have read from a socket. Nothing is
 * rendered or parsed unless a handler reads the head by hand: see {@link #takeHead()}.
 */
final class SyntheticRequest extends RequestInputStream {
    private static final byte[] NOTHING = new byte[0];

    private final MessageConnection connection;
    private final Bytes bytes;

    /**
     * Makes the stream.
     *
     * @param connection the host's connection
     */
    SyntheticRequest(MessageConnection connection) {
        this(connection, new Bytes(connection));
    }

    private SyntheticRequest(MessageConnection connection, Bytes bytes) {
        super(bytes);
        this.connection = connection;
        this.bytes = bytes;
    }

    /**
     * Takes the head as the host has parsed it, if no byte of it has been read yet. The stream is at its end then, since
     * the content is read from the host.
     *
     * @return the head; null if it was read by hand or taken before
     */
    @Nullable RequestHead takeHead() {
        if (bytes.started) {
            return null;
        }
        bytes.started = true;
        bytes.taken = true;
        return connection.requestHead();
    }

    /** Spares a host that carries one request the buffer in which the next one would be looked for. */
    @Override
    public byte[] readline(int limit) throws IOException {
        return bytes.taken ? NOTHING : super.readline(limit);
    }

    /** The bytes, rendered at the first read. */
    private static final class Bytes extends InputStream {
        private final MessageConnection connection;
        private boolean started;
        private boolean taken;
        private InputStream rest = InputStream.nullInputStream();

        Bytes(MessageConnection connection) {
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            return start().read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return start().read(target, offset, length);
        }

        private InputStream start() {
            if (!started) {
                started = true;
                rest = render();
            }
            return rest;
        }

        private InputStream render() {
            RequestHead head = connection.requestHead();
            List<String> lines = new ArrayList<>();
            lines.add(head.method() + " " + head.path() + " " + head.version());
            boolean chunked = false;
            for (Map.Entry<String, String> field : head.fields()) {
                lines.add(field.getKey() + ": " + field.getValue());
                chunked |= field.getKey().equalsIgnoreCase("Transfer-Encoding")
                        && Grammar.listContains(field.getValue(), "chunked");
            }
            InputStream content = connection.rfile();
            return new java.io.SequenceInputStream(
                    new java.io.ByteArrayInputStream(HeadBytes.of(lines)),
                    chunked ? RequestContent.alreadyDecoded(content, () -> false) : content);
        }
    }
}
