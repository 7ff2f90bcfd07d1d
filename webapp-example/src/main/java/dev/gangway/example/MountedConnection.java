package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.ResponseHead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;

/** Lends one request of a handler to another handler, which sees the path below its mount, as in a servlet container. */
final class MountedConnection implements MessageConnection {
    private final BaseHTTPRequestHandler outer;
    private final String mount;
    private final RequestHead head;

    /**
     * Lends the request that a handler is about to answer.
     *
     * @param outer the handler
     * @param mount "" or the beginning of its path that the other handler does not see
     */
    MountedConnection(BaseHTTPRequestHandler outer, String mount) {
        this.outer = outer;
        this.mount = mount;
        head = new RequestHead(
                outer.requestline(),
                outer.command(),
                outer.path().substring(mount.length()),
                outer.requestVersion(),
                outer.headers().items());
    }

    @Override
    public RequestHead requestHead() {
        return head;
    }

    @Override
    public InputStream rfile() {
        return outer.rfile();
    }

    @Override
    public OutputStream wfile() {
        return outer.wfile();
    }

    /** Sends no 100: the outer handler has. */
    @Override
    public void sendInterim(ResponseHead interim) throws IOException {
        if (interim.status() != 100) {
            send(interim);
        }
    }

    @Override
    public void sendHead(ResponseHead response, boolean close) throws IOException {
        send(response);
        if (close) {
            outer.closeConnection(true);
        }
    }

    @Override
    public void upgrade(ResponseHead response) throws IOException {
        send(response);
    }

    private void send(ResponseHead response) throws IOException {
        outer.sendResponseOnly(response.status(), response.reason());
        for (Map.Entry<String, String> field : response.fields()) {
            boolean ownPath = field.getKey().equalsIgnoreCase("Location")
                    && field.getValue().startsWith("/");
            outer.sendHeader(field.getKey(), (ownPath ? mount : "") + field.getValue());
        }
        outer.endHeaders();
    }

    @Override
    public String mountPath() {
        return mount;
    }

    @Override
    public boolean rewritesLocation() {
        return true;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return outer.clientAddress();
    }

    @Override
    public InetSocketAddress localAddress() {
        return outer.connection().localAddress();
    }

    @Override
    public boolean isSecure() {
        return outer.connection().isSecure();
    }

    @Override
    public HandlerServer server() {
        return outer.server();
    }

    @Override
    public void abort() {
        outer.connection().abort();
    }
}
