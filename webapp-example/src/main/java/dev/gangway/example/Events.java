package dev.gangway.example;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends server-sent events: {@code ?count=3&millis=200} is three of them, with a fifth of a second between. */
public class Events extends BaseHTTPRequestHandler {
    private static final int MAX_COUNT = 1000;
    private static final int MAX_MILLIS = 10_000;

    /** Makes a handler. */
    public Events() {}

    /**
     * Sends the events, each as soon as it is there.
     *
     * @throws IOException if the connection fails
     */
    public void do_GET() throws IOException {
        int count = parameter("count", 10, MAX_COUNT);
        int millis = parameter("millis", 1000, MAX_MILLIS);
        sendResponse(200);
        sendHeader("Content-Type", "text/event-stream");
        sendHeader("Cache-Control", "no-store");
        endHeaders();
        for (int number = 1; number <= count; number++) {
            if (number > 1 && !pause(millis)) {
                return;
            }
            String event = "id: " + number + "\ndata: " + Instant.now() + "\n\n";
            wfile().write(event.getBytes(StandardCharsets.UTF_8));
            wfile().flush();
        }
    }

    private int parameter(String name, int usual, int max) {
        Matcher value = Pattern.compile("[?&]" + name + "=(\\d{1,6})(?:&|$)").matcher(path());
        return value.find() ? Math.min(max, Integer.parseInt(value.group(1))) : usual;
    }

    /** Waits; false if the server stops meanwhile. */
    private static boolean pause(int millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
