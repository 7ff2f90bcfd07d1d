package dev.gangway.servlet;

import dev.gangway.host.HandlerServer;
import dev.gangway.host.MessageConnection;
import dev.gangway.host.RequestHead;
import dev.gangway.host.ResponseHead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that the container has given away after 101. It shows the request once more, until the handler answers it
 * with 101 again; then both streams are the raw ones.
 */
final class UpgradedConnection implements MessageConnection {
    private final RequestHead head;
    private final String mountPath;
    private final HandlerServer server;
    private final InetSocketAddress clientAddress;
    private final InetSocketAddress localAddress;
    private final List<X509Certificate> certificates;
    private final boolean secure;
    private final @Nullable Principal principal;
    private final @Nullable String authType;
    private final @Nullable InputStream rest;
    private final ContentInput in = new ContentInput(this::rawInput, true);
    private final ContentOutput out = new ContentOutput(() -> web().getOutputStream(), new BufferWriter());
    private @Nullable WebConnection web;
    private @Nullable Duration timeout;
    private boolean raw;

    private UpgradedConnection(ServletConnection connection, HandlerServer server, @Nullable InputStream rest) {
        RequestHead asked = connection.requestHead();
        head = new RequestHead(
                asked.requestLine(), asked.method(), asked.path(), asked.version(), List.copyOf(asked.fields()));
        mountPath = connection.mountPath();
        clientAddress = connection.clientAddress();
        localAddress = connection.localAddress();
        certificates = connection.peerCertificates();
        secure = connection.isSecure();
        principal = connection.principal();
        authType = connection.authType();
        this.server = server;
        this.rest = rest;
    }

    /** Copies the facts of a request, which the container takes back. */
    static UpgradedConnection of(ServletConnection connection, Deployment deployment, HttpServletRequest request) {
        return new UpgradedConnection(connection, ContextServer.of(deployment, request), JettyEndPoint.of(request));
    }

    /** Takes the container's connection. */
    void open(WebConnection given) {
        web = given;
    }

    @Override
    public RequestHead requestHead() {
        return head;
    }

    @Override
    public InputStream rfile() {
        return raw ? in : InputStream.nullInputStream();
    }

    @Override
    public OutputStream wfile() {
        return out;
    }

    @Override
    public void sendInterim(ResponseHead interim) {}

    @Override
    public void sendHead(ResponseHead other, boolean close) throws IOException {
        throw new IOException("the handler answered 101 when it was asked first, and " + other.status()
                + " when it was asked again on the raw connection");
    }

    /** The container has sent the head already, from the first run. */
    @Override
    public void upgrade(ResponseHead again) {
        raw = true;
        out.begin(-1);
    }

    /** Takes note of the limit; the container has its own, which is said when the handler is run at first. */
    @Override
    public void timeout(@Nullable Duration limit) {
        timeout = limit;
    }

    @Override
    public @Nullable Duration timeout() {
        return timeout;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return clientAddress;
    }

    @Override
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    @Override
    public List<X509Certificate> peerCertificates() {
        return certificates;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public @Nullable Principal principal() {
        return principal;
    }

    @Override
    public @Nullable String authType() {
        return authType;
    }

    /** Always true; a role cannot be asked for, since the container has taken the request back. */
    @Override
    public boolean authenticates() {
        return true;
    }

    @Override
    public String mountPath() {
        return mountPath;
    }

    @Override
    public HandlerServer server() {
        return server;
    }

    /** Does nothing: the connection is closed when the handler has returned, which is all that a raw one can show. */
    @Override
    public void abort() {}

    private InputStream rawInput() throws IOException {
        InputStream given = web().getInputStream();
        return rest == null ? given : new SequenceInputStream(given, rest);
    }

    private WebConnection web() throws IOException {
        WebConnection given = web;
        if (given == null) {
            throw new IOException("the container has not given the connection yet");
        }
        return given;
    }
}
