package dev.gangway.standalone.porting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/** Sends the bytes of one connection to a server and reads its answers. */
final class SocketExchange {
    private SocketExchange() {}

    static Reply send(String host, int port, Duration timeout, RequestFile file) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), millis);
            try {
                OutputStream to = socket.getOutputStream();
                to.write(file.bytes());
                to.flush();
                // For the sake of handlers that read to the end of the connection.
                socket.shutdownOutput();
            } catch (SocketException closedBefore) {
                // the answer may have come already
            }
            return Reply.read(new BufferedInputStream(socket.getInputStream()), file.methods());
        }
    }
}
