package dev.gangway.standalone.port;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves one handler class that was ported: what {@code --verify} compares with the original. */
final class PortedServer {
    private PortedServer() {}

    /**
     * Serves a class that needs no arguments on a port of this machine.
     *
     * @param args the name of the class, and the port
     * @throws Exception if there is no such class, or the port is taken
     */
    public static void main(String[] args) throws Exception {
        Class<?> type = Class.forName(args[0]);
        HandlerFactory factory = () -> (Handler) type.getConstructor().newInstance();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        try (ThreadingHTTPServer server = new ThreadingHTTPServer(address, factory)) {
            server.serveForever();
        }
    }
}
