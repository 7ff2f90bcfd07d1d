package dev.gangway.benchmarks.subjects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * The JDK's HttpServer, or whichever provider a system property names in its place, with a small handler for files: the
 * JDK's own does not get along with the other provider, and is measured in {@code jwebserver}.
 */
public final class JdkServer {
    private JdkServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory
     * @throws IOException if the port is taken
     */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 1024);
        Path directory = Path.of(arguments[1]).toAbsolutePath();
        server.createContext("/", exchange -> file(exchange, directory));
        server.createContext(Content.HELLO_PATH, JdkServer::hello);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void file(HttpExchange exchange, Path directory) throws IOException {
        Path file = directory.resolve(exchange.getRequestURI().getPath().substring(1));
        try (InputStream in = Files.newInputStream(file)) {
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, Files.size(file));
            in.transferTo(exchange.getResponseBody());
        }
        exchange.close();
    }

    private static void hello(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, Content.HELLO.length);
        exchange.getResponseBody().write(Content.HELLO);
        exchange.close();
    }
}
