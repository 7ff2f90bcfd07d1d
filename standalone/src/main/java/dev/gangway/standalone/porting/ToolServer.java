package dev.gangway.standalone.porting;

import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The server that a tool listens with. The tools know no kind of server: they are given one. */
public interface ToolServer extends AutoCloseable {
    /**
     * Returns the port that the server listens on.
     *
     * @return a port, never 0
     */
    int serverPort();

    /** Serves until the process ends. */
    void serveForever();

    @Override
    void close();

    /** Opens servers. */
    interface Opener {
        /**
         * Opens a server that serves connections at the same time.
         *
         * @param address where to listen; port 0 picks one
         * @param factory makes a handler for each connection
         * @return the server, which listens
         * @throws IOException if the address cannot be bound
         */
        ToolServer open(InetSocketAddress address, HandlerFactory factory) throws IOException;
    }
}
