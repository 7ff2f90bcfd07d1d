package dev.gangway.standalone;

import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A server that serves each connection on a thread of its own ("http.server: ThreadingHTTPServer"): a virtual one where
 * the JVM has them (Java 21), otherwise one of the system's.
 *
 * <pre>{@code
 * try (ThreadingHTTPServer server = new ThreadingHTTPServer(new InetSocketAddress(8000), MyHandler::new)) {
 *     server.serveForever();
 * }
 * }</pre>
 *
 * <p>A connection whose handler has {@link dev.gangway.host.Handler#requestSteps()}, as those of files have, shares threads with others,
 * and has one of its own only while it waits in the middle of a request or response.
 *
 * <p>Handlers run at the same time, so objects that they share must be safe for that.
 */
public class ThreadingHTTPServer extends HTTPServer {
    /**
     * Makes a server that listens.
     *
     * @param address where to listen; port 0 picks one, the wildcard address means all interfaces, IPv4 and IPv6
     * @param factory makes a handler for each connection
     * @throws IOException if the address cannot be bound, for instance because it is in use
     */
    public ThreadingHTTPServer(InetSocketAddress address, HandlerFactory factory) throws IOException {
        this(address, factory, true);
    }

    /**
     * Makes a server.
     *
     * @param address where to listen
     * @param factory makes a handler for each connection
     * @param bindAndActivate whether to bind and listen; if not, the caller does with {@link #serverBind()} and {@link
     *     #serverActivate()}, after it has set attributes
     * @throws IOException if the address cannot be bound
     */
    @SuppressWarnings("this-escape") // A server listens once it is made; a subclass that overrides a hook knows.
    public ThreadingHTTPServer(InetSocketAddress address, HandlerFactory factory, boolean bindAndActivate)
            throws IOException {
        super(address, factory, Workers.threads());
        if (bindAndActivate) {
            bindAndActivate();
        }
    }
}
