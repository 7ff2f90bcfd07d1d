package dev.gangway.handler;

import dev.gangway.handler.io.Exchange;
import dev.gangway.handler.io.MalformedContentException;
import dev.gangway.handler.io.RequestContent;
import dev.gangway.handler.text.ErrorPage;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.handler.text.LogFormat;
import dev.gangway.handler.text.LogLine;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HostResponse;
import dev.gangway.host.HostUnsupportedException;
import dev.gangway.host.RequestSteps;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.HttpDate;
import dev.gangway.http.syntax.HttpVersion;
import dev.gangway.http.syntax.MessageSyntaxException;
import dev.gangway.http.syntax.PythonText;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests and calls a method for each: for the method {@code SPAM}, {@code do_SPAM()} ("http.server:
 * BaseHTTPRequestHandler"). A subclass defines those methods.
 *
 * <ol>
 *   <li>{@link #handle()} calls {@link #handleOneRequest()} until {@link #closeConnection()} is true;
 *   <li>that reads the request line, and {@link #parseRequest()} the rest of the head;
 *   <li>{@link #dispatch(String)} calls {@code do_SPAM()};
 *   <li>which calls {@link #sendResponse(int)}, {@link #sendHeader(String, String)} and {@link #endHeaders()}, and then
 *       writes the content to {@link #wfile()}.
 * </ol>
 *
 * <pre>{@code
 * public class Hello extends BaseHTTPRequestHandler {
 *     public void do_GET() throws IOException {
 *         byte[] body = "hi".getBytes(UTF_8);
 *         sendResponse(200);
 *         sendHeader("Content-Type", "text/plain");
 *         sendHeader("Content-Length", body.length);
 *         endHeaders();
 *         wfile().write(body);
 *     }
 * }
 * }</pre>
 *
 * <p>A new instance serves each connection, on one thread, which may be another one for each request if there are {@link
 * #requestSteps()}; on a host without connections of its own, each request. It
 * closes no stream: the host does. Only the framing of the response is checked: a
 * handler that writes raw bytes to {@code wfile()} answers for them.
 */
public abstract class BaseHTTPRequestHandler extends HandlerAttributes {
    @SuppressWarnings("this-escape") // The reader keeps it for later.
    private final RequestReader reader = new RequestReader(this);

    private final PendingHead pendingHead = new PendingHead();

    /** The client's address as it was written last: it is the same in every line of a connection. */
    private String addressText = "";

    private @Nullable InetSocketAddress writtenAddress;

    /** How much a line of the log matters that is written now. */
    private Level logLevel = Level.INFO;

    /** Makes a handler that has served nothing yet. */
    protected BaseHTTPRequestHandler() {}

    /**
     * Serves requests until the connection should close ("http.server: handle").
     *
     * @throws IOException if the connection fails
     */
    @Override
    public void handle() throws IOException {
        closeConnection(true);
        while (serveOne()) {
            // One request after the other.
        }
    }

    /** Serves a request; false if the connection should close. */
    final boolean serveOne() throws IOException {
        handleOneRequest();
        endRequest();
        return !closeConnection();
    }

    /**
     * Returns the steps of {@link #requestSteps()} for a subclass whose methods answer at once: they wait for nothing but the client. On
     * the socket servers its connections need no thread while they wait for a request. The steps do not call {@link #handle()}.
     *
     * @return the steps of this instance
     */
    protected final RequestSteps promptSteps() {
        return new HandlerSteps(this);
    }

    /**
     * Reads one request and answers it ("http.server: handle_one_request").
     *
     * @throws IOException if the connection fails
     */
    public void handleOneRequest() throws IOException {
        try {
            if (reader.readRequestLine() && parseRequest()) {
                HostResponse own = reader.takeHostResponse();
                if (own != null) {
                    send(own);
                } else if (!dispatch(command())) {
                    connection().lacks(HandlerConnection.Lack.METHOD);
                    sendError(501, "Unsupported method (" + PythonText.repr(command()) + ")");
                }
                wfile().flush();
            }
            endRequest();
        } catch (SocketTimeoutException e) {
            // Python's words for its own exception, which people look for in logs.
            logError("Request timed out: %s", "TimeoutError('timed out')");
            closeConnection(true);
            output().abandon();
        } catch (MessageSyntaxException e) {
            refuse(e);
        } catch (MalformedContentException e) {
            refuse(e.syntax());
        } catch (HostUnsupportedException e) {
            if (!output().isUntouched()) {
                throw e;
            }
            sendErrorInstead(501, null, e.getMessage());
        }
    }

    private void send(HostResponse response) throws IOException {
        byte[] content = response.content().getBytes(StandardCharsets.UTF_8);
        sendResponseOnly(response.status());
        sendHeader("Date", dateTimeString());
        sendHeader("Content-Type", response.contentType());
        sendHeader("Content-Length", content.length);
        sendHeader("Cache-Control", "no-store");
        endHeaders();
        if (!command().equals("HEAD")) {
            wfile().write(content);
        }
    }

    /**
     * Parses {@link #rawRequestline()} and reads the header section ("http.server: parse_request"). Sets {@link
     * #requestline()}, {@link #command()}, {@link #path()}, {@link #requestVersion()}, {@link #headers()} and {@link
     * #closeConnection()}, and makes {@link #rfile()} the request's content.
     *
     * @return false if an answer has been sent already, or none is due
     * @throws IOException if the connection fails
     */
    public boolean parseRequest() throws IOException {
        endRequest();
        output().begin();
        try {
            return reader.parse() && (!reader.expectsContinue() || answerExpect100());
        } catch (MessageSyntaxException e) {
            refuse(e);
            return false;
        }
    }

    /**
     * Answers {@code Expect: 100-continue} ("http.server: handle_expect_100"). The default sends 100 (Continue); an
     * override may send an error instead and return false.
     *
     * @return whether the request should be served
     * @throws IOException if the connection fails
     */
    public boolean handleExpect100() throws IOException {
        sendResponseOnly(100);
        endHeaders();
        return true;
    }

    /**
     * Calls the public method {@code do_COMMAND()} without arguments, if there is one (Python's {@code getattr(self, 'do_'
     * + command)}). Override it to answer every method in one place.
     *
     * @param command the request's method
     * @return false if the method is not supported, which is answered with 501
     * @throws IOException if the connection fails
     */
    public boolean dispatch(String command) throws IOException {
        return DispatchTable.call(this, command);
    }

    /** Calls the method for a command if it is one that the compiler knows; returns false if it is none of them. */
    boolean callKnown(String command) throws IOException {
        return false;
    }

    /**
     * Sends an error page with the code's own phrase and explanation.
     *
     * @param code the status code
     * @throws IOException if the connection fails
     */
    public final void sendError(int code) throws IOException {
        sendError(code, null, null);
    }

    /**
     * Sends an error page with the code's own explanation.
     *
     * @param code the status code
     * @param message the reason phrase, or null for the code's own
     * @throws IOException if the connection fails
     */
    public final void sendError(int code, @Nullable String message) throws IOException {
        sendError(code, message, null);
    }

    /**
     * Sends an error page with the code's own phrase and explanation.
     *
     * @param status the status
     * @throws IOException if the connection fails
     */
    public final void sendError(HTTPStatus status) throws IOException {
        sendError(status.value(), null, null);
    }

    /**
     * Sends an error page with the code's own explanation.
     *
     * @param status the status
     * @param message the reason phrase, or null for the code's own
     * @throws IOException if the connection fails
     */
    public final void sendError(HTTPStatus status, @Nullable String message) throws IOException {
        sendError(status.value(), message, null);
    }

    /**
     * Sends an error page.
     *
     * @param status the status
     * @param message the reason phrase, or null for the code's own
     * @param explain a sentence for the page, or null for the code's own
     * @throws IOException if the connection fails
     */
    public final void sendError(HTTPStatus status, @Nullable String message, @Nullable String explain)
            throws IOException {
        sendError(status.value(), message, explain);
    }

    /**
     * Logs an error and sends it as a whole response, after which the connection closes ("http.server: send_error"). There
     * is no page for HEAD, 1xx, 204, 205 and 304.
     *
     * @param code the status code
     * @param message the reason phrase, or null for the code's own; {@code ???} if it has none
     * @param explain a sentence for the page, or null for the code's own
     * @throws IllegalArgumentException if the phrase has CR, LF, NUL or a character beyond ISO-8859-1
     * @throws IOException if the connection fails
     */
    public void sendError(int code, @Nullable String message, @Nullable String explain) throws IOException {
        Reason known = responses().getOrDefault(code, new Reason("???", "???"));
        String phrase = message == null ? known.message() : message;
        String explanation = explain == null ? known.explain() : explain;
        HeaderText.check("the message of sendError", phrase);
        logError("code %d, message %s", code, phrase);
        sendResponse(code, phrase);
        sendHeader("Connection", "close");
        byte[] page = new byte[0];
        if (code >= 200 && code != 204 && code != 205 && code != 304) {
            page = ErrorPage.render(errorMessageFormat(), code, phrase, explanation);
            sendHeader("Content-Type", errorContentType());
            sendHeader("Content-Length", page.length);
        }
        endHeaders();
        if (page.length > 0 && !command().equals("HEAD")) {
            wfile().write(page);
        }
    }

    /**
     * Begins a response with the code's own phrase.
     *
     * @param code the status code
     * @throws IOException if the connection fails
     */
    public final void sendResponse(int code) throws IOException {
        sendResponse(code, null);
    }

    /**
     * Begins a response with the code's own phrase.
     *
     * @param status the status
     * @throws IOException if the connection fails
     */
    public final void sendResponse(HTTPStatus status) throws IOException {
        sendResponse(status.value(), null);
    }

    /**
     * Begins a response.
     *
     * @param status the status
     * @param message the reason phrase, or null for the code's own
     * @throws IOException if the connection fails
     */
    public final void sendResponse(HTTPStatus status, @Nullable String message) throws IOException {
        sendResponse(status.value(), message);
    }

    /**
     * Begins a response: logs the request, and holds the status line and the fields {@code Server} and {@code Date} until
     * {@link #endHeaders()} ("http.server: send_response").
     *
     * @param code the status code
     * @param message the reason phrase, or null for the code's own
     * @throws IllegalArgumentException if the phrase has CR, LF, NUL or a character beyond ISO-8859-1
     * @throws IOException if the connection fails
     */
    public void sendResponse(int code, @Nullable String message) throws IOException {
        HeaderText.check("the message of sendResponse", message);
        logRequest(Integer.toString(code), "-");
        sendResponseOnly(code, message);
        sendHeader("Server", versionString());
        sendHeader("Date", dateTimeString());
    }

    /**
     * Begins a response without logging it and without fields, with the code's own phrase.
     *
     * @param code the status code
     * @throws IOException if the connection fails
     */
    public final void sendResponseOnly(int code) throws IOException {
        sendResponseOnly(code, null);
    }

    /**
     * Begins a response without logging it and without fields, with the code's own phrase.
     *
     * @param status the status
     * @throws IOException if the connection fails
     */
    public final void sendResponseOnly(HTTPStatus status) throws IOException {
        sendResponseOnly(status.value(), null);
    }

    /**
     * Begins a response without logging it and without fields.
     *
     * @param status the status
     * @param message the reason phrase, or null for the code's own
     * @throws IOException if the connection fails
     */
    public final void sendResponseOnly(HTTPStatus status, @Nullable String message) throws IOException {
        sendResponseOnly(status.value(), message);
    }

    /**
     * Begins a response without logging it and without fields ("http.server: send_response_only"). Does nothing for
     * HTTP/0.9.
     *
     * @param code the status code
     * @param message the reason phrase, or null for the code's own; none if it has none
     * @throws IllegalArgumentException if the phrase has CR, LF, NUL or a character beyond ISO-8859-1
     * @throws IOException if the connection fails
     */
    public void sendResponseOnly(int code, @Nullable String message) throws IOException {
        HeaderText.check("the message of sendResponseOnly", message);
        if (!isSimpleRequest()) {
            String phrase = message;
            if (phrase == null) {
                Reason known = responses().get(code);
                phrase = known == null ? "" : known.message();
            }
            pendingHead.add(protocolVersion() + " " + code + " " + phrase);
        }
    }

    /**
     * Adds a header field with a number.
     *
     * @param keyword the field's name
     * @param value the field's value
     * @throws IOException if the connection fails
     */
    public final void sendHeader(String keyword, long value) throws IOException {
        sendHeader(keyword, Long.toString(value));
    }

    /**
     * Adds a header field, held until {@link #endHeaders()} ("http.server: send_header"). {@code Connection: close} and
     * {@code Connection: keep-alive} set {@link #closeConnection()} too. For HTTP/0.9 nothing else happens.
     *
     * @param keyword the field's name
     * @param value the field's value
     * @throws IllegalArgumentException if either has CR, LF, NUL or a character beyond ISO-8859-1
     * @throws IOException if the connection fails
     */
    public void sendHeader(String keyword, String value) throws IOException {
        boolean isToken = HeaderText.checkField(keyword, value);
        if (!isSimpleRequest()) {
            pendingHead.addField(keyword, value, isToken);
        }
        if (keyword.equalsIgnoreCase("connection")) {
            if (value.equalsIgnoreCase("close")) {
                closeConnection(true);
            } else if (value.equalsIgnoreCase("keep-alive")) {
                closeConnection(false);
            }
        }
    }

    /**
     * Ends the header section and sends it ("http.server: end_headers"). After the head has gone out, a
     * second call sends content.
     *
     * @throws IOException if the connection fails
     */
    public void endHeaders() throws IOException {
        if (!isSimpleRequest()) {
            pendingHead.add("");
            flushHeaders();
        }
    }

    /**
     * Sends the lines that are held back ("http.server: flush_headers").
     *
     * @throws IllegalArgumentException if a line of {@link #pendingHeaders()} has CR, LF, NUL or a character beyond ISO-8859-1; nothing is
     *     sent then
     * @throws IOException if the connection fails
     */
    public void flushHeaders() throws IOException {
        pendingHead.send(output(), wfile());
    }

    /**
     * Returns the lines that {@link #flushHeaders()} would send (http.server's private {@code _headers_buffer}).
     *
     * @return the status line first, without line ends; the list may be edited
     */
    public List<String> pendingHeaders() {
        return pendingHead.edit();
    }

    /**
     * Returns the value of the field {@code Server} ("http.server: version_string").
     *
     * @return {@link #serverVersion()} and {@link #sysVersion()} with a space between
     */
    public String versionString() {
        return serverVersion() + " " + sysVersion();
    }

    /**
     * Returns the time of {@link #clock()} as the value of a field.
     *
     * @return {@code Sun, 06 Nov 1994 08:49:37 GMT} for example
     */
    public final String dateTimeString() {
        return dateTimeString(clock().instant());
    }

    /**
     * Returns a time as the value of a field ("http.server: date_time_string"; RFC 9110 §5.6.7).
     *
     * @param timestamp the time
     * @return {@code Sun, 06 Nov 1994 08:49:37 GMT} for example
     */
    public String dateTimeString(Instant timestamp) {
        return HttpDate.format(timestamp);
    }

    /** Logs the request without a status code or size: both are {@code -}. */
    public final void logRequest() {
        logRequest("-", "-");
    }

    /**
     * Logs the request.
     *
     * @param code the status code of the response
     */
    public final void logRequest(int code) {
        logRequest(Integer.toString(code), "-");
    }

    /**
     * Logs the request.
     *
     * @param code the status code of the response
     * @param size the size of the response in bytes, 0 or more
     */
    public final void logRequest(int code, long size) {
        logRequest(Integer.toString(code), Long.toString(size));
    }

    /**
     * Logs the request ("http.server: log_request"). The default calls {@link #logMessage(String, Object...)} with the
     * request line, the code and the size, unless {@link #accessLog()} is false.
     *
     * @param code the status code, or {@code -}
     * @param size the size in bytes, or {@code -}
     */
    public void logRequest(String code, String size) {
        if (accessLog()) {
            logMessage("\"%s\" %s %s", requestline(), code, size);
        }
    }

    /**
     * Logs that a request cannot be fulfilled ("http.server: log_error"). The default calls {@link #logMessage(String,
     * Object...)}, for a host with levels as a warning.
     *
     * @param format a format as of {@link java.util.Formatter}; Python's {@code %r} is understood too
     * @param args the arguments of the format
     */
    public void logError(String format, Object... args) {
        Level before = logLevel;
        logLevel = Level.WARNING;
        try {
            logMessage(format, args);
        } finally {
            logLevel = before;
        }
    }

    /**
     * Logs a message ("http.server: log_message"): the client's address, the date and the message, control characters
     * escaped. Every other log method ends here.
     *
     * @param format a format as of {@link java.util.Formatter}; Python's {@code %r} is understood too
     * @param args the arguments of the format
     */
    public void logMessage(String format, Object... args) {
        server().log(logLevel, LogLine.of(addressString(), logDateTimeString(), LogFormat.format(format, args)));
    }

    /**
     * Returns the time for the log ("http.server: log_date_time_string").
     *
     * @return the time of {@link #clock()} in the system's zone, {@code 21/Nov/2026 07:14:00} for example
     */
    public String logDateTimeString() {
        return LogLine.logDate(clock().instant(), TimeZone.getDefault());
    }

    /**
     * Returns the client's address for the log ("http.server: address_string").
     *
     * @return an IP address, never a name that would have to be looked up
     */
    public String addressString() {
        InetSocketAddress address = clientAddress();
        if (!address.equals(writtenAddress)) {
            writtenAddress = address;
            addressText = IpAddress.text(address);
        }
        return addressText;
    }

    /** Returns the names of the fields that are held back, in lower case. */
    final Set<String> pendingNames() {
        return pendingHead.names();
    }

    /** Forgets the lines that are held back; false if there are none. */
    final boolean dropPendingHeaders() {
        return pendingHead.drop();
    }

    /** Tells whether the client speaks HTTP/0.9, which has no heads. */
    final boolean isSimpleRequest() {
        return requestVersion().equals("HTTP/0.9");
    }

    @Override
    final Exchange exchange() {
        return new CurrentExchange();
    }

    /** Ends the current request, if there is one: the rest of its content must not be read as the next request. */
    private void endRequest() throws IOException {
        RequestContent content = reader.takeContent();
        if (content == null) {
            return;
        }
        if (dropPendingHeaders()) {
            closeConnection(true);
        }
        output().finish();
        boolean unreadable = reader.awaitsContinue() && !content.isComplete();
        if (!closeConnection()
                && (unreadable || !ContentDrain.run(connection(), content, maxDrainedBytes(), drainTimeout()))) {
            closeConnection(true);
        }
        if (closeConnection() && !content.isComplete()) {
            connection().phase(HandlerConnection.Phase.CLOSING);
        }
        content(null);
    }

    private boolean answerExpect100() throws IOException {
        boolean served = handleExpect100();
        if (served) {
            reader.continued();
        }
        return served;
    }

    /** Answers bytes that are no request, or no content of one. The connection ends, because it is not known where the next request begins. */
    private void refuse(MessageSyntaxException fault) throws IOException {
        sendErrorInstead(fault.status(), fault.phrase(), fault.explain());
        connection().phase(HandlerConnection.Phase.CLOSING);
    }

    private void sendErrorInstead(int code, @Nullable String message, @Nullable String explain) throws IOException {
        dropPendingHeaders();
        if (output().isUntouched()) {
            sendError(code, message, explain);
        } else {
            output().abandon();
        }
        endRequest();
        closeConnection(true);
    }

    /** Lets the framing of responses see the request. */
    private final class CurrentExchange implements Exchange {
        @Override
        public String method() {
            return command();
        }

        @Override
        public boolean isSimple() {
            return isSimpleRequest();
        }

        @Override
        public boolean understandsChunks() {
            return HttpVersion.is11(requestVersion());
        }

        @Override
        public boolean closes() {
            return closeConnection();
        }

        @Override
        public void close() {
            closeConnection(true);
        }

        @Override
        public boolean mustClose() {
            return connection().isEnding();
        }

        @Override
        public @Nullable Duration keepAlive() {
            return connection().keepAlive();
        }
    }
}
