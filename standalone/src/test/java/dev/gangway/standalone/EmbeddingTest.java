package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.standalone.cli.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A program that embeds a server needs this library and the handlers, and nothing else. */
class EmbeddingTest {
    /** The program. Its class is loaded by a class loader that has no library. */
    public static final class Program implements Callable<String> {
        public static final class Hello extends BaseHTTPRequestHandler {
            public void do_GET() throws IOException {
                sendResponse(200);
                endHeaders();
                wfile().write("hello".getBytes());
            }

            @Override
            public void logMessage(String format, Object... arguments) {}
        }

        @Override
        public String call() throws IOException {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (HTTPServer server = new ThreadingHTTPServer(anyPort, Hello::new)) {
                Thread thread = new Thread(server::serveForever, "embedded");
                thread.setDaemon(true);
                thread.start();
                URL url = new URL("http", "127.0.0.1", server.serverPort(), "/");
                try (var in = url.openStream()) {
                    return new String(in.readAllBytes());
                }
            }
        }
    }

    private static URL[] libraries() {
        return new URL[] {place(HTTPServer.class), place(BaseHTTPRequestHandler.class), place(EmbeddingTest.class)};
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void aServerNeedsNoOtherLibrary() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
            Object program =
                    loader.loadClass(Program.class.getName()).getConstructor().newInstance();
            assertEquals("hello", ((Callable<?>) program).call());
        }
    }

    /** Shows that the class loader of the test lacks what it should lack. */
    @Test
    void theCommandLineNeedsItsLibrary() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(Main.class.getName());
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.apache.commons.cli.Options"));
        }
    }
}
