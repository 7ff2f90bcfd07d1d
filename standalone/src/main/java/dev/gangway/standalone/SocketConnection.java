package dev.gangway.standalone;

import dev.gangway.handler.store.GatheringOutput;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerServer;
import dev.gangway.host.HostResponse;
import dev.gangway.host.ReceivedHead;
import dev.gangway.sight.Limit;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.ReachedLimit;
import dev.gangway.sight.Served;
import dev.gangway.sight.ServedConnection;
import dev.gangway.standalone.loop.Seat;
import dev.gangway.standalone.proxy.Forwarding;
import dev.gangway.standalone.proxy.ProxyHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection that was accepted from a socket. Nothing is buffered here: the handler does that. */
final class SocketConnection implements HandlerConnection {
    /** How often, until a write has waited for too long, it is asked whether the client has taken something. */
    private static final int LOOKS_AT_QUEUE = 8;

    private static final byte[] NO_BYTES = {};

    /** Where a connection comes from, and what becomes of it in the end. */
    interface Home {
        /** Says how bytes go to and from the client. */
        Transport transport(SocketTransport socket);

        /** Tells whether connections should be closed once they are idle. */
        boolean isStopping();

        /** Tells whether connections should end with the response they are at. */
        boolean isEnding();

        /** Closes a socket later, when its client has stopped sending; false if that cannot be. */
        boolean linger(SocketChannel channel) throws IOException;

        /** Has an event loop close a socket when its client has stopped sending; false if that cannot be. */
        boolean lingersInLoop(SocketChannel channel, Seat seat);

        /** Tells whether a peer must begin with a header of the PROXY protocol. */
        boolean expectsProxyHeader(InetSocketAddress peer);

        /** Returns which proxies are believed; null if none is. */
        @Nullable Forwarding forwarding();

        /** Tells whether the server itself answers a request, whatever the handler is. */
        boolean answersItself(String method, String target);

        /** Returns the server's own response to a request; null if the request is for the handler. */
        @Nullable HostResponse ownResponse(String method, String target);

        /** Returns what counts requests; null if nothing does. */
        @Nullable Metrics metrics();

        /** Returns for how long a connection may wait for its next request, if clients are to be told; or null. */
        @Nullable Duration keepAlive();

        /** Takes note that a client has made a mistake, with the known facts. */
        void mistaken(SocketConnection connection, Mistake mistake, String detail);

        /** Takes note that a connection has ended. */
        void left(SocketConnection connection);
    }

    private final HandlerServer server;
    private final SocketChannel channel;
    private final Home home;
    private final Activity activity = new Activity();
    private final SocketTransport socket;
    private final Transport transport;
    /** The other end of the connection, a client or a proxy. */
    private final InetSocketAddress peer;
    /** The client as a PROXY header names it, or the peer. */
    private Client connected;
    /** The client as the fields of the current request name it, or the same. */
    private volatile Client client;

    private final Input rfile = new Input();
    private final Output wfile = new Output();
    private volatile @Nullable Thread servedBy;
    /** The place in an event loop that must learn if another thread closes the channel; null if there is none. */
    private volatile @Nullable Seat seat;

    private volatile boolean detached;
    private final long acceptedNanos = System.nanoTime();
    /** Whether the next byte is the first of all, and that of a request. */
    private boolean isFirst;

    private volatile boolean hasRead;
    private long sentBytes;
    private long countedBytes;
    private long requests;
    /** Whether the current request, or the response to a malformed one, was taken note of. */
    private boolean isBegun;
    /** The request that is being served, if it is counted or recorded. */
    private @Nullable Served served;
    /** The connection, if it is recorded. */
    private final @Nullable ServedConnection recorded = ServedConnection.begin();
    /** Whether the server itself answers the current request: a health check or a scrape. */
    private boolean isOwn;
    /** Whether the server itself has answered a request. */
    private volatile boolean hasOwn;
    /** Whether the connection is counted. */
    private volatile boolean isCounted;

    private boolean isLimitTold;

    SocketConnection(HandlerServer server, SocketChannel channel, Home home) throws IOException {
        this.server = server;
        this.channel = channel;
        this.home = home;
        this.peer = (InetSocketAddress) channel.getRemoteAddress();
        this.socket = new SocketTransport(channel, activity);
        this.transport = home.transport(socket);
        this.connected = new Client(peer, transport != socket);
        this.client = connected;
    }

    @Override
    public InputStream rfile() {
        return rfile;
    }

    @Override
    public OutputStream wfile() {
        return wfile;
    }

    @Override
    public InetSocketAddress clientAddress() {
        return client.address();
    }

    @Override
    public HandlerServer server() {
        return server;
    }

    @Override
    public @Nullable Duration timeout() {
        return socket.timeout();
    }

    @Override
    public void timeout(@Nullable Duration timeout) throws IOException {
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            throw new IllegalArgumentException("the timeout is not positive: " + timeout);
        }
        socket.timeout(timeout);
    }

    @Override
    public boolean isSecure() {
        return client.isSecure();
    }

    @Override
    public InetSocketAddress localAddress() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            return HandlerConnection.super.localAddress();
        }
    }

    @Override
    public List<X509Certificate> peerCertificates() {
        return transport instanceof TlsTransport tls ? tls.peerCertificates() : List.of();
    }

    @Override
    public long transferFrom(FileChannel file, long position, long count) throws IOException {
        beginAnswer();
        long sent = count == 0 ? 0 : transport.write(NO_BYTES, 0, 0, file, position, count);
        sentBytes += sent;
        return sent;
    }

    @Override
    public void phase(Phase phase) {
        activity.phase(phase);
        if (phase == Phase.IDLE) {
            endResponse();
        }
        isFirst = phase == Phase.IDLE && !hasRead && transport == socket;
        if (phase == Phase.IDLE && hasRead && home.isStopping() && available() == 0) {
            socket.end();
        }
    }

    @Override
    public boolean clientHasEnded() throws ClientGoneException {
        return transport.looksEnded();
    }

    @Override
    public void abort() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            if (activity.isWriting()) {
                // On Java 17, to close a channel does not wake a thread that has the system copy a file to it.
                channel.shutdownOutput();
            }
        } catch (IOException e) {
            // Closed already.
        }
        cutChannel();
    }

    /** Makes ready for the handler, on the thread that runs it. */
    void open() throws IOException {
        servedBy = Thread.currentThread();
        try {
            if (home.expectsProxyHeader(peer)) {
                readProxyHeader();
            }
            transport.open();
        } catch (HandshakeException e) {
            home.mistaken(this, e.mistake(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Reads who the client is. What comes behind the header stays to be read. */
    private void readProxyHeader() throws IOException {
        ProxyHeader header = ProxyHeaderReader.read(socket);
        InetSocketAddress source = header.source();
        connected = new Client(source == null ? peer : source, connected.isSecure() || header.isSecure());
        client = connected;
        socket.handshakeDone();
    }

    @Override
    public @Nullable HostResponse requested(ReceivedHead head) {
        Forwarding forwarding = home.forwarding();
        if (forwarding != null) {
            Forwarding.Origin origin = forwarding.origin(connected.address(), head::fields);
            String protocol = origin.protocol();
            client = new Client(origin.client(), protocol == null ? connected.isSecure() : protocol.equals("https"));
            if (origin.host() != null) {
                head.replaceField("Host", origin.host());
            }
        }
        isOwn = home.answersItself(head.method(), head.target());
        hasOwn |= isOwn; // before the numbers are written, where this connection may not count
        HostResponse own = isOwn ? home.ownResponse(head.method(), head.target()) : null;
        begins();
        served = isOwn ? null : Served.begin(home.metrics(), head.method(), head.target());
        return own;
    }

    @Override
    public void responding(int status, int headBytes) {
        if (!isBegun) {
            begins();
            served = Served.begin(home.metrics(), "", ""); // the request was malformed
        }
        Served current = served;
        if (current != null) {
            current.responds(status, sentBytes + headBytes);
        }
    }

    private void begins() {
        isBegun = true;
        requests++;
        if (!isOwn) {
            count();
        }
    }

    /** Counts the connection, unless it is for health checks and scrapes alone. */
    private void count() {
        Metrics metrics = home.metrics();
        if (metrics != null && !isCounted) {
            isCounted = true;
            metrics.connection();
        }
    }

    /** Tells whether nothing but health checks and scrapes has come. */
    boolean isForServerAlone() {
        return hasOwn && !isCounted;
    }

    /** Takes note that the response to the current request, if there is one, was sent. */
    private void endResponse() {
        Served current = served;
        if (current != null) {
            served = null;
            current.end(this::clientText, sentBytes);
        }
        Metrics metrics = home.metrics();
        if (metrics != null && !isOwn) {
            metrics.sent(sentBytes - countedBytes);
        }
        countedBytes = sentBytes;
        isOwn = false;
        isBegun = false;
    }

    /** Takes note that the connection has ended. */
    private void left() {
        if (!hasOwn) {
            count();
        }
        if (recorded != null) {
            recorded.end(this::clientText, client.isSecure(), requests, sentBytes);
        }
        home.left(this);
    }

    private String clientText() {
        return IpAddress.text(client.address());
    }

    /** Takes note that the client has reached a limit; a connection tells it once. */
    void reached(Limit limit) {
        if (!isLimitTold) {
            isLimitTold = true;
            ReachedLimit.tell(home.metrics(), limit, this::clientText);
        }
    }

    @Override
    public boolean isEnding() {
        return home.isEnding();
    }

    @Override
    public @Nullable Duration keepAlive() {
        Duration limit = home.keepAlive();
        return limit == null || socket.timeout() == null ? limit : socket.timeout();
    }

    /** Tells a client that speaks TLS that this server does not. Its bytes are no request, and no line of the log. */
    private int refuseTls() throws IOException {
        byte[] response = Mistake.TLS.response();
        transport.write(response, 0, response.length);
        socket.refused();
        home.mistaken(this, Mistake.TLS, "");
        return -1;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether bytes go in the clear, from the client's first one. */
    boolean isPlain() {
        return transport == socket && !home.expectsProxyHeader(peer);
    }

    /** Has its requests served in an event loop. */
    void joinLoop(Seat place) {
        seat = place;
        socket.joinLoop(place);
    }

    /** Has its requests served by a thread that may wait. */
    void leaveLoop() {
        try {
            socket.leaveLoop();
        } catch (IOException e) {
            // It is closed: the next read tells.
        }
    }

    /** Reads, without waiting, what has come for the next request; null if nothing has. */
    @Nullable ByteBuffer look(ByteBuffer into) {
        return socket.look(into);
    }

    /** Whether bytes have come that the handler did not ask for yet. */
    boolean hasInput() {
        return socket.hasInput() || transport.hasInput();
    }

    /** Whether no more bytes will be read. */
    boolean hasEnded() {
        return socket.hasEnded();
    }

    /** Takes note that the calling thread serves the connection, or does no more. */
    void servedHere(boolean isServed) {
        servedBy = isServed ? Thread.currentThread() : null;
    }

    /** Ends the connection after the handler so that the client gets all that was written. */
    void finish() {
        boolean lingers = false;
        endResponse();
        try {
            transport.sayGoodbye();
            if (activity.isClosing() && !socket.hasEnded() || available() > 0) {
                // Closing now would make the system send a reset, which may overtake the response (RFC 9112 §9.6).
                channel.shutdownOutput();
                lingers = lingersInLoop() || home.linger(channel);
            }
        } catch (IOException e) {
            // The peer has gone, or the connection was aborted.
        }
        if (!lingers) {
            closeChannel();
        }
        left();
    }

    private boolean lingersInLoop() {
        Seat place = seat;
        return place != null && home.lingersInLoop(channel, place);
    }

    /** Ends the connection without more ado. */
    void close() {
        closeChannel();
        left();
    }

    Activity activity() {
        return activity;
    }

    /** Ends the connection if something has lasted longer than it may. For the watchdog. */
    void endIfOverdue(long nowNanos, Limits limits, SendQueues queues) {
        Duration own = socket.timeout();
        long betweenLooks = (own == null ? limits.writeNanos() : Limits.nanos(own)) / LOOKS_AT_QUEUE;
        if (activity.writingNanos(nowNanos) > betweenLooks) {
            activity.queued(queues.bytes(peer, nowNanos, betweenLooks), nowNanos);
        }
        Overdue reason = activity.overdue(nowNanos, limits, own != null, Limits.nanos(own));
        Limit limit = reason.limit();
        if (limit != null) {
            reached(limit);
        }
        if (reason == Overdue.IDLE) {
            if (activity.endIfIdle()) {
                cutChannel();
            }
        } else if (reason == Overdue.WRITE) {
            socket.overdue(reason);
            abort();
        } else if (reason != Overdue.NOTHING) {
            socket.overdue(reason);
            cutChannel();
        }
    }

    /** Tells whether the connection was accepted after that time and no request has come yet, which may be on its way. */
    boolean isNew(long sinceNanos) {
        return !hasRead && acceptedNanos - sinceNanos > 0 && activity.isIdle();
    }

    /** Closes the connection if it waits for a request and none is on its way. */
    boolean endIfIdle() {
        boolean ends = activity.isIdle() && available() == 0 && activity.endIfIdle();
        if (ends) {
            cutChannel();
        }
        return ends;
    }

    /** Gives way to others while it waits for a request or the rest of a head. */
    void evict() {
        if (!endIfIdle()) {
            socket.overdue(Overdue.HEAD);
            cutChannel();
        }
    }

    /** Whether the calling thread serves this connection. */
    boolean isServedHere() {
        return servedBy == Thread.currentThread();
    }

    /** Leaves the connection out of what a shutdown waits for: its handler is the one that waits. */
    void detach(boolean detach) {
        detached = detach;
    }

    boolean isDetached() {
        return detached;
    }

    private int available() {
        try {
            return socket.available();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Closes the channel under the thread that serves it, or under the loop. */
    private void cutChannel() {
        closeChannel();
        Seat place = seat;
        if (place != null) {
            place.wake();
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }

    /** A handler that says nothing of phases has read its request when it begins to write. */
    private void beginAnswer() {
        if (activity.isBeforeAnswer()) {
            activity.phase(Phase.REQUEST);
        }
    }

    /** The sender of a request, and whether it came over TLS to us or to a proxy. */
    private record Client(InetSocketAddress address, boolean isSecure) {}

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            int n = transport.read(target, offset, length);
            hasRead = true;
            if (isFirst) {
                isFirst = false;
                return n > 0 && Mistake.isTls(target[offset]) ? refuseTls() : n;
            }
            return n;
        }

        @Override
        public int available() throws IOException {
            return transport.available();
        }
    }

    private final class Output extends OutputStream implements GatheringOutput {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            beginAnswer();
            if (length > 0) {
                transport.write(source, offset, length);
                sentBytes += length;
            }
        }

        @Override
        public long write(byte[] bytes, int offset, int length, FileChannel file, long position, long count)
                throws IOException {
            beginAnswer();
            long sent = transport.write(bytes, offset, length, file, position, count);
            sentBytes += length + sent;
            return sent;
        }
    }
}
