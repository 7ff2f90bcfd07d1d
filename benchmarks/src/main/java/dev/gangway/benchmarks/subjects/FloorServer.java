package dev.gangway.benchmarks.subjects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The floor for servers in Java: the least that a program can do on blocking sockets. It looks for the end of a request's head
 * and for its path, and answers. It is no real server, since it checks nothing.
 *
 * <p>Third argument: {@code fixed} answers thirteen bytes on virtual threads, {@code virtual} and {@code platform} send
 * files.
 */
public final class FloorServer {
    private static final byte[] FIXED = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\n"
                    + new String(Content.HELLO, StandardCharsets.US_ASCII))
            .getBytes(StandardCharsets.US_ASCII);

    private FloorServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory, kind
     * @throws IOException if the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        ExecutorService threads = arguments[2].equals("platform")
                ? Executors.newCachedThreadPool()
                : Executors.newVirtualThreadPerTaskExecutor();
        if (arguments[2].equals("fixed")) {
            try (ServerSocket server = new ServerSocket()) {
                server.bind(address, 1024);
                while (true) {
                    Socket socket = server.accept();
                    threads.execute(() -> fixed(socket));
                }
            }
        }
        Path directory = Path.of(arguments[1]);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(address, 1024);
            while (true) {
                SocketChannel socket = server.accept();
                threads.execute(() -> files(socket, directory));
            }
        }
    }

    private static void fixed(Socket accepted) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[8192];
            while (readHead(in, buffer) > 0) {
                out.write(FIXED);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void files(SocketChannel accepted, Path directory) {
        try (SocketChannel socket = accepted) {
            socket.socket().setTcpNoDelay(true);
            InputStream in = socket.socket().getInputStream();
            OutputStream out = socket.socket().getOutputStream();
            byte[] buffer = new byte[8192];
            for (int length = readHead(in, buffer); length > 0; length = readHead(in, buffer)) {
                String head = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                Path file = directory.resolve(head.substring(5, head.indexOf(' ', 5)));
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    send(channel, socket, out);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void send(FileChannel file, SocketChannel socket, OutputStream out) throws IOException {
        long size = file.size();
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + size
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        if (size <= 8192) {
            byte[] both = java.util.Arrays.copyOf(head, head.length + (int) size);
            file.read(java.nio.ByteBuffer.wrap(both, head.length, (int) size));
            out.write(both);
            return;
        }
        out.write(head);
        for (long sent = 0; sent < size; ) {
            sent += file.transferTo(sent, size - sent, socket);
        }
    }

    /** Reads one head, and believes that nothing comes behind it. */
    private static int readHead(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        while (true) {
            int n = in.read(buffer, length, buffer.length - length);
            if (n < 0) {
                return 0;
            }
            length += n;
            if (length >= 4 && buffer[length - 1] == '\n' && buffer[length - 3] == '\n') {
                return length;
            }
        }
    }
}
