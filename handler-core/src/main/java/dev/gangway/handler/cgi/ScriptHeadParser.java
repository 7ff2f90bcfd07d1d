package dev.gangway.handler.cgi;

import dev.gangway.http.syntax.FieldLine;
import dev.gangway.http.syntax.Grammar;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the header section that a script prints, in any pieces, up to the empty line. Pure: no stream behind it. */
public final class ScriptHeadParser {
    private static final int MAX_BYTES = 65_536;
    private static final int MAX_LINES = 100;

    /** Fields between the server and the client; a script's own must not reach the client. */
    private static final Set<String> OURS =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "trailer", "upgrade", "server", "date");

    private final StringBuilder line = new StringBuilder();
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private int bytes;
    private int lines;
    private int status;
    private @Nullable String reason;
    private @Nullable String location;
    private long contentLength = -1;
    private boolean lengthIsBad;
    private boolean hasContentType;
    private boolean complete;

    /** Makes a parser that has read nothing. */
    public ScriptHeadParser() {}

    /**
     * Takes bytes up to the end of the header section.
     *
     * @param source where they are
     * @param offset where they begin
     * @param length how many there are
     * @return how many of them were taken; fewer than {@code length} only when the section is complete
     * @throws ScriptHeadException if they are no header section
     */
    public int accept(byte[] source, int offset, int length) throws ScriptHeadException {
        int taken = 0;
        while (taken < length && !complete) {
            char c = (char) (source[offset + taken++] & 0xff);
            checkBytes(++bytes);
            if (c == '\n') {
                endLine();
            } else {
                line.append(c);
            }
        }
        return taken;
    }

    /**
     * Tells whether the empty line has been read.
     *
     * @return whether {@link #head()} may be called
     */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Returns the head.
     *
     * @return the head
     * @throws IllegalStateException if it is not complete
     */
    public ScriptHead head() {
        if (!complete) {
            throw new IllegalStateException("the header section is not complete");
        }
        return new ScriptHead(
                status,
                reason,
                location,
                lengthIsBad ? -1 : contentLength,
                List.copyOf(fields),
                lines == 1 && location != null);
    }

    static void checkBytes(int count) throws ScriptHeadException {
        if (count > MAX_BYTES) {
            throw new ScriptHeadException("its header section is longer than " + MAX_BYTES + " bytes");
        }
    }

    static void checkLines(int count) throws ScriptHeadException {
        if (count > MAX_LINES) {
            throw new ScriptHeadException("its header section has more than " + MAX_LINES + " lines");
        }
    }

    private void endLine() throws ScriptHeadException {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        String text = line.toString();
        line.setLength(0);
        if (text.isEmpty()) {
            if (status == 0 && location == null && !hasContentType) {
                throw new ScriptHeadException("its header section has none of Content-Type, Location and Status");
            }
            complete = true;
            return;
        }
        checkLines(++lines);
        addField(text);
    }

    private void addField(String text) throws ScriptHeadException {
        Map.Entry<String, String> field = FieldLine.parse(text);
        if (field == null || !Grammar.isToken(field.getKey())) {
            throw new ScriptHeadException("it printed a line that is no header field: " + shown(text));
        }
        String name = field.getKey();
        String value = field.getValue();
        if (value.indexOf('\0') >= 0 || value.indexOf('\r') >= 0) {
            throw new ScriptHeadException("it printed a header field with NUL or CR in it: " + name);
        }
        switch (name.toLowerCase(Locale.ROOT)) {
            case "status" -> status(value);
            case "location" -> location = unique(location, value, name);
            case "content-length" -> length(value);
            case "transfer-encoding" -> coding(value);
            case "content-type" -> {
                hasContentType = true;
                add(name, value);
            }
            default -> add(name, value);
        }
    }

    private void add(String name, String value) {
        if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
            fields.add(new SimpleImmutableEntry<>(name, value));
        }
    }

    private void status(String value) throws ScriptHeadException {
        boolean wellFormed = value.length() >= 3
                && Grammar.isDigit(value.charAt(0))
                && Grammar.isDigit(value.charAt(1))
                && Grammar.isDigit(value.charAt(2))
                && (value.length() == 3 || value.charAt(3) == ' ');
        int code = wellFormed ? Integer.parseInt(value.substring(0, 3)) : 0;
        if (code < 200 || code > 599 || status != 0) {
            throw new ScriptHeadException("its Status is none, or not its only one: " + shown(value));
        }
        status = code;
        String phrase = Grammar.strip(value.substring(3));
        reason = phrase.isEmpty() ? null : phrase;
    }

    private void length(String value) {
        long parsed = Grammar.length(value);
        lengthIsBad |= parsed < 0 || contentLength >= 0 && contentLength != parsed;
        contentLength = parsed;
    }

    /** The server frames what the script prints: chunks of the script's own would be content, and other codings not undone. */
    private static void coding(String value) throws ScriptHeadException {
        if (Grammar.listContains(value, "chunked")) {
            throw new ScriptHeadException("it printed Transfer-Encoding: " + shown(value)
                    + "; a script prints its content without chunks, since the server frames it");
        }
    }

    private static String unique(@Nullable String before, String value, String name) throws ScriptHeadException {
        if (before != null || value.isEmpty()) {
            throw new ScriptHeadException("it printed more than one " + name + ", or an empty one");
        }
        return value;
    }

    private static String shown(String text) {
        return "\"" + text.substring(0, Math.min(text.length(), 60)) + "\"";
    }
}
