package dev.gangway.standalone;

import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.FileStoreOwner;
import dev.gangway.handler.text.EscapedThrowable;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.handler.text.LogLine;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.HostResponse;
import dev.gangway.sight.Limit;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.MetricsOwner;
import dev.gangway.sight.PrometheusText;
import dev.gangway.sight.SystemLog;
import dev.gangway.standalone.log.ErrorReport;
import dev.gangway.standalone.log.RareLines;
import dev.gangway.standalone.log.RepeatedErrors;
import dev.gangway.standalone.log.StderrLog;
import dev.gangway.standalone.loop.Seat;
import dev.gangway.standalone.proxy.AddressRanges;
import dev.gangway.standalone.proxy.Forwarding;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A server that serves one connection at a time ("http.server: HTTPServer"). A connection that is kept alive keeps
 * all others waiting; most programs want {@link ThreadingHTTPServer}.
 *
 * <pre>{@code
 * try (HTTPServer server = new HTTPServer(new InetSocketAddress("localhost", 0), MyHandler::new)) {
 *     System.out.println(server.serverPort());
 *     server.serveForever();
 * }
 * }</pre>
 *
 * <p>The constructor binds and listens. Every method may be called from any thread; one thread at a time serves. The
 * hooks ({@link #verifyRequest}, {@link #processRequest}, {@link #finishRequest}, {@link #handleError}, ...) are those of
 * Python's {@code socketserver}, whose {@code request} is a {@link HandlerConnection} here. As in Python, the constructor
 * calls {@link #serverBind()} and {@link #serverActivate()}, before a subclass has set its own fields.
 *
 * <p>Time limits and the bound on connections are attributes, which have safe values from the start.
 */
@SuppressWarnings("exports") // The store is for Gangway's own handlers.
public class HTTPServer extends ServerAttributes implements HandlerServer, FileStoreOwner, MetricsOwner, AutoCloseable {
    /** How often {@link #serviceActions()} is called when nothing happens, as in Python. */
    private static final long POLL_MILLIS = 500;

    /** After so many connections in a row, the other work of the loop has its turn. */
    private static final int MAX_ACCEPTS = 64;

    private static final int MAX_OPEN_FILES = 100;

    /** For how long the end of accepting may take, which is at once but for a server that serves on the same thread. */
    private static final long LAST_ACCEPT_MILLIS = 1000;

    private static final HostResponse READY = new HostResponse(200, "text/plain; charset=utf-8", "ok");
    private static final HostResponse DRAINING = new HostResponse(503, "text/plain; charset=utf-8", "draining");

    // Made with this class: when descriptors have run out, a class that is needed to say so might not be found.
    private static final StderrLog LOG = StderrLog.PROCESS;
    private static final ErrorReport ERRORS = new ErrorReport();

    private final HandlerFactory factory;
    private final Workers workers;
    private final LoopWorkers loops;
    /** Whether loops may accept connections: no hook is to be called by the thread that serves. */
    private final boolean keepsAccepting;

    private final Listener listener;
    private final Watchdog watchdog;
    private final ServeLoop loop = new ServeLoop();
    private final AcceptPause acceptPause = new AcceptPause();
    private final Connections connections = new Connections();
    private final LingeringClose lingering;
    private final RepeatedErrors repeatedErrors = new RepeatedErrors();
    private final RareLines mistakes = new RareLines();
    private final GracefulStop gracefulStop;
    private final Management management = new Management(this);
    private final Home home = new Home();
    private final FileStore fileStore = new FileStore(MAX_OPEN_FILES, Clock.systemUTC());
    private final InetSocketAddress wantedAddress;
    private volatile @Nullable InetSocketAddress boundAddress;
    private volatile @Nullable String serverName;
    private volatile boolean draining;
    private volatile boolean closing;
    private volatile boolean closed;

    /**
     * Makes a server that listens.
     *
     * @param address where to listen; port 0 picks one, the wildcard address means all interfaces, IPv4 and IPv6
     * @param factory makes a handler for each connection
     * @throws IOException if the address cannot be bound, for instance because it is in use
     */
    public HTTPServer(InetSocketAddress address, HandlerFactory factory) throws IOException {
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
    public HTTPServer(InetSocketAddress address, HandlerFactory factory, boolean bindAndActivate) throws IOException {
        this(address, factory, Workers.inline());
        if (bindAndActivate) {
            bindAndActivate();
        }
    }

    /** Makes a server that does not listen yet. */
    HTTPServer(InetSocketAddress address, HandlerFactory factory, Workers workers) throws IOException {
        this.wantedAddress = address;
        this.factory = factory;
        this.workers = workers;
        this.loops = new LoopWorkers(workers, factory, home, keepsHooks(Set.of("finishRequest")));
        this.keepsAccepting = keepsHooks(Set.of("getRequest", "verifyRequest", "processRequest", "serviceActions"));
        this.listener = new Listener();
        this.lingering = new LingeringClose();
        this.watchdog = new Watchdog(home, connections, lingering);
        this.gracefulStop = new GracefulStop(loop, connections, lingering);
    }

    /** Binds and activates for a constructor: a server that cannot must leave nothing open. */
    final void bindAndActivate() throws IOException {
        try {
            serverBind();
            serverActivate();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Binds to the address, and listens, which Java does in one ("socketserver: server_bind").
     *
     * @throws IOException if the address cannot be bound
     */
    public void serverBind() throws IOException {
        boundAddress = listener.bind(
                wantedAddress, addressFamily(), requestQueueSize(), allowReuseAddress(), allowReusePort());
        management.look();
    }

    /**
     * Takes a socket that listens already, instead of binding one: that of a supervisor, who keeps it open when this server ends, so
     * that no connection is lost between two servers. This server does not close it.
     *
     * @param listening a socket that is bound and listens
     * @throws IOException if it cannot be used
     */
    public void serverBind(ServerSocketChannel listening) throws IOException {
        boundAddress = listener.adopt(listening);
        management.look();
    }

    /**
     * Called after {@link #serverBind()}; does nothing ("socketserver: server_activate").
     *
     * @throws IOException if an override fails
     */
    public void serverActivate() throws IOException {}

    /** Serves connections until {@link #shutdown()} or {@link #close()} ("socketserver: serve_forever"). */
    public void serveForever() {
        enter();
        try {
            while (mayServe()) {
                acceptSome();
                serviceActions();
                logRepeatedErrors();
                management.look();
                await(POLL_MILLIS);
            }
            loops.stopAccepting(listener);
            if (closing && !listener.isAdopted()) {
                acceptLast();
            }
        } finally {
            loops.stopAccepting(listener);
            loop.leave();
        }
    }

    /** Accepts the connections that wait, or leaves that to the loops. */
    private void acceptSome() {
        for (int i = 0; i < MAX_ACCEPTS && mayServe() && !loops.isAccepting() && acceptOne(); i++) {
            // Connections often come in bunches.
        }
        if (mayServe() && keepsAccepting && !acceptPause.isFailing()) {
            loops.startAccepting(listener, this::acceptInLoop);
        }
    }

    /** Accepts a connection on the thread of a loop, which cannot wait. */
    private void acceptInLoop() {
        try {
            HandlerConnection connection = mayServe() ? getRequest() : null;
            if (connection != null) {
                admit(connection);
            }
        } catch (IOException | RuntimeException | Error e) {
            loops.giveUpAccepting(listener);
        }
    }

    /** Serves connections that the system has accepted before the stop, and would reset. */
    private void acceptLast() {
        long start = System.nanoTime();
        while (listener.isOpen() && System.nanoTime() - start < LAST_ACCEPT_MILLIS * 500_000 && acceptOne()) {
            // Most often there are few.
        }
    }

    /**
     * Accepts and serves one connection; after {@link #timeout()} without one, calls {@link #handleTimeout()}
     * ("socketserver: handle_request").
     */
    public void handleRequest() {
        enter();
        try {
            logRepeatedErrors();
            long limit = Limits.nanos(timeout());
            long start = System.nanoTime();
            while (mayServe() && !acceptOne()) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    handleTimeout();
                    return;
                }
                await(left / 1_000_000 + 1);
            }
        } finally {
            loop.leave();
        }
    }

    /**
     * Says that the server is about to stop, so that balancers and clients go elsewhere: {@link #health()} is 503, and each response
     * ends its connection and says so. Connections are still accepted, until {@link #shutdown()} or {@link #close()}.
     */
    public void drain() {
        draining = true;
    }

    /**
     * Stops {@link #serveForever()} gracefully, and waits until it has: connections without a request are closed, those with a
     * part of a request's head once the rest has been missing for a second; running responses may take {@link
     * #gracePeriod()}, then they are cut ("socketserver: shutdown"). A handler may call it; its own response is not waited
     * for. If no thread serves, the next {@code serveForever()} returns at once.
     *
     * <p>The system goes on to queue connections until {@link #close()}.
     */
    public void shutdown() {
        loop.requestStop();
        listener.wakeup();
        gracefulStop.run(gracePeriod());
    }

    /** Stops listening, and shuts down if that is still to be done ("socketserver: server_close"). */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closing = true;
        management.close();
        loop.requestStop();
        listener.wakeup();
        loop.awaitEnd(LAST_ACCEPT_MILLIS);
        if (!loop.hasBegun() && workers.areMany() && listener.channel() != null && !listener.isAdopted()) {
            acceptLast(); // the stop came before the thread that was about to serve
        }
        listener.close();
        shutdown();
        workers.close();
        loops.close();
        watchdog.close();
        fileStore.close();
        stopCounting();
        closed = true;
    }

    /**
     * Returns the address the server listens on ("socketserver: server_address").
     *
     * @return the address with the actual port; before binding, the one that was asked for
     */
    public InetSocketAddress serverAddress() {
        InetSocketAddress bound = boundAddress;
        return bound == null ? wantedAddress : bound;
    }

    /** Returns the name of the host the server is bound to, as Python's {@code socket.getfqdn} finds it. */
    @Override
    public String serverName() {
        String name = serverName;
        if (name == null) {
            // Not when binding: a name server may take its time.
            name = HostName.of(serverAddress().getAddress());
            serverName = name;
        }
        return name;
    }

    @Override
    public int serverPort() {
        return serverAddress().getPort();
    }

    /**
     * Writes a line to {@code System.err}, at once if that is possible without waiting, otherwise soon; or to {@link #systemLogger()}.
     */
    @Override
    public void log(String line) {
        SystemLog program = systemLog();
        if (program == null) {
            LOG.log(line);
        } else {
            program.log(Level.INFO, line);
        }
    }

    /** Writes a line as {@link #log(String)} does; only {@link #systemLogger()} has levels. */
    @Override
    public void log(Level level, String line) {
        SystemLog program = systemLog();
        if (program == null) {
            log(line);
        } else {
            program.log(level, line);
        }
    }

    /**
     * Logs an exception of a handler, with its trace, but for a {@link ClientGoneException} ("socketserver: handle_error"). Of errors of
     * one class from one place, ten in ten seconds are logged, and the others counted.
     *
     * @param connection the connection that was being served
     * @param error the exception or error
     */
    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        if (error instanceof ClientGoneException) {
            return;
        }
        // A server that serves one connection at a time may come to this one long after the last.
        logRepeatedErrors();
        if (repeatedErrors.admits(error, System.nanoTime())) {
            SystemLog program = systemLog();
            if (program != null) {
                String client = IpAddress.text(connection.clientAddress());
                program.failed("a handler failed for " + client, EscapedThrowable.of(error));
                return;
            }
            log(ERRORS.of(connection.clientAddress(), error));
        }
    }

    /**
     * Accepts a connection ("socketserver: get_request").
     *
     * @return the connection, or null if none waits
     * @throws IOException if it cannot be accepted, for instance for want of descriptors
     */
    public @Nullable HandlerConnection getRequest() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel == null) {
            return null;
        }
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (sendBufferBytes() > 0) {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBufferBytes());
            }
            SocketConnection connection = new SocketConnection(this, channel, home);
            connections.add(connection);
            return connection;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Tells whether a connection should be served ("socketserver: verify_request").
     *
     * @param connection a new connection, from which nothing was read
     * @return false to close it
     */
    public boolean verifyRequest(HandlerConnection connection) {
        return true;
    }

    /**
     * Calls {@link #finishRequest} and {@link #shutdownRequest}, here one connection after the other, in the threading
     * servers on a new thread ("socketserver: process_request").
     *
     * @param connection a connection to serve
     */
    public void processRequest(HandlerConnection connection) {
        if (!(connection instanceof SocketConnection own && loops.take(own))) {
            workers.serve(() -> serve(connection, () -> finishRequest(connection)));
        }
    }

    /**
     * Makes a handler and has it serve a connection ("socketserver: finish_request").
     *
     * @param connection a connection to serve
     * @throws Exception if the handler cannot be made, or fails; it goes to {@link #handleError}
     */
    public void finishRequest(HandlerConnection connection) throws Exception {
        factory.get().run(connection);
    }

    /**
     * Ends a connection so that the client gets all that was written ("socketserver: shutdown_request").
     *
     * @param connection a connection that was served
     */
    public void shutdownRequest(HandlerConnection connection) {
        if (connection instanceof SocketConnection own) {
            own.finish();
        } else {
            closeRequest(connection);
        }
    }

    /**
     * Ends a connection without more ado ("socketserver: close_request").
     *
     * @param connection a connection that is not served any more
     */
    public void closeRequest(HandlerConnection connection) {
        if (connection instanceof SocketConnection own) {
            own.close();
        } else {
            connection.abort();
        }
    }

    /** Called by {@link #serveForever()} after each connection, and twice a second ("socketserver: service_actions"). */
    public void serviceActions() {}

    /** Called by {@link #handleRequest()} when no connection has come in time ("socketserver: handle_timeout"). */
    public void handleTimeout() {}

    /** Returns the files that this server keeps, for Gangway's own handlers: up to 100 files of up to 64 KiB, for a moment. */
    @Override
    public FileStore fileStore() {
        return fileStore;
    }

    /** Says how bytes go to and from a new connection: here in the clear. */
    Transport transport(SocketTransport socket) {
        return socket;
    }

    @Override
    int countedConnections() {
        return connections.counted();
    }

    /** Returns how many connections are served. */
    int connectionCount() {
        return connections.count();
    }

    /** Returns how many closed connections wait for their client to stop sending. */
    int lingeringCount() {
        return lingering.count();
    }

    RepeatedErrors repeatedErrors() {
        return repeatedErrors;
    }

    /** Tells whether the server is about to stop. */
    boolean isDraining() {
        return draining || loop.isStopping();
    }

    boolean isStopping() {
        return loop.isStopping();
    }

    private void enter() {
        // The JVM opens a file when it is first asked for it, for the first line of the log. If no descriptor were left
        // at that moment, none could ever be written.
        TimeZone.getDefault();
        loop.enter();
    }

    private boolean mayServe() {
        return !loop.isStopRequested() && listener.isOpen();
    }

    private void await(long millis) {
        try {
            listener.await(millis);
        } catch (IOException e) {
            acceptFailed(e);
        }
    }

    /** Accepts a connection and serves it; false if none waits. */
    private boolean acceptOne() {
        HandlerConnection connection;
        try {
            connection = getRequest();
        } catch (IOException | RuntimeException | Error e) {
            // Even after a lack of memory, for instance, later clients must be served.
            acceptFailed(e);
            return true;
        }
        if (connection == null) {
            return false;
        }
        acceptPause.succeeded();
        admit(connection);
        return true;
    }

    /** Serves a connection, if there is room for it. */
    private void admit(HandlerConnection connection) {
        watchdog.start();
        try {
            if (connections.count() > maxConnections() && !makesRoom(connection)) {
                Refusal.send(connection);
                shutdownRequest(connection);
            } else if (verifyRequest(connection)) {
                processRequest(connection);
            } else {
                shutdownRequest(connection);
            }
        } catch (RuntimeException | Error e) {
            report(connection, e);
            closeRequest(connection);
        }
    }

    /** Ends connections that have waited long for a request, because there are too many; false if there are none. */
    private boolean makesRoom(HandlerConnection newcomer) {
        if (newcomer instanceof SocketConnection own) {
            own.reached(Limit.CONNECTIONS);
        }
        return connections.evict();
    }

    private void acceptFailed(Throwable reason) {
        if (!mayServe()) {
            return; // closed under our feet
        }
        try {
            fileStore.closeFiles();
            connections.evict();
        } catch (RuntimeException | Error e) {
            // There may be no memory for it.
        }
        if (acceptPause.shouldLog(System.nanoTime())) {
            String text = reason instanceof IOException ? reason.getMessage() : reason.toString();
            log(Level.WARNING, "gangway: cannot accept a connection: " + text);
        }
        loop.pause(acceptPause.failed());
    }

    /** Has a handler serve a connection. */
    private interface Service {
        void run() throws Exception;
    }

    /** Serves a connection, whatever happens. */
    private void serve(HandlerConnection connection, Service service) {
        try {
            if (connection instanceof SocketConnection own) {
                own.open();
            }
            service.run();
        } catch (Exception | Error e) {
            report(connection, e);
        } finally {
            shutdownRequest(connection);
        }
    }

    /** Tells whether no subclass has a method of one of these names. */
    private boolean keepsHooks(Set<String> names) {
        for (Class<?> type = getClass(); type != HTTPServer.class && type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (names.contains(method.getName())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Logs how many errors and mistakes were not, every now and then. */
    private void logRepeatedErrors() {
        long now = System.nanoTime();
        for (String line : repeatedErrors.takeSummary(now)) {
            log(Level.WARNING, line);
        }
        for (String line : mistakes.takeSummary(now)) {
            log(Level.WARNING, line);
        }
    }

    private void report(HandlerConnection connection, Throwable error) {
        try {
            handleError(connection, error);
        } catch (RuntimeException | Error e) {
            // A lack of memory, most likely; others must be served nevertheless.
            log(Level.WARNING, LogLine.escape("gangway: " + error + " could not be reported: " + e));
        }
    }

    /** The server as its connections and its watchdog know it. */
    private final class Home implements SocketConnection.Home, LoopedConnection.Host, Watchdog.Watched {
        @Override
        public void serve(SocketConnection connection, Handler handler) {
            HTTPServer.this.serve(connection, () -> handler.run(connection));
        }

        @Override
        public boolean rejoin(LoopedConnection connection) {
            return loops.rejoin(connection);
        }

        @Override
        public void loopFailed(Throwable fault) {
            log("gangway: " + fault);
        }

        @Override
        public void report(SocketConnection connection, Throwable error) {
            HTTPServer.this.report(connection, error);
        }

        @Override
        public void end(SocketConnection connection) {
            shutdownRequest(connection);
        }

        @Override
        public Transport transport(SocketTransport socket) {
            return HTTPServer.this.transport(socket);
        }

        @Override
        public boolean isStopping() {
            return loop.isStopping();
        }

        @Override
        public boolean linger(SocketChannel channel) throws IOException {
            return lingering.add(channel);
        }

        @Override
        public boolean lingersInLoop(SocketChannel channel, Seat seat) {
            if (!lingering.guard(channel, seat)) {
                return false;
            }
            boolean lingers = seat.linger(LingeringClose.MAX_BYTES, lingering::released);
            if (!lingers) {
                lingering.released();
            }
            return lingers;
        }

        @Override
        public boolean isEnding() {
            return isDraining();
        }

        @Override
        public boolean expectsProxyHeader(InetSocketAddress peer) {
            AddressRanges peers = proxyProtocolPeers();
            return !peers.isEmpty() && peers.contains(peer.getAddress());
        }

        @Override
        public @Nullable Forwarding forwarding() {
            return HTTPServer.this.forwarding();
        }

        @Override
        public boolean answersItself(String method, String target) {
            return isCheck(method, target) || isScrape(method, target);
        }

        private boolean isCheck(String method, String target) {
            String path = health();
            return path != null && OwnPath.isCheck(method) && OwnPath.isAsked(path, target);
        }

        private boolean isScrape(String method, String target) {
            String path = HTTPServer.this.metrics();
            return path != null && OwnPath.isRead(method) && OwnPath.isAsked(path, target);
        }

        @Override
        public @Nullable HostResponse ownResponse(String method, String target) {
            if (isCheck(method, target)) {
                return isEnding() ? DRAINING : READY;
            }
            return isScrape(method, target)
                    ? new HostResponse(200, PrometheusText.TYPE, PrometheusText.of(startCounting()))
                    : null;
        }

        @Override
        public @Nullable Metrics metrics() {
            return counts();
        }

        @Override
        public @Nullable Duration keepAlive() {
            Duration limit = announceIdleTimeout() ? idleTimeout() : null;
            return limit == null || limit.toSeconds() == 0 ? null : limit;
        }

        @Override
        public void mistaken(SocketConnection connection, Mistake mistake, String detail) {
            String kind = mistake.text(serverPort());
            String line = "gangway: a client at " + IpAddress.text(connection.clientAddress()) + " " + kind
                    + (detail.isEmpty() || mistake == Mistake.NO_TLS ? "" : ": " + detail);
            String admitted = mistakes.admit(kind, LogLine.escape(line), System.nanoTime());
            if (admitted != null) {
                HTTPServer.this.log(Level.WARNING, admitted);
            }
        }

        @Override
        public void left(SocketConnection connection) {
            connections.remove(connection);
        }

        @Override
        public int port() {
            return serverPort();
        }

        @Override
        public Limits limits() {
            return Limits.of(HTTPServer.this);
        }

        @Override
        public void tidyUp() {
            fileStore.sweep();
        }

        @Override
        public void log(String line) {
            HTTPServer.this.log(Level.WARNING, line);
        }
    }
}
