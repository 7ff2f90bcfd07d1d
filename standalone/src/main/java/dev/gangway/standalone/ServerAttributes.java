package dev.gangway.standalone;

import dev.gangway.sight.Metrics;
import dev.gangway.sight.SystemLog;
import dev.gangway.standalone.proxy.AddressRanges;
import dev.gangway.standalone.proxy.Forwarding;
import java.net.ProtocolFamily;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a server. Each has a reader, which a subclass may override, and a setter; all limits may be changed
 * while the server runs.
 */
abstract class ServerAttributes {
    private volatile int requestQueueSize = 1024;
    private volatile @Nullable ProtocolFamily addressFamily;
    private volatile boolean allowReuseAddress = true;
    private volatile boolean allowReusePort;
    private volatile @Nullable Duration timeout;
    private volatile @Nullable Duration idleTimeout = Duration.ofSeconds(30);
    private volatile @Nullable Duration headerTimeout = Duration.ofSeconds(20);
    private volatile @Nullable Duration bodyTimeout = Duration.ofSeconds(20);
    private volatile int minContentRate = 64;
    private volatile Duration minContentRateAfter = Duration.ofSeconds(20);
    private volatile @Nullable Duration writeTimeout = Duration.ofSeconds(30);
    private volatile Duration gracePeriod = Duration.ofSeconds(10);
    private volatile int sendBufferBytes;
    private volatile int maxConnections = Workers.DEFAULT_MAX_CONNECTIONS;

    private volatile boolean announceIdleTimeout;
    private volatile List<String> proxyProtocol = List.of();
    private volatile AddressRanges proxyProtocolPeers = AddressRanges.NONE;
    private volatile List<String> forwarded = List.of();
    private volatile @Nullable String forwardedField;
    private volatile @Nullable Forwarding forwarding;
    private volatile @Nullable String health;
    private volatile @Nullable String metrics;
    private volatile @Nullable Metrics counts;
    private volatile @Nullable String systemLogger;
    private volatile @Nullable SystemLog systemLog;
    private volatile @Nullable ServerAttributes countsWith;
    private @Nullable IntSupplier openConnections;

    private final Map<String, Object> shared = new ConcurrentHashMap<>();

    ServerAttributes() {}

    /**
     * Returns a value that is shared by all handlers of this server.
     *
     * @param name the name it was stored by
     * @return the value, or null if there is none by that name
     */
    public @Nullable Object attribute(String name) {
        return shared.get(name);
    }

    /**
     * Stores a value for all handlers of this server.
     *
     * @param name the name to store it by
     * @param value the value, or null to remove the stored one
     */
    public void attribute(String name, @Nullable Object value) {
        if (value == null) {
            shared.remove(name);
        } else {
            shared.put(name, value);
        }
    }

    /**
     * Returns how much the system may hold for a client that is slow to take it (SO_SNDBUF).
     *
     * @return bytes for each connection; 0, the default, leaves it to the system, which on Linux gives up to 4 MiB
     *     ({@code net.ipv4.tcp_wmem})
     */
    public int sendBufferBytes() {
        return sendBufferBytes;
    }

    /**
     * Sets how much the system may hold for a client that is slow to take it. Less memory can be tied up by clients that read
     * slowly; clients that are far away get large files more slowly.
     *
     * @param sendBufferBytes bytes for each connection, or 0 to leave it to the system
     * @throws IllegalArgumentException if it is negative
     */
    public void sendBufferBytes(int sendBufferBytes) {
        if (sendBufferBytes < 0) {
            throw new IllegalArgumentException("the buffer is negative: " + sendBufferBytes);
        }
        this.sendBufferBytes = sendBufferBytes;
    }

    /**
     * Returns how many connections the system may keep waiting to be accepted ("socketserver: request_queue_size").
     *
     * @return connections, 1 or more; 1024 unless set
     */
    public int requestQueueSize() {
        return requestQueueSize;
    }

    /**
     * Sets how many connections the system may keep waiting. It is used when the server binds, which the constructor does unless
     * it is told not to; a subclass may override {@link #requestQueueSize()} instead.
     *
     * @param requestQueueSize connections, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public void requestQueueSize(int requestQueueSize) {
        this.requestQueueSize = atLeastOne("requestQueueSize", requestQueueSize);
    }

    /**
     * Returns the address family of the server's socket ("socketserver: address_family").
     *
     * @return the family, or null, the default: that of the address, and both if it is the wildcard address
     */
    public @Nullable ProtocolFamily addressFamily() {
        return addressFamily;
    }

    /**
     * Sets the address family of the server's socket, {@link java.net.StandardProtocolFamily#INET} to leave out IPv6. It is
     * used when the server binds, as {@link #requestQueueSize(int)} is.
     *
     * @param addressFamily the family, or null
     */
    public void addressFamily(@Nullable ProtocolFamily addressFamily) {
        this.addressFamily = addressFamily;
    }

    /**
     * Tells whether an address may be bound on which old connections are still being closed ("socketserver:
     * allow_reuse_address").
     *
     * @return true unless set
     */
    public boolean allowReuseAddress() {
        return allowReuseAddress;
    }

    /**
     * Sets whether an address may be bound on which old connections are still being closed. It is used when the server binds,
     * which the constructor does unless it is told not to; a subclass may override {@link #allowReuseAddress()} instead.
     *
     * @param allowReuseAddress whether to allow it
     */
    public void allowReuseAddress(boolean allowReuseAddress) {
        this.allowReuseAddress = allowReuseAddress;
    }

    /**
     * Tells whether other sockets may be bound to the same address and port ("socketserver: allow_reuse_port").
     *
     * @return false unless set
     */
    public boolean allowReusePort() {
        return allowReusePort;
    }

    /**
     * Sets whether other sockets that say so too may be bound to the same address and port ({@code SO_REUSEPORT}); the system spreads
     * connections over them. It is used when the server binds, as {@link #allowReuseAddress(boolean)} is. Where the system knows no
     * such option, Windows for example, nothing changes.
     *
     * @param allowReusePort whether to allow it
     */
    public void allowReusePort(boolean allowReusePort) {
        this.allowReusePort = allowReusePort;
    }

    /**
     * Returns for how long {@link HTTPServer#handleRequest()} waits for a connection ("socketserver: timeout").
     *
     * @return a positive duration, or null, the default, for no limit
     */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /**
     * Sets for how long {@link HTTPServer#handleRequest()} waits for a connection.
     *
     * @param timeout a positive duration, or null for no limit
     * @throws IllegalArgumentException if it is not positive
     */
    public void timeout(@Nullable Duration timeout) {
        this.timeout = positive("timeout", timeout);
    }

    /**
     * Returns for how long a connection may wait for a request, also for its first one.
     *
     * @return a positive duration, or null for no limit; 30 s unless set
     */
    public @Nullable Duration idleTimeout() {
        return idleTimeout;
    }

    /**
     * Sets for how long a connection may wait for a request. Then it is closed. A handler's own {@code timeout()} takes the place of
     * this limit.
     *
     * @param idleTimeout a positive duration, or null for no limit
     * @throws IllegalArgumentException if it is not positive
     */
    public void idleTimeout(@Nullable Duration idleTimeout) {
        this.idleTimeout = positive("idleTimeout", idleTimeout);
    }

    /**
     * Returns how long the head of a request may take as a whole, from its first byte.
     *
     * @return a positive duration, or null for no limit; 20 s unless set
     */
    public @Nullable Duration headerTimeout() {
        return headerTimeout;
    }

    /**
     * Sets how long the head of a request, or a TLS handshake, may take as a whole. Then the connection is closed.
     *
     * @param headerTimeout a positive duration, or null for no limit
     * @throws IllegalArgumentException if it is not positive
     */
    public void headerTimeout(@Nullable Duration headerTimeout) {
        this.headerTimeout = positive("headerTimeout", headerTimeout);
    }

    /**
     * Returns for how long a handler may wait for the next bytes of a request's content.
     *
     * @return a positive duration, or null for no limit; 20 s unless set
     */
    public @Nullable Duration bodyTimeout() {
        return bodyTimeout;
    }

    /**
     * Sets for how long a handler may wait for the next bytes of a request's content. Then the connection is closed. A handler's
     * own {@code timeout()} takes the place of this limit.
     *
     * @param bodyTimeout a positive duration, or null for no limit
     * @throws IllegalArgumentException if it is not positive
     */
    public void bodyTimeout(@Nullable Duration bodyTimeout) {
        this.bodyTimeout = positive("bodyTimeout", bodyTimeout);
    }

    /**
     * Returns how fast the content of a request must come, on average over the time for which the handler has waited for it.
     *
     * @return bytes a second as they come over the connection, framing and TLS included; 0 for no least rate; 64 unless set
     */
    public int minContentRate() {
        return minContentRate;
    }

    /**
     * Sets how fast the content of a request must come. Only the time counts for which the handler waits for content, not that in
     * which it works or writes, and {@link #minContentRateAfter()} must have passed of it. Then the connection is closed. A
     * handler's own {@code timeout()} takes the place of this limit, and there is none after 101 or CONNECT.
     *
     * @param bytesPerSecond bytes a second, or 0 for no least rate
     * @throws IllegalArgumentException if it is negative
     */
    public void minContentRate(int bytesPerSecond) {
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("minContentRate is negative: " + bytesPerSecond);
        }
        minContentRate = bytesPerSecond;
    }

    /**
     * Returns for how long a handler waits for the content of one request, in all, before {@link #minContentRate()} counts.
     *
     * @return a duration, 0 or more; 20 s unless set
     */
    public Duration minContentRateAfter() {
        return minContentRateAfter;
    }

    /**
     * Sets for how long a handler waits for the content of one request, in all, before {@link #minContentRate()} counts.
     *
     * @param minContentRateAfter a duration, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void minContentRateAfter(Duration minContentRateAfter) {
        this.minContentRateAfter = notNegative("minContentRateAfter", minContentRateAfter);
    }

    /**
     * Returns how long a client may leave bytes that are sent to it.
     *
     * @return a positive duration, or null for no limit; 30 s unless set
     */
    public @Nullable Duration writeTimeout() {
        return writeTimeout;
    }

    /**
     * Sets how long a client may leave bytes that are sent to it. Then the connection is reset. A handler's own {@code
     * timeout()} takes the place of this limit. Linux tells whether something was taken; elsewhere it is seen when the system has
     * room for more, which may mean that a good part of its buffer is free.
     *
     * @param writeTimeout a positive duration, or null for no limit
     * @throws IllegalArgumentException if it is not positive
     */
    public void writeTimeout(@Nullable Duration writeTimeout) {
        this.writeTimeout = positive("writeTimeout", writeTimeout);
    }

    /**
     * Returns how long running responses may take after {@link HTTPServer#shutdown()}.
     *
     * @return a duration, 0 or more; 10 s unless set
     */
    public Duration gracePeriod() {
        return gracePeriod;
    }

    /**
     * Sets how long running responses may take after {@link HTTPServer#shutdown()}. Then they are cut.
     *
     * @param gracePeriod a duration, 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void gracePeriod(Duration gracePeriod) {
        this.gracePeriod = notNegative("gracePeriod", gracePeriod);
    }

    /**
     * Returns how many connections may be open at once.
     *
     * @return connections, 1 or more; unless set, 100,000 where the JVM has virtual threads and 2,048 where each costs a thread of
     *     the system
     */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * Sets how many connections may be open at once. A newcomer beyond that takes the place of one that waits for a request; if
     * none does, it is answered with 503, or closed if it is encrypted.
     *
     * @param maxConnections connections, 1 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxConnections(int maxConnections) {
        this.maxConnections = atLeastOne("maxConnections", maxConnections);
    }

    /**
     * Tells whether clients are told for how long a connection may wait for their next request.
     *
     * @return false unless set
     */
    public boolean announceIdleTimeout() {
        return announceIdleTimeout;
    }

    /**
     * Sets whether clients are told for how long a connection may wait for their next request: {@code Keep-Alive: timeout=30} for
     * example. A balancer that heeds it does not send a request at the moment when the server closes.
     *
     * @param announceIdleTimeout whether to tell
     */
    public void announceIdleTimeout(boolean announceIdleTimeout) {
        this.announceIdleTimeout = announceIdleTimeout;
    }

    /**
     * Returns which peers must begin each connection with a header of the PROXY protocol.
     *
     * @return ranges of IP addresses as they were set; empty, the default, for none
     */
    public List<String> proxyProtocol() {
        return proxyProtocol;
    }

    /**
     * Sets which peers must begin each connection, before TLS too, with a header of the PROXY protocol, version 1 or 2. It says who the
     * client is. If it is missing or malformed, the connection is closed.
     *
     * @param proxyProtocol IP addresses and ranges of them: {@code 10.0.0.0/8}, {@code ::1}
     * @throws IllegalArgumentException if one of them is none; the message names it
     */
    public void proxyProtocol(List<String> proxyProtocol) {
        this.proxyProtocolPeers = AddressRanges.of(proxyProtocol);
        this.proxyProtocol = List.copyOf(proxyProtocol);
    }

    /**
     * Returns which peers are believed when they say in fields of a request who the client is.
     *
     * @return ranges of IP addresses as they were set; empty, the default, for none
     */
    public List<String> forwarded() {
        return forwarded;
    }

    /**
     * Sets which peers are believed when they say in fields of a request who the client is: in {@code Forwarded} (RFC 7239), else in
     * {@code X-Forwarded-For} with {@code -Proto}, {@code -Host} and {@code -Port}. The rightmost address that is not one of these peers
     * is the client.
     *
     * @param forwarded IP addresses and ranges of them: {@code 10.0.0.0/8}, {@code ::1}
     * @throws IllegalArgumentException if one of them is none; the message names it
     */
    public void forwarded(List<String> forwarded) {
        this.forwarding = forwarding(forwarded, forwardedField);
        this.forwarded = List.copyOf(forwarded);
    }

    /**
     * Returns which fields are believed.
     *
     * @return {@code Forwarded} or {@code X-Forwarded}; null, the default, for either. If both are there and disagree, neither counts
     */
    public @Nullable String forwardedField() {
        return forwardedField;
    }

    /**
     * Sets which fields are believed: those that the proxy sets. Others pass through it as the client has sent them.
     *
     * @param forwardedField {@code Forwarded} or {@code X-Forwarded}; null for either
     * @throws IllegalArgumentException if it is another
     */
    public void forwardedField(@Nullable String forwardedField) {
        this.forwarding = forwarding(forwarded, forwardedField);
        this.forwardedField = forwardedField;
    }

    /**
     * Returns the path at which the server itself says whether it is ready.
     *
     * @return a path; null, the default, for none
     */
    public @Nullable String health() {
        return health;
    }

    /**
     * Sets the path at which the server itself says whether it is ready: 200 with {@code ok}, or 503 with {@code draining} once {@link
     * HTTPServer#drain()} or {@link HTTPServer#shutdown()} was called. Such requests are not logged.
     *
     * @param health a path that begins with a slash; null for none
     * @throws IllegalArgumentException if it does not begin with a slash
     */
    public void health(@Nullable String health) {
        if (health != null && !health.startsWith("/")) {
            throw new IllegalArgumentException("health does not begin with a slash: " + health);
        }
        this.health = health;
    }

    /**
     * Returns the path at which the server itself gives numbers of its work.
     *
     * @return a path; null, the default, for none
     */
    public @Nullable String metrics() {
        return metrics;
    }

    /**
     * Sets the path at which the server itself gives numbers of its work, in the text format of Prometheus. Such requests are neither
     * logged nor counted. Counting begins when the path is set.
     *
     * @param metrics a path that begins with a slash; null for none
     * @throws IllegalArgumentException if it does not begin with a slash
     */
    public void metrics(@Nullable String metrics) {
        if (metrics != null && !metrics.startsWith("/")) {
            throw new IllegalArgumentException("metrics does not begin with a slash: " + metrics);
        }
        this.metrics = metrics;
        if (metrics != null) {
            startCounting();
        }
    }

    /**
     * Counts together with another server, so that the numbers of each are those of both: one program may listen on several addresses.
     * Called before this server serves.
     *
     * @param other a server of the same program that was not told to count with this one
     */
    public synchronized void countTogether(HTTPServer other) {
        countsWith = other;
        if (counts != null) {
            stopCounting();
            counts = null;
            startCounting();
        }
    }

    /**
     * Returns the numbers of this server, for Gangway's own handlers.
     *
     * @return null if the server counts nothing
     */
    public @Nullable Metrics counts() {
        Metrics counting = counts;
        if (counting != null) {
            return counting;
        }
        ServerAttributes other = countsWith;
        boolean isWanted = metrics() != null || other != null && other.counts() != null;
        return isWanted ? startCounting() : null;
    }

    /**
     * Returns the logger of the Java platform that the log goes to.
     *
     * @return the name of a {@link System.Logger}; null, the default, for {@code System.err}
     */
    public @Nullable String systemLogger() {
        return systemLogger;
    }

    /**
     * Sends the log to a logger of the Java platform, and so to java.util.logging, or to SLF4J or Log4j by their {@code
     * System.LoggerFinder}. Requests are logged at the level {@code INFO}, what goes wrong at {@code WARNING}, and what a handler
     * throws at {@code ERROR}, with the exception.
     *
     * @param systemLogger the name of the logger, {@code com.example.web} for example; null for {@code System.err}
     */
    public void systemLogger(@Nullable String systemLogger) {
        this.systemLogger = systemLogger;
    }

    /** Returns the logger of the platform that the log goes to; null if it goes to standard error. */
    final @Nullable SystemLog systemLog() {
        String name = systemLogger();
        SystemLog known = systemLog;
        if (name != null && (known == null || !known.name().equals(name))) {
            known = new SystemLog(name);
            systemLog = known;
        }
        return name == null ? null : known;
    }

    /** Begins to count, if that is still to be done. */
    synchronized Metrics startCounting() {
        Metrics counting = counts;
        if (counting == null) {
            ServerAttributes other = countsWith;
            counting = other == null ? new Metrics() : other.startCounting();
            IntSupplier counted = this::countedConnections;
            counting.addListener(counted);
            openConnections = counted;
            counts = counting;
        }
        return counting;
    }

    /** Takes the connections of this server out of the numbers. */
    synchronized void stopCounting() {
        Metrics counting = counts;
        IntSupplier counted = openConnections;
        if (counting != null && counted != null) {
            counting.removeListener(counted);
        }
    }

    /** Returns how many connections are open, without those for health checks and scrapes alone. */
    abstract int countedConnections();

    AddressRanges proxyProtocolPeers() {
        return proxyProtocolPeers;
    }

    @Nullable Forwarding forwarding() {
        return forwarding;
    }

    private static @Nullable Forwarding forwarding(List<String> trusted, @Nullable String field) {
        Forwarding.Field believed = field == null ? Forwarding.Field.EITHER : Forwarding.Field.of(field);
        AddressRanges ranges = AddressRanges.of(trusted);
        return ranges.isEmpty() ? null : new Forwarding(ranges, believed);
    }

    private static @Nullable Duration positive(String name, @Nullable Duration value) {
        if (value != null && (value.isZero() || value.isNegative())) {
            throw new IllegalArgumentException(name + " is not positive: " + value);
        }
        return value;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
        return value;
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is less than 1: " + value);
        }
        return value;
    }
}
