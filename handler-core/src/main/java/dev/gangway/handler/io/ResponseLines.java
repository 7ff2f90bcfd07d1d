package dev.gangway.handler.io;

import dev.gangway.host.ResponseHead;
import dev.gangway.http.syntax.Grammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response as lines without line ends, the status line first; knows what the lines say of the content,
 * adds what they have to say but do not, and takes back what clients would read in more than one way.
 */
final class ResponseLines {
    /** Where the status code ends in a status line. */
    static final int STATUS_END = 12;

    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final String CONNECTION = "Connection";

    private final List<HeadLine> lines;
    private final int sent;
    private final boolean unclear;
    private final int status;
    private long length = -1;
    private int lengths;
    private boolean lengthIsBad;
    private @Nullable TransferCodings codings;
    private boolean saysClose;
    private boolean saysKeepAlive;
    private boolean saysConnection;

    /**
     * Reads the lines.
     *
     * @param lines the status line and the field lines; edited by {@link #complete}
     */
    ResponseLines(List<HeadLine> lines) {
        this(lines, 0, false);
    }

    /**
     * Reads the lines of a head that was written as raw bytes.
     *
     * @param head a complete head
     */
    ResponseLines(RawHead head) {
        this(HeadLine.of(head.lines()), head.released(), head.isUnclear());
    }

    private ResponseLines(List<HeadLine> lines, int sent, boolean unclear) {
        this.lines = lines;
        this.sent = sent;
        this.unclear = unclear;
        this.status = status(lines.get(0).toString());
        for (int i = 1; i < lines.size(); i++) {
            scan(lines.get(i));
        }
    }

    /** Returns the status code of a status line (RFC 9112 §4), or −1 if the line is none. */
    static int status(String line) {
        boolean wellFormed = line.length() >= STATUS_END
                && line.startsWith("HTTP/")
                && Grammar.isDigit(line.charAt(5))
                && line.charAt(6) == '.'
                && Grammar.isDigit(line.charAt(7))
                && line.charAt(8) == ' '
                && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
        return wellFormed ? (int) Grammar.digits(line, 9, STATUS_END) : -1;
    }

    /** Tells whether a line says how the content ends, or the connection. */
    static boolean framesContent(HeadLine line) {
        return line.isField(CONTENT_LENGTH) || line.isField(TRANSFER_ENCODING) || line.isField(CONNECTION);
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

    /** Returns the lines that the client has not seen. */
    List<HeadLine> unsent() {
        return sent == 0 ? lines : lines.subList(sent, lines.size());
    }

    /** Tells whether both directions are raw behind this head, if it answers a request with this method. */
    boolean isUpgrade(String method) {
        return status == 101 || (method.equals("CONNECT") && status / 100 == 2);
    }

    /** Takes back what promises content behind a head that has none: 1xx, 204, 2xx to CONNECT (RFC 9110 §8.6, RFC 9112 §6.1). */
    void promiseNothing() {
        removeFields(CONTENT_LENGTH, lengths > 0);
        removeFields(TRANSFER_ENCODING, codings != null);
    }

    /**
     * Makes the head say whether the connection persists, where a client could not tell otherwise, and take back what
     * the client would not understand, or not as it is meant.
     *
     * @return the content, as the head announces it
     */
    ResponseContent complete(Exchange exchange, ResponseWire wire) {
        boolean none = exchange.method().equals("HEAD") || status == 204 || status == 304;
        ResponseContent content = none ? NoContent.INSTANCE : content(exchange, wire);
        if (status == 204) {
            promiseNothing();
        } else {
            settleLength(saysClose || exchange.closes());
            settleCodings(exchange);
        }
        // A host that frames content itself ends chunks that were taken apart, if the client knows chunks.
        boolean untilClose = !content.isEndPromised() && (content.mayEndHere() || !exchange.understandsChunks());
        settleConnection(exchange, untilClose);
        return content;
    }

    private ResponseContent content(Exchange exchange, ResponseWire wire) {
        if (codings != null && codings.isCoded()) {
            boolean understood = wire.isStream() && exchange.understandsChunks() && !unclear;
            return codings.endsInChunks() ? new OwnChunks(wire, !understood) : new UntilClose(wire);
        }
        return length < 0 || lengthIsBad || unclear ? new UntilClose(wire) : new FixedLength(wire, length);
    }

    /** Leaves one length that all clients read alike, or none; the last response on a connection stays as it was written. */
    private void settleLength(boolean isLast) {
        boolean noLength = unclear || (codings != null && codings.isCoded());
        if (lengths > 0 && (noLength || (!isLast && (lengths > 1 || lengthIsBad)))) {
            removeFields(CONTENT_LENGTH, true);
            if (!noLength && !lengthIsBad) {
                lines.add(HeadLine.of(CONTENT_LENGTH, Long.toString(length)));
            }
        }
    }

    private void settleCodings(Exchange exchange) {
        if (codings == null) {
            return;
        }
        boolean chunks = codings.isChunkedAlone();
        if (!codings.isCoded() || unclear || status == 304 || !exchange.understandsChunks()) {
            removeFields(TRANSFER_ENCODING, true);
        } else if (chunks && !codings.isPlain()) {
            removeFields(TRANSFER_ENCODING, true);
            lines.add(HeadLine.of(TRANSFER_ENCODING, "chunked"));
        }
    }

    private void settleConnection(Exchange exchange, boolean endsWithConnection) {
        boolean mustClose = exchange.mustClose();
        boolean last = endsWithConnection || unclear || isCodedForFew() || mustClose;
        if (saysClose) {
            exchange.close();
        } else if (last && (!exchange.closes() || saysKeepAlive || mustClose)) {
            removeFields(CONNECTION, saysConnection);
            lines.add(HeadLine.of(CONNECTION, "close"));
            exchange.close();
        } else if (!exchange.closes() && !saysConnection) {
            addPersistence(exchange);
        }
    }

    private void addPersistence(Exchange exchange) {
        Duration keepAlive = exchange.keepAlive();
        if (keepAlive != null || !exchange.understandsChunks()) {
            lines.add(HeadLine.of(CONNECTION, "keep-alive"));
            if (keepAlive != null) {
                lines.add(HeadLine.of("Keep-Alive", "timeout=" + keepAlive.toSeconds()));
            }
        }
    }

    /** Many clients know no coding but chunked, and some look for it in HTTP/1.1 alone: they find another end. */
    private boolean isCodedForFew() {
        return codings != null
                && codings.isCoded()
                && !(codings.isChunkedAlone() && lines.get(0).toString().startsWith("HTTP/1.1"));
    }

    /** Returns the head in parts, without the transfer coding, which is between the host and the client. */
    ResponseHead toHead() {
        String statusLine = lines.get(0).toString();
        List<Map.Entry<String, String>> fields = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            Map.Entry<String, String> field = lines.get(i).field();
            if (field != null && !lines.get(i).isField(TRANSFER_ENCODING)) {
                fields.add(field);
            }
        }
        String reason = statusLine.length() > STATUS_END + 1 ? statusLine.substring(STATUS_END + 1) : "";
        return new ResponseHead(statusLine.substring(0, 8), status, reason, fields);
    }

    private void scan(HeadLine line) {
        // Most lines are ruled out by their first letter.
        switch (line.first() | 0x20) {
            case 'c' -> {
                if (line.isField(CONTENT_LENGTH)) {
                    scanLengths(line.value());
                } else if (line.isField(CONNECTION)) {
                    String list = line.value();
                    saysConnection = true;
                    saysClose |= Grammar.listContains(list, "close");
                    saysKeepAlive |= Grammar.listContains(list, "keep-alive");
                }
            }
            case 't' -> {
                if (line.isField(TRANSFER_ENCODING)) {
                    codings = TransferCodings.of(line.value(), codings);
                }
            }
            default -> {}
        }
    }

    /** One field may hold a list of lengths, which are good if they are equal (RFC 9110 §8.6). */
    private void scanLengths(String list) {
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            long value = Grammar.length(Grammar.strip(list.substring(start, end)));
            lengthIsBad |= value < 0 || (lengths > 0 && length != value);
            length = value;
            lengths++;
            start = end + 1;
        }
    }

    private void removeFields(String name, boolean any) {
        if (any) {
            lines.removeIf(line -> line.isField(name));
        }
    }
}
