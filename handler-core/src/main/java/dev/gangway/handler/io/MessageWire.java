package dev.gangway.handler.io;

import dev.gangway.host.MessageConnection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Hands responses in parts to a host that frames them itself. */
final class MessageWire implements ResponseWire {
    private static final int SHOWN_BYTES = 40;

    private final MessageConnection connection;

    MessageWire(MessageConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean isStream() {
        return false;
    }

    @Override
    public void interim(ResponseLines lines) throws IOException {
        connection.sendInterim(lines.toHead());
    }

    @Override
    public void head(ResponseLines lines, boolean close, boolean contentFollows) throws IOException {
        connection.sendHead(lines.toHead(), close);
        if (!contentFollows) {
            flush();
        }
    }

    @Override
    public void upgrade(ResponseLines lines) throws IOException {
        connection.upgrade(lines.toHead());
    }

    @Override
    public void headless(byte[] first, int offset, int length) throws IOException {
        String shown = new String(first, offset, Math.min(length, SHOWN_BYTES), StandardCharsets.ISO_8859_1);
        throw new MalformedResponseException("the response begins with \"" + shown.replaceAll("[^ -~]", "?")
                + "\" instead of a status line such as \"HTTP/1.1 200 OK\"");
    }

    @Override
    public void content(byte[] bytes, int offset, int length) throws IOException {
        connection.wfile().write(bytes, offset, length);
    }

    @Override
    public long content(FileChannel file, long position, long count) throws IOException {
        return connection.transferFrom(file, position, count);
    }

    @Override
    public void trailers(List<Map.Entry<String, String>> fields) {
        connection.sendTrailers(fields);
    }

    @Override
    public void flush() throws IOException {
        connection.wfile().flush();
    }

    @Override
    public void cut(boolean endIsPromised) {
        connection.abort();
    }
}
