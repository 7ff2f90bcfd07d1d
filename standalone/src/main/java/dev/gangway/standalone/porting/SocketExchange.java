package dev.gangway.standalone.porting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;

/** Sends the bytes of one connection to a server and reads its answers. */
final class SocketExchange {
    private SocketExchange() {}

    /** Connects to a server, or says which one cannot be reached. */
    static Socket connect(ServerAddress server, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(server.socketAddress(), Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException("cannot connect to " + server + " (" + e.getMessage() + ")", e);
        }
    }

    static Reply send(ServerAddress server, Duration timeout, RequestFile file) {
        try {
            return exchange(server, timeout, file);
        } catch (IOException e) {
            // A server that has died in the middle differs from one that has not.
            return new Reply(List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static Reply exchange(ServerAddress server, Duration timeout, RequestFile file) throws IOException {
        try (Socket socket = connect(server, timeout)) {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            try {
                OutputStream to = socket.getOutputStream();
                to.write(file.bytes());
                to.flush();
                // For the sake of handlers that read to the end of the connection.
                socket.shutdownOutput();
            } catch (SocketException closedBefore) {
                // the answer may have come already
            }
            return Reply.read(new BufferedInputStream(socket.getInputStream()), timeout, file.methods());
        }
    }
}
