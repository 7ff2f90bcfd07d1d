package dev.gangway.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that speaks to a port of this machine. */
public final class SocketClient implements HostClient {
    private final Socket socket;
    private final InputStream input;

    /** Connects to a port on the loopback address. */
    public SocketClient(int port) throws IOException {
        this(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    /** Takes over a connected socket, an encrypted one for example. */
    public SocketClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(DEADLINE_SECONDS * 1000);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void sendAll(byte[] bytes) throws IOException {
        try {
            send(bytes);
            halfClose();
        } catch (SocketException closedBefore) {
            // the answer may have come already; reading shows it
        }
    }

    @Override
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public byte[] readToEnd() throws IOException {
        return HostClient.drain(input, SocketException.class);
    }

    /** Makes {@link #close()} reset the connection, as the operating system does for a client that has crashed. */
    public void resetOnClose() throws IOException {
        socket.setSoLinger(true, 0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
