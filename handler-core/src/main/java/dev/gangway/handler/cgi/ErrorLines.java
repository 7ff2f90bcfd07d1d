package dev.gangway.handler.cgi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts the error output of a script into lines for the log, and keeps it from flooding the log. */
public final class ErrorLines {
    private static final int MAX_LINE_BYTES = 2048;
    private static final int MAX_LINES_PER_SECOND = 100;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Consumer<String> log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean truncated;
    private long secondNanos = System.nanoTime();
    private int lines;
    private long dropped;

    /**
     * Makes an empty one.
     *
     * @param log takes each line, without its end
     */
    public ErrorLines(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Takes bytes in any pieces.
     *
     * @param bytes where they are
     * @param length how many there are from the beginning
     */
    public void accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                end();
            } else if (line.size() < MAX_LINE_BYTES) {
                line.write(bytes[i]);
            } else {
                truncated = true;
            }
        }
    }

    /** Takes the end of the output: a line without an end is one too. */
    public void finish() {
        if (line.size() > 0) {
            end();
        }
        reportDropped();
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        long now = System.nanoTime();
        if (now - secondNanos >= SECOND_NANOS) {
            reportDropped();
            secondNanos = now;
            lines = 0;
        }
        if (lines++ < MAX_LINES_PER_SECOND) {
            log.accept(truncated ? shown + " ..." : shown);
        } else {
            dropped++;
        }
        truncated = false;
    }

    private void reportDropped() {
        if (dropped > 0) {
            log.accept("(" + dropped + " more lines)");
            dropped = 0;
        }
    }
}
