package dev.gangway.handler;

import dev.gangway.handler.io.HeadLimits;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.handler.text.ErrorPage;
import dev.gangway.http.HTTPMessage;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.RequestLine;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The documented variables and attributes of {@link BaseHTTPRequestHandler}. */
abstract class HandlerAttributes extends StreamRequestHandler {
    private static final Map<Integer, Reason> RESPONSES = responsesOfStatusCodes();
    private static final String SERVER_VERSION = "BaseHTTP/" + GangwayVersion.TEXT;
    private static final Supplier<HTTPMessage> PLAIN_MESSAGE = HTTPMessage::new;
    private static final String SYS_VERSION = "Java/" + Runtime.version().feature();

    private boolean closeConnection = true;
    private byte[] rawRequestline = new byte[0];
    private String requestline = "";

    /** The request line, of which {@link #requestline} is made when it is asked for. */
    private byte @Nullable [] requestlineBytes;

    private @Nullable String command;
    private String path = "";
    private String requestVersion = "";
    private @Nullable HTTPMessage headers;
    private Supplier<? extends HTTPMessage> unreadHeaders = PLAIN_MESSAGE;

    private String serverVersion = SERVER_VERSION;
    private String sysVersion = SYS_VERSION;
    private Compatibility compatibility = Compatibility.PYTHON_3_13;
    private @Nullable String errorMessageFormat;
    private String errorContentType = "text/html;charset=utf-8";
    private String protocolVersion = "HTTP/1.0";
    private String defaultRequestVersion = "HTTP/0.9";
    private Supplier<? extends HTTPMessage> messageClass = PLAIN_MESSAGE;
    private Map<Integer, Reason> responses = RESPONSES;
    private boolean decodeChunked = true;
    private Clock clock = Clock.systemUTC();
    private boolean accessLog = true;

    private int maxRequestLineBytes = 65_536;
    private int maxHeaderLineBytes = HeadLimits.DEFAULT.lineBytes();
    private int maxHeaderLines = HeadLimits.DEFAULT.lines();
    private int maxHeaderBytes = HeadLimits.DEFAULT.sectionBytes();
    private int maxDrainedBytes = 65_536;
    private Duration drainTimeout = Duration.ofSeconds(2);

    /**
     * Tells whether the connection closes after the request ("http.server: close_connection").
     *
     * @return false if another request may follow
     */
    public boolean closeConnection() {
        return closeConnection;
    }

    /**
     * Sets whether the connection closes after the request.
     *
     * @param closeConnection false if another request may follow
     */
    public void closeConnection(boolean closeConnection) {
        this.closeConnection = closeConnection;
    }

    /**
     * Returns the request line as it was read, with its line end (http.server's undocumented {@code raw_requestline}).
     *
     * @return the bytes; empty before the first request
     */
    public byte[] rawRequestline() {
        return rawRequestline;
    }

    /**
     * Sets the request line for {@link BaseHTTPRequestHandler#parseRequest()} to parse.
     *
     * @param rawRequestline the bytes, with or without a line end
     */
    public void rawRequestline(byte[] rawRequestline) {
        this.rawRequestline = rawRequestline;
    }

    /**
     * Returns the request line without its line end ("http.server: requestline").
     *
     * @return the line, read as ISO-8859-1; empty if there is no valid one
     */
    public String requestline() {
        byte[] bytes = requestlineBytes;
        if (bytes != null) {
            requestline(RequestLine.text(bytes));
        }
        return requestline;
    }

    /**
     * Sets the request line, for the log.
     *
     * @param requestline the line without a line end
     */
    public void requestline(String requestline) {
        this.requestline = requestline;
        requestlineBytes = null;
    }

    /**
     * Returns the request's method ("http.server: command"; RFC 9110 §9 calls it the method).
     *
     * @return {@code GET} for example; empty if the request line could not be read
     */
    public String command() {
        return command == null ? "" : command;
    }

    /**
     * Sets the request's method.
     *
     * @param command {@code GET} for example; null if there is none
     */
    public void command(@Nullable String command) {
        this.command = command;
    }

    /**
     * Returns the request's target as the client sent it, with the query ("http.server: path"). On a host where the handler
     * is mounted below a path, what is below it.
     *
     * @return the target, not decoded
     */
    public String path() {
        return path;
    }

    /**
     * Sets the request's target; {@link #path()} returns the new one afterwards.
     *
     * @param path a target, percent-encoded
     */
    public void path(String path) {
        this.path = path;
    }

    /**
     * Returns the version in the request ("http.server: request_version").
     *
     * @return {@code HTTP/1.0} for example
     */
    public String requestVersion() {
        return requestVersion;
    }

    /**
     * Sets the version in the request.
     *
     * @param requestVersion {@code HTTP/1.0} for example
     */
    public void requestVersion(String requestVersion) {
        this.requestVersion = requestVersion;
    }

    /**
     * Returns the request's header fields ("http.server: headers").
     *
     * @return the fields; none for HTTP/0.9
     */
    public HTTPMessage headers() {
        HTTPMessage known = headers;
        if (known == null) {
            known = unreadHeaders.get();
            headers(known);
        }
        return known;
    }

    /**
     * Replaces the request's header fields.
     *
     * @param headers the fields
     */
    public void headers(HTTPMessage headers) {
        this.headers = headers;
    }

    /**
     * Returns the server's software version ("http.server: server_version").
     *
     * @return {@code name[/version]}, or several of them with spaces between
     */
    public String serverVersion() {
        return serverVersion;
    }

    /**
     * Sets the server's software version.
     *
     * @param serverVersion {@code name[/version]}, or several of them with spaces between
     */
    public void serverVersion(String serverVersion) {
        this.serverVersion = serverVersion;
    }

    /**
     * Returns the version of the system below the server ("http.server: sys_version").
     *
     * @return {@code Java/17} for example
     */
    public String sysVersion() {
        return sysVersion;
    }

    /**
     * Sets the version of the system below the server.
     *
     * @param sysVersion {@code name/version}; empty for none
     */
    public void sysVersion(String sysVersion) {
        this.sysVersion = sysVersion;
    }

    /**
     * Returns the version of CPython whose bytes this handler sends, where versions differ (docs/versions.md).
     *
     * @return {@code 3.13} (the default), {@code 3.14} or {@code 3.15}; each stands for its newest release
     */
    public String compatibility() {
        return compatibility.toString();
    }

    /**
     * Sets the version of CPython whose bytes this handler sends. Error pages and listings follow it; all methods and attributes
     * are there in each.
     *
     * @param compatibility {@code 3.13}, {@code 3.14} or {@code 3.15}
     * @throws IllegalArgumentException if it is another version
     */
    public void compatibility(String compatibility) {
        this.compatibility = Compatibility.named(compatibility);
    }

    /**
     * Returns the template of the error page ("http.server: error_message_format").
     *
     * @return a text with Python's {@code %(code)d}, {@code %(message)s} and {@code %(explain)s}; if none was set, that of {@link
     *     #compatibility()}
     */
    public String errorMessageFormat() {
        String set = errorMessageFormat;
        return set == null ? ErrorPage.format(Compatibility.named(compatibility())) : set;
    }

    /**
     * Sets the template of the error page.
     *
     * @param errorMessageFormat a text with Python's {@code %(code)d}, {@code %(message)s} and {@code %(explain)s}; a
     *     per cent sign is written {@code %%}
     */
    public void errorMessageFormat(String errorMessageFormat) {
        this.errorMessageFormat = errorMessageFormat;
    }

    /**
     * Returns the media type of the error page ("http.server: error_content_type").
     *
     * @return a media type
     */
    public String errorContentType() {
        return errorContentType;
    }

    /**
     * Sets the media type of the error page.
     *
     * @param errorContentType a media type
     */
    public void errorContentType(String errorContentType) {
        this.errorContentType = errorContentType;
    }

    /**
     * Returns the version of HTTP that the server answers with ("http.server: protocol_version").
     *
     * @return {@code HTTP/1.0} or {@code HTTP/1.1}, with which connections persist
     */
    public String protocolVersion() {
        return protocolVersion;
    }

    /**
     * Sets the version of HTTP that the server answers with.
     *
     * @param protocolVersion {@code HTTP/1.0} or {@code HTTP/1.1}
     */
    public void protocolVersion(String protocolVersion) {
        this.protocolVersion = protocolVersion;
    }

    /**
     * Returns the version that is assumed until the request line is read ("http.server: default_request_version").
     *
     * @return {@code HTTP/0.9} by default, so that an answer to a malformed request line has no head
     */
    public String defaultRequestVersion() {
        return defaultRequestVersion;
    }

    /**
     * Sets the version that is assumed until the request line is read.
     *
     * @param defaultRequestVersion {@code HTTP/0.9} or {@code HTTP/1.0} for example
     */
    public void defaultRequestVersion(String defaultRequestVersion) {
        this.defaultRequestVersion = defaultRequestVersion;
    }

    /**
     * Returns the factory of the object that holds the header fields ("http.server: MessageClass").
     *
     * @return gives an empty message each time
     */
    public Supplier<? extends HTTPMessage> messageClass() {
        return messageClass;
    }

    /**
     * Sets the factory of the object that holds the header fields.
     *
     * @param messageClass gives an empty message each time
     */
    public void messageClass(Supplier<? extends HTTPMessage> messageClass) {
        this.messageClass = messageClass;
    }

    /**
     * Returns the phrases and explanations of the status codes ("http.server: responses").
     *
     * @return phrase and description of each code; not to be changed
     */
    public Map<Integer, Reason> responses() {
        return responses;
    }

    /**
     * Replaces the phrases and explanations of the status codes.
     *
     * @param responses phrase and description of each code
     */
    public void responses(Map<Integer, Reason> responses) {
        this.responses = responses;
    }

    /**
     * Tells whether {@link #rfile()} gives chunked content without its framing.
     *
     * @return true by default
     */
    public boolean decodeChunked() {
        return decodeChunked;
    }

    /**
     * Sets whether {@link #rfile()} gives chunked content without its framing. A handler that decodes chunks by hand says
     * false, in its constructor or before it reads the content.
     *
     * @param decodeChunked false to see the chunks as they were sent
     */
    public void decodeChunked(boolean decodeChunked) {
        this.decodeChunked = decodeChunked;
    }

    /**
     * Tells whether {@link BaseHTTPRequestHandler#logRequest(String, String)} logs a line for each response.
     *
     * @return true by default
     */
    public boolean accessLog() {
        return accessLog;
    }

    /**
     * Sets whether {@link BaseHTTPRequestHandler#logRequest(String, String)} logs a line for each response. Where the host has an
     * access log of its own, false saves the time that a second one takes. Errors are logged all the same.
     *
     * @param accessLog false to log errors alone
     */
    public void accessLog(boolean accessLog) {
        this.accessLog = accessLog;
    }

    /**
     * Returns how long a request line may be; a longer one is answered with 414.
     *
     * @return bytes, with the line end; 65,536 by default
     */
    public int maxRequestLineBytes() {
        return maxRequestLineBytes;
    }

    /**
     * Sets how long a request line may be.
     *
     * @param bytes at least 1; RFC 9112 §3 recommends 8,000 or more
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxRequestLineBytes(int bytes) {
        maxRequestLineBytes = checked(bytes, 1);
    }

    /**
     * Returns how long one header line may be; a longer one is answered with 431.
     *
     * @return bytes, with the line end; 65,536 by default
     */
    public int maxHeaderLineBytes() {
        return maxHeaderLineBytes;
    }

    /**
     * Sets how long one header line may be.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderLineBytes(int bytes) {
        maxHeaderLineBytes = checked(bytes, 1);
    }

    /**
     * Returns how many lines the header section may have; more are answered with 431.
     *
     * @return lines, the empty one at the end included; 100 by default
     */
    public int maxHeaderLines() {
        return maxHeaderLines;
    }

    /**
     * Sets how many lines the header section may have.
     *
     * @param lines at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderLines(int lines) {
        maxHeaderLines = checked(lines, 1);
    }

    /**
     * Returns how long the header section may be; a longer one is answered with 431.
     *
     * @return bytes; 262,144 by default
     */
    public int maxHeaderBytes() {
        return maxHeaderBytes;
    }

    /**
     * Sets how long the header section may be.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public void maxHeaderBytes(int bytes) {
        maxHeaderBytes = checked(bytes, 1);
    }

    /**
     * Returns how much content a handler may leave unread before the connection is closed rather than read on.
     *
     * @return bytes; 65,536 by default
     */
    public int maxDrainedBytes() {
        return maxDrainedBytes;
    }

    /**
     * Sets how much content a handler may leave unread before the connection is closed rather than read on.
     *
     * @param bytes 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void maxDrainedBytes(int bytes) {
        maxDrainedBytes = checked(bytes, 0);
    }

    /**
     * Returns how long the content that a handler has left unread may take to come before the connection is closed. A host that
     * cannot limit reads has its own say instead.
     *
     * @return a duration; two seconds by default
     */
    public Duration drainTimeout() {
        return drainTimeout;
    }

    /**
     * Sets how long the content that a handler has left unread may take to come before the connection is closed.
     *
     * @param limit a positive duration
     * @throws IllegalArgumentException if it is not positive
     */
    public void drainTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the limit is not positive: " + limit);
        }
        drainTimeout = limit;
    }

    /** Returns the limits of a header section. */
    final HeadLimits headLimits() {
        return new HeadLimits(maxHeaderLineBytes(), maxHeaderLines(), maxHeaderBytes());
    }

    private static int checked(int limit, int least) {
        if (limit < least) {
            throw new IllegalArgumentException("the limit is less than " + least + ": " + limit);
        }
        return limit;
    }

    /** Sets the request line. */
    final void requestline(byte[] raw) {
        requestlineBytes = raw;
    }

    /** Has the header fields read when the handler first asks for them, since many handlers never do. */
    final void headersLater(Supplier<? extends HTTPMessage> unread) {
        headers = null;
        unreadHeaders = unread;
    }

    /**
     * Returns the clock that the handler goes by: for the field {@code Date}, for the log, and for entity tags.
     *
     * @return the system's clock, unless another was given
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Sets the clock that the handler goes by. A test sets one that stands still.
     *
     * @param clock a clock; its zone does not matter
     */
    public void clock(Clock clock) {
        this.clock = clock;
    }

    /** Tells whether connections may persist. */
    final boolean speaks11() {
        return HttpVersion.is11(protocolVersion());
    }

    private static Map<Integer, Reason> responsesOfStatusCodes() {
        Map<Integer, Reason> reasons = new LinkedHashMap<>();
        for (HTTPStatus status : HTTPStatus.values()) {
            reasons.put(status.value(), new Reason(status.phrase(), status.description()));
        }
        return java.util.Collections.unmodifiableMap(reasons);
    }
}
