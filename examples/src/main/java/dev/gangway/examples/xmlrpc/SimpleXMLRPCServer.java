package dev.gangway.examples.xmlrpc;

import dev.gangway.host.Handler;
import dev.gangway.standalone.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * A server that answers calls of XML-RPC, one connection at a time ("xmlrpc.server: SimpleXMLRPCServer"). Python's class is a
 * dispatcher too; this one has one.
 *
 * <pre>{@code
 * try (SimpleXMLRPCServer server = new SimpleXMLRPCServer(new InetSocketAddress("localhost", 8000))) {
 *     server.dispatcher().registerFunction(params -> params.size(), "count");
 *     server.serveForever();
 * }
 * }</pre>
 */
public class SimpleXMLRPCServer extends HTTPServer {
    private final SimpleXMLRPCDispatcher dispatcher;

    /**
     * Makes a server that listens, with methods still to be registered. Results may be null.
     *
     * @param address where to listen
     * @throws IOException if the address cannot be bound
     */
    public SimpleXMLRPCServer(InetSocketAddress address) throws IOException {
        this(address, SimpleXMLRPCRequestHandler::new, new SimpleXMLRPCDispatcher(true));
    }

    /**
     * Makes a server that listens.
     *
     * @param address where to listen
     * @param requestHandler makes a handler for each connection
     * @param dispatcher answers the calls
     * @throws IOException if the address cannot be bound
     */
    public SimpleXMLRPCServer(
            InetSocketAddress address,
            Function<SimpleXMLRPCDispatcher, Handler> requestHandler,
            SimpleXMLRPCDispatcher dispatcher)
            throws IOException {
        super(address, () -> requestHandler.apply(dispatcher));
        this.dispatcher = dispatcher;
    }

    /** Returns what knows the methods. */
    public final SimpleXMLRPCDispatcher dispatcher() {
        return dispatcher;
    }
}
