package dev.gangway.handler;

import dev.gangway.handler.io.AnsweredInput;
import dev.gangway.handler.io.Exchange;
import dev.gangway.handler.io.RequestContent;
import dev.gangway.handler.io.RequestWire;
import dev.gangway.handler.io.ResponseOutput;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.RequestInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A handler with a stream to read and a stream to write ("socketserver: StreamRequestHandler"): {@link #setup()},
 * {@link #handle()}, {@link #finish()}.
 *
 * <p>Users extend {@link BaseHTTPRequestHandler} instead.
 */
public abstract class StreamRequestHandler implements Handler {
    private @Nullable HandlerConnection connection;
    private @Nullable RequestWire wire;
    private @Nullable RequestInputStream connectionInput;
    /** The content of the current request, until it is first read, as {@link #contentInput}. */
    private @Nullable RequestContent unreadContent;

    private @Nullable RequestInputStream contentInput;
    private @Nullable ResponseOutput output;
    private @Nullable OutputStream wfile;
    private @Nullable Duration timeout;

    /** Makes a handler; a host calls {@link #run(HandlerConnection)} on it. */
    protected StreamRequestHandler() {}

    @Override
    public final void run(HandlerConnection lent) throws IOException {
        begin(lent);
        boolean failed = true;
        try {
            handle();
            failed = false;
        } finally {
            end(failed);
        }
    }

    /**
     * Prepares the connection before {@link #handle()}: applies {@link #timeout()} ("socketserver: setup"). A subclass
     * that overrides it calls {@code super.setup()} first and may then wrap {@link #rfile()} and {@link #wfile()}.
     *
     * @throws IOException if the connection fails
     */
    public void setup() throws IOException {
        if (timeout() != null) {
            connection().timeout(timeout());
        }
    }

    /**
     * Serves the requests of the connection ("socketserver: handle").
     *
     * @throws IOException if the connection fails
     */
    public abstract void handle() throws IOException;

    /**
     * Sends the rest of the response, after {@link #handle()} ("socketserver: finish"). Called once, also when {@code
     * handle} threw.
     *
     * @throws IOException if the connection fails
     */
    public void finish() throws IOException {
        wfile().flush();
    }

    /**
     * Returns the connection that the host lends ("http.server: connection").
     *
     * @return the connection that is being served
     * @throws IllegalStateException if the handler is not running
     */
    public HandlerConnection connection() {
        return running(connection);
    }

    /**
     * Returns the client's address ("http.server: client_address").
     *
     * @return address and port
     */
    public InetSocketAddress clientAddress() {
        return connection().clientAddress();
    }

    /**
     * Returns the server ("http.server: server").
     *
     * @return the server that accepted the connection
     */
    public HandlerServer server() {
        return connection().server();
    }

    /**
     * Returns the stream to read the request's content from ("http.server: rfile"). It ends where the content ends; with
     * neither {@code Content-Length} nor {@code Transfer-Encoding}, at once. If the client ends or goes before that, reading
     * throws {@link dev.gangway.host.ClientGoneException} once what came has been read.
     *
     * @return the stream; outside of a request, and after 101 or CONNECT, the rest of the connection
     */
    public RequestInputStream rfile() {
        if (unreadContent != null) {
            contentInput = new RequestInputStream(new AnsweredInput(unreadContent, output()));
            unreadContent = null;
        }
        if (contentInput != null && output().isRaw()) {
            leaveContent();
        }
        return contentInput != null ? contentInput : running(connectionInput);
    }

    /**
     * Replaces the stream to read from. If a request is being served, the new stream holds until the end of that request. In {@link
     * #setup()}, and on a connection that is no longer HTTP, it holds from then on.
     *
     * <p>A test may set both streams of a handler that no host runs, and then call {@code handleOneRequest()}.
     *
     * @param in a stream, most often one that wraps {@link #rfile()}
     */
    public void rfile(InputStream in) {
        if (connection == null) {
            attach(new UnhostedConnection(in, null));
            return;
        }
        RequestInputStream wrapped = in instanceof RequestInputStream ready ? ready : new RequestInputStream(in);
        rfile();
        if (contentInput != null) {
            contentInput = wrapped;
        } else {
            connectionInput = wrapped;
        }
    }

    /**
     * Returns the stream to write the response to ("http.server: wfile"). Bytes written to it go out with the next flush at
     * the latest, most often at once.
     *
     * @return the stream
     */
    public OutputStream wfile() {
        return running(wfile);
    }

    /**
     * Replaces the stream to write to; heads go there too.
     *
     * @param out a stream, most often one that wraps {@link #wfile()}
     */
    public void wfile(OutputStream out) {
        if (connection == null) {
            attach(new UnhostedConnection(InputStream.nullInputStream(), out));
        } else if (connection instanceof UnhostedConnection unhosted && unhosted.lacksOutput()) {
            RequestInputStream in = running(connectionInput);
            attach(new UnhostedConnection(InputStream.nullInputStream(), out));
            connectionInput = in;
        } else {
            wfile = out;
        }
    }

    /**
     * Returns how much content the response to the current request has had so far, for a log.
     *
     * @return bytes, 0 or more, without head and framing of chunks; 0 for HEAD, 204 and 304. After a request, those of the last one
     */
    protected final long sentContentBytes() {
        return output().contentBytes();
    }

    /**
     * Returns how long one read or write may wait for the client ("http.server: timeout").
     *
     * @return a positive duration; null, the default, leaves it to the host
     */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /**
     * Sets how long one read or write may wait for the client, from {@link #setup()} on.
     *
     * @param timeout a positive duration, or null to leave it to the host
     */
    public void timeout(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    final void begin(HandlerConnection lent) throws IOException {
        attach(lent);
        setup();
    }

    final void end(boolean failed) throws IOException {
        try {
            finish();
        } finally {
            if (failed) {
                output().abandon();
            }
        }
    }

    /** Returns the facts of the request that the framing of its response depends on. */
    abstract Exchange exchange();

    /** Returns the way in of the connection's requests. */
    final RequestWire wire() {
        return running(wire);
    }

    /** Returns the connection's own output, below whatever a subclass has wrapped around it. */
    final ResponseOutput output() {
        return running(output);
    }

    /** Returns the connection's input between requests. */
    final RequestInputStream connectionInput() {
        return running(connectionInput);
    }

    /** Makes {@link #rfile()} the content of a request; null ends the request. */
    final void content(@Nullable RequestContent content) {
        unreadContent = content;
        contentInput = null;
    }

    /** Takes the content away from the request: {@link #rfile()} is at its end from now on. */
    final void withoutContent() {
        content(RequestContent.fixed(connectionInput(), 0));
    }

    /** The connection has become a raw one. */
    private void leaveContent() {
        contentInput = null;
        connectionInput = wire().rawInput(connectionInput());
    }

    private void attach(HandlerConnection lent) {
        connection = lent;
        RequestWire way = RequestWire.of(lent);
        wire = way;
        connectionInput = way.input();
        output = way.output(exchange());
        wfile = output;
    }

    private static <T> T running(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the handler is not running; a host calls run(HandlerConnection)");
        }
        return value;
    }
}
