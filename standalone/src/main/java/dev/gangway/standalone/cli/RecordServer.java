package dev.gangway.standalone.cli;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.porting.ToolServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The server that {@code gangway record} listens with. */
final class RecordServer extends ThreadingHTTPServer implements ToolServer {
    RecordServer(InetSocketAddress address, HandlerFactory factory) throws IOException {
        super(address, factory);
    }
}
