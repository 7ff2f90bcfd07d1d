package dev.gangway.handler;

import dev.gangway.handler.text.IpAddress;
import dev.gangway.handler.text.LogFormat;
import dev.gangway.handler.text.LogLine;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The log methods of {@link BaseHTTPRequestHandler}. None of them throws. */
abstract class HandlerLog extends HandlerAttributes {
    /** The client's address as it was written last: it is the same in every line of a connection. */
    private String addressText = "";

    private @Nullable InetSocketAddress writtenAddress;

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
     * request line, the code and the size.
     *
     * @param code the status code, or {@code -}
     * @param size the size in bytes, or {@code -}
     */
    public void logRequest(String code, String size) {
        logMessage("\"%s\" %s %s", requestline(), code, size);
    }

    /**
     * Logs that a request cannot be fulfilled ("http.server: log_error"). The default calls {@link #logMessage(String,
     * Object...)}.
     *
     * @param format a format as of {@link java.util.Formatter}; Python's {@code %r} is understood too
     * @param args what the format refers to
     */
    public void logError(String format, Object... args) {
        logMessage(format, args);
    }

    /**
     * Logs a message ("http.server: log_message"): the client's address, the date and the message, control characters
     * escaped. Every other log method ends here.
     *
     * @param format a format as of {@link java.util.Formatter}; Python's {@code %r} is understood too
     * @param args what the format refers to
     */
    public void logMessage(String format, Object... args) {
        server().log(LogLine.of(addressString(), logDateTimeString(), LogFormat.format(format, args)));
    }

    /**
     * Returns the time for the log ("http.server: log_date_time_string").
     *
     * @return the time in the system's zone, {@code 21/Nov/2026 07:14:00} for example
     */
    public String logDateTimeString() {
        return LogLine.logDate(Instant.now(), TimeZone.getDefault());
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
}
