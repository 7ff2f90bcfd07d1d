package dev.gangway.benchmarks.micro;

import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection without a network, on which a browser asks for the same page again and again. */
final class Browser implements HandlerConnection, HandlerServer {
    /** Twelve header fields, as Firefox sends them. */
    private static final String REQUEST = """
            GET %s HTTP/1.1
            Host: www.example.com:8080
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
            Accept-Language: en-GB,en;q=0.5
            Accept-Encoding: gzip, deflate, br, zstd
            Referer: http://www.example.com:8080/index.html
            Connection: keep-alive
            Upgrade-Insecure-Requests: 1
            Sec-Fetch-Dest: document
            Sec-Fetch-Mode: navigate
            Sec-Fetch-Site: same-origin
            Priority: u=0, i

            """;

    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 12345);
    private final Requests requests;
    private final OutputStream nowhere = OutputStream.nullOutputStream();

    Browser(String target) {
        requests = new Requests(REQUEST.formatted(target).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public InputStream rfile() {
        return requests;
    }

    @Override
    public OutputStream wfile() {
        return nowhere;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return address;
    }

    @Override
    public HandlerServer server() {
        return this;
    }

    @Override
    public String serverName() {
        return "localhost";
    }

    @Override
    public int serverPort() {
        return 80;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return null;
    }

    @Override
    public void attribute(String name, @Nullable Object value) {
        throw new UnsupportedOperationException("no handler here has any");
    }

    @Override
    public void log(String line) {
        // The macro benchmarks measure the cost of writing.
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        throw new AssertionError(error);
    }

    /** Gives one whole request with each read, as a socket mostly does. */
    private static final class Requests extends InputStream {
        private final byte[] request;

        Requests(byte[] request) {
            this.request = request;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("handlers read whole buffers");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            System.arraycopy(request, 0, target, offset, request.length);
            return request.length;
        }
    }
}
