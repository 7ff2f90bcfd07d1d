package dev.gangway.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.gangway.host.HandlerConnection;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The process under test: says its port, and its {@link Figures} for each line of input, until that ends. */
final class SoakServer extends ThreadingHTTPServer {
    private final AtomicLong unexpected = new AtomicLong();

    private SoakServer(Path directory) throws IOException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> new SoakHandler(directory));
    }

    /** Serves the directory that the first argument names. */
    public static void main(String[] arguments) throws IOException {
        try (SoakServer server = new SoakServer(Path.of(arguments[0]))) {
            Thread thread = new Thread(server::serveForever, "server");
            thread.start();
            System.out.println(server.serverPort());
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            while (commands.readLine() != null) {
                System.out.println(server.figures());
            }
        }
        System.exit(0);
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        if (SoakHandler.FAULT.equals(error.getMessage())) {
            return; // as ordered
        }
        if (!(error instanceof dev.gangway.host.ClientGoneException)) {
            unexpected.incrementAndGet();
        }
        super.handleError(connection, error);
    }

    private Figures figures() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        return new Figures(heap, descriptors, threads, unexpected.get());
    }
}
