package dev.gangway.examples.xmlrpc;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A server that answers calls and documents them ("xmlrpc.server: DocXMLRPCServer"). */
public class DocXMLRPCServer extends SimpleXMLRPCServer {
    private final XMLRPCDocGenerator generator;

    /**
     * Makes a server that listens.
     *
     * @param address where to listen
     * @param dispatcher answers the calls
     * @param generator writes the page about them
     * @throws IOException if the address cannot be bound
     */
    public DocXMLRPCServer(InetSocketAddress address, SimpleXMLRPCDispatcher dispatcher, XMLRPCDocGenerator generator)
            throws IOException {
        super(address, methods -> new DocXMLRPCRequestHandler(methods, generator), dispatcher);
        this.generator = generator;
    }

    /** Returns what writes the page. */
    public final XMLRPCDocGenerator generator() {
        return generator;
    }
}
