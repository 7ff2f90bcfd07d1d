package dev.gangway.standalone.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a request is written into the log, a line each. Nothing that a client sends can begin another line or move a terminal. */
public enum RequestLogFormat {
    /** As Python's {@code http.server} does, before the content is sent; not by this class. */
    PYTHON,
    /** The Common Log Format. */
    COMMON,
    /** The same with {@code Referer} and {@code User-Agent}. */
    COMBINED,
    /** A JSON object. */
    JSON;

    private static final class Dates {
        static final DateTimeFormatter COMMON = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
    }

    /**
     * Returns the format of a name.
     *
     * @param name {@code python}, {@code common}, {@code combined} or {@code json}
     * @return the format
     */
    public static RequestLogFormat named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Writes a request.
     *
     * @param request the request
     * @param zone the zone of times in the common formats
     * @return a line without its end
     * @throws IllegalStateException for {@link #PYTHON}, which handlers write themselves
     */
    public String line(LoggedRequest request, ZoneId zone) {
        return switch (this) {
            case PYTHON -> throw new IllegalStateException("handlers write this format themselves");
            case COMMON -> common(request, zone);
            case COMBINED ->
                common(request, zone) + ' ' + quoted(request.referer()) + ' ' + quoted(request.userAgent());
            case JSON -> json(request);
        };
    }

    private static String common(LoggedRequest request, ZoneId zone) {
        String user = request.user();
        return request.client() + " - " + (user == null ? "-" : escaped(user.replace(' ', '_'))) + " ["
                + Dates.COMMON.format(ZonedDateTime.ofInstant(request.time(), zone)) + "] "
                + quoted(request.requestline()) + ' ' + request.status() + ' '
                + (request.bytes() == 0 ? "-" : Long.toString(request.bytes()));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "\"-\"" : "\"" + escaped(text) + "\"";
    }

    /** As Apache does: quotes, backslashes, and all but the visible characters of ASCII. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                escaped.append(c > 0xff ? "\\u" : "\\x");
                escaped.append(String.format(c > 0xff ? "%04x" : "%02x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * Writes a message about no single request as a JSON object, so that each line of the log is one.
     *
     * @param time when it was said
     * @param text one line, or several
     * @return a line without its end, with the members {@code time} and {@code message}
     */
    public static String message(Instant time, String text) {
        StringBuilder json = begin(time);
        member(json, "message", text);
        return json.append('}').toString();
    }

    private static StringBuilder begin(Instant time) {
        return new StringBuilder(256)
                .append("{\"time\":\"")
                .append(time.truncatedTo(ChronoUnit.MILLIS))
                .append('"');
    }

    private static String json(LoggedRequest request) {
        StringBuilder json = begin(request.time());
        member(json, "client", request.client());
        member(json, "user", request.user());
        member(json, "method", request.method());
        member(json, "path", request.path());
        member(json, "protocol", request.protocol());
        json.append(",\"status\":").append(request.status());
        json.append(",\"bytes\":").append(request.bytes());
        json.append(",\"duration_ms\":").append(request.duration().toNanos() / 1_000_000.0);
        member(json, "referer", request.referer());
        member(json, "user_agent", request.userAgent());
        member(json, "traceparent", request.traceparent());
        return json.append('}').toString();
    }

    private static void member(StringBuilder json, String name, @Nullable String value) {
        json.append(",\"").append(name).append("\":");
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append("\\u").append(String.format("%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
