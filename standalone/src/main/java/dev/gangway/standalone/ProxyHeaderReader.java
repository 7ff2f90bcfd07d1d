package dev.gangway.standalone;

import dev.gangway.host.ClientGoneException;
import dev.gangway.standalone.proxy.ProxyHeader;
import dev.gangway.standalone.proxy.ProxyHeaderException;
import java.io.IOException;
import java.util.Arrays;

/** Reads the header of the PROXY protocol from a new connection. */
final class ProxyHeaderReader {
    private static final int FIRST_BYTES = 256;

    private ProxyHeaderReader() {}

    /** Reads the header; bytes behind it stay to be read. */
    static ProxyHeader read(SocketTransport socket) throws IOException {
        byte[] bytes = new byte[FIRST_BYTES];
        int count = 0;
        try {
            ProxyHeader header = ProxyHeader.parse(bytes, count);
            while (header == null) {
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, ProxyHeader.MAX_BYTES);
                }
                int n = socket.read(bytes, count, bytes.length - count);
                if (n < 0) {
                    throw new ClientGoneException("the client left before its PROXY header", null);
                }
                count += n;
                header = ProxyHeader.parse(bytes, count);
            }
            socket.unread(bytes, header.length(), count - header.length());
            return header;
        } catch (ProxyHeaderException e) {
            throw new HandshakeException(Mistake.NO_PROXY_HEADER, String.valueOf(e.getMessage()), e);
        }
    }
}
