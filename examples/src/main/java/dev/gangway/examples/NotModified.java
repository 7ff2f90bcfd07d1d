package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Answers {@code If-Modified-Since} and HEAD by hand. */
public final class NotModified extends BaseHTTPRequestHandler {
    private static final Instant CHANGED = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = "a report that seldom changes\n".getBytes(UTF_8);

    public NotModified() {
        protocolVersion("HTTP/1.1");
    }

    public void do_HEAD() throws IOException {
        sendReport(true);
    }

    public void do_GET() throws IOException {
        sendReport(false);
    }

    private void sendReport(boolean head) throws IOException {
        if (!changedSince(headers().get("If-Modified-Since", ""))) {
            sendResponse(304);
            endHeaders();
            return;
        }
        sendResponse(200);
        sendHeader("Content-Type", "text/plain");
        sendHeader("Content-Length", BODY.length);
        sendHeader("Last-Modified", dateTimeString(CHANGED));
        endHeaders();
        if (!head) {
            wfile().write(BODY);
        }
    }

    private static boolean changedSince(String date) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))
                    .isBefore(CHANGED);
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
