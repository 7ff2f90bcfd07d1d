package dev.gangway.examples.wsgiref;

import dev.gangway.standalone.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Serves an application, one connection at a time ("wsgiref.simple_server: WSGIServer", as {@code make_server} makes it). */
public class WSGIServer extends HTTPServer {
    /**
     * Makes a server that listens.
     *
     * @param address where to listen
     * @param application answers the requests
     * @throws IOException if the address cannot be bound
     */
    public WSGIServer(InetSocketAddress address, Application application) throws IOException {
        super(address, () -> new WSGIRequestHandler(application));
    }
}
