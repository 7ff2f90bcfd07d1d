package dev.gangway.handler;

import dev.gangway.handler.io.HeadBytes;
import dev.gangway.handler.text.ErrorPage;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.HttpDate;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of {@link BaseHTTPRequestHandler} that send heads and error pages. */
abstract class HandlerResponses extends HandlerLog {
    private List<String> pendingHeaders = new ArrayList<>();
    /** Whether lines may be there that nobody has checked. */
    private boolean pendingHeadersEdited;

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
            pendingHeaders.add(protocolVersion() + " " + code + " " + phrase);
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
        HeaderText.check("the name of a header", keyword);
        HeaderText.check("the value of " + keyword, value);
        if (!isSimpleRequest()) {
            pendingHeaders.add(keyword + ": " + value);
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
     * Ends the header section and sends it ("http.server: end_headers"). What a second call sends, after the head has gone
     * out, is content.
     *
     * @throws IOException if the connection fails
     */
    public void endHeaders() throws IOException {
        if (!isSimpleRequest()) {
            pendingHeaders.add("");
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
        List<String> lines = pendingHeaders;
        if (lines.isEmpty()) {
            return;
        }
        if (pendingHeadersEdited) {
            lines.forEach(line -> HeaderText.check("a line of pendingHeaders", line));
            pendingHeadersEdited = false;
        }
        pendingHeaders = new ArrayList<>();
        int last = lines.size() - 1;
        boolean isWhole = lines.get(last).isEmpty();
        if (isWhole) {
            lines.remove(last);
        }
        if (isWhole && last > 0 && wfile() == output()) {
            output().sendHead(lines);
        } else {
            wfile().write(isWhole ? HeadBytes.of(lines) : HeadBytes.unfinished(lines));
        }
    }

    /**
     * Returns the lines that {@link #flushHeaders()} would send (http.server's private {@code _headers_buffer}).
     *
     * @return the status line first, without line ends; the list may be edited
     */
    public List<String> pendingHeaders() {
        pendingHeadersEdited = true;
        return pendingHeaders;
    }

    /** Forgets the lines that are held back; false if there are none. */
    final boolean dropPendingHeaders() {
        boolean any = !pendingHeaders.isEmpty();
        pendingHeaders.clear();
        return any;
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
     * Returns the current time as the value of a field.
     *
     * @return {@code Sun, 06 Nov 1994 08:49:37 GMT} for example
     */
    public final String dateTimeString() {
        return dateTimeString(Instant.now());
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

    /** Tells whether the client speaks HTTP/0.9, which has no heads. */
    final boolean isSimpleRequest() {
        return requestVersion().equals("HTTP/0.9");
    }
}
