package dev.gangway.porting;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Python's {@code socket.socket}, of TCP or of UDP. The caller closes it. */
public final class SocketObject implements AutoCloseable {
    /** For UDP; null for TCP. */
    private final @Nullable DatagramSocket packets;

    private final Socket stream;
    private @Nullable ServerSocket listener;
    private @Nullable InetSocketAddress bound;

    SocketObject(boolean datagrams) throws SocketException {
        packets = datagrams ? new DatagramSocket(null) : null;
        stream = new Socket();
    }

    private SocketObject(Socket accepted) {
        packets = null;
        stream = accepted;
    }

    /** Does {@code socket.bind(address)}. */
    public void bind(@Nullable Object address) throws IOException {
        InetSocketAddress here = Servers.address(address);
        if (packets != null) {
            packets.bind(here);
        } else {
            bound = here;
        }
    }

    /** Does {@code socket.listen()}. */
    public void listen() throws IOException {
        listen(128);
    }

    /** Does {@code socket.listen(backlog)}. */
    public void listen(long backlog) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.setSoTimeout(stream.getSoTimeout());
        server.bind(bound, (int) backlog);
        listener = server;
    }

    /** Returns {@code socket.accept()}: a connection, and the address of its peer. */
    public Tuple accept() throws IOException {
        if (listener == null) {
            throw new SocketException("[Errno 22] Invalid argument");
        }
        Socket accepted = listener.accept();
        return Tuple.of(
                new SocketObject(accepted), Connections.address((InetSocketAddress) accepted.getRemoteSocketAddress()));
    }

    /** Does {@code socket.connect(address)}. */
    public void connect(@Nullable Object address) throws IOException {
        if (packets != null) {
            packets.connect(Servers.address(address));
        } else {
            stream.connect(Servers.address(address), stream.getSoTimeout());
        }
    }

    /** Does {@code socket.send(bytes)}. */
    public long send(byte[] bytes) throws IOException {
        if (packets != null) {
            packets.send(new DatagramPacket(bytes, bytes.length));
        } else {
            stream.getOutputStream().write(bytes);
        }
        return bytes.length;
    }

    /** Does {@code socket.sendall(bytes)}. */
    public void sendall(byte[] bytes) throws IOException {
        send(bytes);
    }

    /** Does {@code socket.sendto(bytes, address)}. */
    public long sendto(byte[] bytes, @Nullable Object address) throws IOException {
        if (packets == null) {
            return send(bytes);
        }
        packets.send(new DatagramPacket(bytes, bytes.length, Servers.address(address)));
        return bytes.length;
    }

    /** Returns {@code socket.recv(length)}: the bytes that are there; none at the end. */
    public byte[] recv(long bufsize) throws IOException {
        byte[] bytes = new byte[(int) bufsize];
        if (packets == null) {
            InputStream in = stream.getInputStream();
            return Arrays.copyOf(bytes, Math.max(0, in.read(bytes)));
        }
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        packets.receive(packet);
        return Arrays.copyOf(bytes, packet.getLength());
    }

    /** Returns {@code socket.recvfrom(length)}: the bytes, and the address that they come from. */
    public Tuple recvfrom(long bufsize) throws IOException {
        if (packets == null) {
            return Tuple.of(recv(bufsize), null);
        }
        byte[] bytes = new byte[(int) bufsize];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        packets.receive(packet);
        return Tuple.of(Arrays.copyOf(bytes, packet.getLength()), Connections.address((InetSocketAddress)
                packet.getSocketAddress()));
    }

    /** Does {@code socket.settimeout(seconds)}; None waits for any time. */
    public void settimeout(@Nullable Object value) throws IOException {
        int millis = value == null ? 0 : Math.max(1, (int) (1000 * Ported.asDouble(value)));
        if (packets != null) {
            packets.setSoTimeout(millis);
        }
        stream.setSoTimeout(millis);
        if (listener != null) {
            listener.setSoTimeout(millis);
        }
    }

    /** Lets addresses be used again; other options stay as Java has them. */
    public void setsockopt(long level, long option, @Nullable Object value) throws IOException {
        if (packets == null || level != dev.gangway.porting.Socket.SOL_SOCKET) {
            return;
        }
        if (option == dev.gangway.porting.Socket.SO_BROADCAST) {
            packets.setBroadcast(Python.truth(value));
        } else if (option == dev.gangway.porting.Socket.SO_REUSEADDR) {
            packets.setReuseAddress(Python.truth(value));
        }
    }

    /** Returns {@code socket.getsockname()}. */
    public Tuple getsockname() {
        return Connections.address((InetSocketAddress)
                (packets != null
                        ? packets.getLocalSocketAddress()
                        : listener == null ? stream.getLocalSocketAddress() : listener.getLocalSocketAddress()));
    }

    /** Returns {@code socket.getpeername()}. */
    public Tuple getpeername() {
        return Connections.address((InetSocketAddress) stream.getRemoteSocketAddress());
    }

    /** Does {@code socket.shutdown(how)}. */
    public void shutdown(long how) throws IOException {
        if (packets == null && stream.isConnected()) {
            stream.shutdownOutput();
        }
    }

    @Override
    public void close() throws IOException {
        if (packets != null) {
            packets.close();
        }
        stream.close();
        if (listener != null) {
            listener.close();
        }
    }
}
