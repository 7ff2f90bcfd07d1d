package dev.gangway.standalone;

import dev.gangway.contract.CgiPrograms;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Real programs over a socket. */
class CgiProgramsTest extends CgiPrograms {
    @Override
    protected Site serve(HandlerFactory factory) throws IOException {
        HTTPServer server =
                new ThreadingHTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), factory);
        Thread thread = new Thread(server::serveForever, "server");
        thread.setDaemon(true);
        thread.start();
        return new Site(URI.create("http://127.0.0.1:" + server.serverPort()), server::close);
    }
}
