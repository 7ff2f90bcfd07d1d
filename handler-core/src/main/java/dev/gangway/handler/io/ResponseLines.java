package dev.gangway.handler.io;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.syntax.FieldLine;
import dev.gangway.http.syntax.Grammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The head of a response as lines without line ends, the status line first; knows what the lines say of the content,
 * and adds what they have to say but do not.
 */
final class ResponseLines {
    private static final String CONTENT_LENGTH = "Content-Length:";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding:";
    private static final String CONNECTION = "Connection:";

    private final List<String> lines;
    private final int status;
    private long length = -1;
    private boolean lengthIsBad;
    private boolean coded;
    private boolean chunked;
    private boolean saysClose;
    private boolean saysConnection;

    /**
     * Reads the lines.
     *
     * @param lines the status line and the field lines; edited by {@link #complete}
     */
    ResponseLines(List<String> lines) {
        this.lines = lines;
        this.status = status(lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            scan(lines.get(i));
        }
    }

    /** Returns the status code of a status line (RFC 9112 §4), or −1 if the line is none. */
    static int status(String line) {
        boolean wellFormed = line.length() >= 12
                && line.startsWith("HTTP/")
                && line.charAt(8) == ' '
                && (line.length() == 12 || line.charAt(12) == ' ');
        if (!wellFormed) {
            return -1;
        }
        int status = 0;
        for (int i = 9; i < 12; i++) {
            if (!Grammar.isDigit(line.charAt(i))) {
                return -1;
            }
            status = status * 10 + (line.charAt(i) - '0');
        }
        return status;
    }

    int status() {
        return status;
    }

    boolean isInterim() {
        return status >= 100 && status < 200 && status != 101;
    }

    long length() {
        return length;
    }

    List<String> lines() {
        return lines;
    }

    /** Tells whether both directions are raw behind this head, if it answers a request with this method. */
    boolean isUpgrade(String method) {
        return status == 101 || (method.equals("CONNECT") && status / 100 == 2);
    }

    /**
     * Makes the head say whether the connection persists, where a client could not tell otherwise, and take back what
     * the client would not understand.
     *
     * @return the content, as the head announces it
     */
    ResponseContent complete(Exchange exchange, ResponseWire wire) {
        ResponseContent content = content(exchange, wire);
        if (status == 204) {
            // RFC 9110 §8.6 and RFC 9112 §6.1 forbid what a client might wait for.
            removeFields(CONTENT_LENGTH);
            removeFields(TRANSFER_ENCODING);
        }
        boolean untilClose = content instanceof UntilClose;
        if (coded) {
            removeFields(CONTENT_LENGTH);
            if (chunked && !exchange.understandsChunks()) {
                removeFields(TRANSFER_ENCODING);
                untilClose = !exchange.method().equals("HEAD");
            }
        }
        if (saysClose) {
            exchange.close();
        } else if (!exchange.closes()) {
            completePersistence(exchange, untilClose || exchange.mustClose());
        }
        return content;
    }

    private void completePersistence(Exchange exchange, boolean closes) {
        if (closes) {
            removeFields(CONNECTION);
            lines.add(CONNECTION + " close");
            exchange.close();
            return;
        }
        Duration keepAlive = exchange.keepAlive();
        if (!saysConnection && (keepAlive != null || !exchange.understandsChunks())) {
            lines.add(CONNECTION + " keep-alive");
            if (keepAlive != null) {
                lines.add("Keep-Alive: timeout=" + keepAlive.toSeconds());
            }
        }
    }

    private ResponseContent content(Exchange exchange, ResponseWire wire) {
        if (exchange.method().equals("HEAD") || status == 204 || status == 304) {
            return NoContent.INSTANCE;
        }
        if (coded && chunked) {
            return new OwnChunks(wire, !(wire.isStream() && exchange.understandsChunks()));
        }
        return coded || length < 0 || lengthIsBad ? new UntilClose(wire) : new FixedLength(wire, length);
    }

    /** Returns the head in parts, without the transfer coding, which is between the host and the client. */
    ResponseHead toHead() {
        String statusLine = lines.get(0);
        List<Map.Entry<String, String>> fields = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            Map.Entry<String, String> field = FieldLine.parse(line);
            if (field != null && !isField(line, TRANSFER_ENCODING)) {
                fields.add(field);
            }
        }
        String reason = statusLine.length() > 13 ? statusLine.substring(13) : "";
        return new ResponseHead(statusLine.substring(0, 8), status, reason, fields);
    }

    private void scan(String line) {
        // Most lines are ruled out by their first letter.
        switch (line.isEmpty() ? 0 : line.charAt(0) | 0x20) {
            case 'c' -> {
                if (isField(line, CONTENT_LENGTH)) {
                    scanLength(Grammar.strip(line, CONTENT_LENGTH.length()));
                } else if (isField(line, CONNECTION)) {
                    saysConnection = true;
                    saysClose |= Grammar.listContains(line.substring(CONNECTION.length()), "close");
                }
            }
            case 't' -> {
                if (isField(line, TRANSFER_ENCODING)) {
                    String list = line.substring(TRANSFER_ENCODING.length());
                    coded |= !Grammar.strip(list).equalsIgnoreCase("identity");
                    chunked = Grammar.listContains(list.substring(list.lastIndexOf(',') + 1), "chunked");
                }
            }
            default -> {}
        }
    }

    private void scanLength(String digits) {
        long value = Grammar.length(digits);
        lengthIsBad |= value < 0 || (length >= 0 && length != value);
        length = value;
    }

    private void removeFields(String nameAndColon) {
        lines.removeIf(line -> isField(line, nameAndColon));
    }

    private static boolean isField(String line, String nameAndColon) {
        return Grammar.matchesIgnoringCase(line, 0, nameAndColon);
    }
}
