package dev.gangway.benchmarks.subjects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The floor for servers in Java: the least that a program can do on blocking sockets. It looks for the end of a request's head
 * and for its path, answers, and closes the connection if it is asked to. It is no real server, since it checks nothing.
 *
 * <p>Third argument: {@code fixed} answers with contents that it has read once, on virtual threads, {@code cgi} with the output of
 * a script, {@code virtual} and {@code platform} send files. After {@code fixed}, a file in PKCS #12 (password {@code
 * changeit}) with a key and a certificate is for TLS.
 */
public final class FloorServer {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ";
    private static final byte[] STATUS = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTP10 = " HTTP/1.0\r".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "\nConnection: close\r".getBytes(StandardCharsets.US_ASCII);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private FloorServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory, kind, key store
     * @throws IOException if the port is taken
     * @throws GeneralSecurityException if the key store cannot be used
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        Path directory = Path.of(arguments[1]);
        ExecutorService threads = arguments[2].equals("platform")
                ? Executors.newCachedThreadPool()
                : Executors.newVirtualThreadPerTaskExecutor();
        if (arguments[2].equals("fixed") || arguments[2].equals("cgi")) {
            Answer answer = arguments[2].equals("cgi") ? script(directory) : contents(directory);
            try (ServerSocket server = factory(arguments).createServerSocket()) {
                server.bind(address, 1024);
                while (true) {
                    Socket socket = server.accept();
                    threads.execute(() -> serve(socket, answer));
                }
            }
        }
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(address, 1024);
            while (true) {
                SocketChannel socket = server.accept();
                threads.execute(() -> files(socket, directory));
            }
        }
    }

    private static ServerSocketFactory factory(String... arguments) throws IOException, GeneralSecurityException {
        if (arguments.length < 4) {
            return ServerSocketFactory.getDefault();
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(Path.of(arguments[3]).toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    /** Gives whole responses, by path, from memory. */
    private static Answer contents(Path directory) {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        Map<String, byte[]> last = new ConcurrentHashMap<>();
        return (path, isLast, out) -> {
            Map<String, byte[]> known = isLast ? last : kept;
            byte[] response = known.get(path);
            if (response == null) {
                byte[] content = path.equals(Content.HELLO_PATH)
                        ? Content.HELLO
                        : Files.readAllBytes(directory.resolve(path.substring(1)));
                response = response(content, isLast);
                known.put(path, response);
            }
            out.write(response);
        };
    }

    private static byte[] response(byte[] content, boolean isLast) {
        byte[] head = head(content.length, isLast);
        byte[] both = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, both, head.length, content.length);
        return both;
    }

    /** Starts the script, and believes that it sends a head with a length, as it does. */
    private static Answer script(Path directory) {
        return (path, isLast, out) -> {
            Process process = new ProcessBuilder(
                            directory.resolve(path.substring(1)).toString())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = process.getInputStream()) {
                byte[] content = output.readAllBytes();
                byte[] both = Arrays.copyOf(STATUS, STATUS.length + content.length);
                System.arraycopy(content, 0, both, STATUS.length, content.length);
                out.write(both);
            }
        };
    }

    private static void serve(Socket accepted, Answer answer) {
        try (Socket socket = accepted) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[8192];
            boolean isLast = false;
            for (int length = readHead(in, buffer); length > 0; length = isLast ? 0 : readHead(in, buffer)) {
                isLast = isLast(buffer, length);
                answer.write(path(buffer), isLast, out);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static byte[] head(long length, boolean isLast) {
        return (HEAD + length + (isLast ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void files(SocketChannel accepted, Path directory) {
        try (SocketChannel socket = accepted) {
            socket.socket().setTcpNoDelay(true);
            InputStream in = socket.socket().getInputStream();
            OutputStream out = socket.socket().getOutputStream();
            byte[] buffer = new byte[8192];
            boolean isLast = false;
            for (int length = readHead(in, buffer); length > 0; length = isLast ? 0 : readHead(in, buffer)) {
                isLast = isLast(buffer, length);
                Path file = directory.resolve(path(buffer).substring(1));
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    send(channel, isLast, socket, out);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static void send(FileChannel file, boolean isLast, SocketChannel socket, OutputStream out)
            throws IOException {
        long size = file.size();
        byte[] head = head(size, isLast);
        if (size <= 8192) {
            byte[] both = Arrays.copyOf(head, head.length + (int) size);
            file.read(ByteBuffer.wrap(both, head.length, (int) size));
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

    /** The path of a GET. */
    @SuppressWarnings("deprecation") // Bytes to characters, without a look at them.
    private static String path(byte[] head) {
        int end = 5;
        while (head[end] != ' ') {
            end++;
        }
        return new String(head, 0, 4, end - 4);
    }

    /** Whether the connection ends with the response. */
    private static boolean isLast(byte[] head, int length) {
        int end = 0;
        while (head[end] != '\r') {
            end++;
        }
        if (isAt(head, end + 1 - HTTP10.length, HTTP10)) {
            return true;
        }
        for (int begin = end + 1; begin <= length - CLOSE.length; begin++) {
            if (head[begin] == '\n' && isAt(head, begin, CLOSE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] head, int begin, byte[] text) {
        return Arrays.equals(head, begin, begin + text.length, text, 0, text.length);
    }

    /** Writes a response. */
    private interface Answer {
        void write(String path, boolean isLast, OutputStream out) throws IOException;
    }
}
