package dev.gangway.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What came back on one connection, with a mark in place of each value that differs from run to run: a {@code Server}
 * field with the default version string, a {@code Date} field, an {@code ETag} that a file handler made (CPython makes
 * none) and the date of a line of the log.
 *
 * @param response the bytes that the client received
 * @param log the lines that the handler logged
 * @param raised whether the handler threw something that the host had to deal with
 */
public record Answer(byte[] response, List<String> log, boolean raised) {
    private static final String SERVER_MARK = "\0server\0";
    private static final String DATE_MARK = "\0date\0";
    private static final String ETAG_MARK = "\0etag\0";
    private static final Pattern SERVER = Pattern.compile(
            "(?m)(?<=^Server: )(?:(?:Base|Simple|CGI)HTTP|WSGIServer)/\\S+ (?:Java|Python)/\\S+(?=\r\n)");
    private static final Pattern DATE = Pattern.compile(
            "(?m)(?<=^Date: )[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT(?=\r\n)");
    private static final Pattern ETAG = Pattern.compile("(?m)(?<=^ETag: )\"[0-9a-f]{1,16}-[0-9a-f]+\"(?=\r\n)");
    private static final Pattern LOG_DATE =
            Pattern.compile("(?<=^[^ ]{1,100} - - \\[)\\d\\d/[A-Z][a-z]{2}/\\d{4} \\d\\d:\\d\\d:\\d\\d(?=\\] )");

    private static final Pattern MARK = Pattern.compile("\\\\\\{(server|date|etag)\\}");
    private static final Pattern MARKED = Pattern.compile("\\\\x00(server|date|etag)\\\\x00");

    /** Marks what a host sent and logged. */
    public static Answer of(byte[] response, List<String> log, boolean raised) {
        String latin = new String(response, StandardCharsets.ISO_8859_1);
        latin = SERVER.matcher(latin).replaceAll(SERVER_MARK);
        latin = DATE.matcher(latin).replaceAll(DATE_MARK);
        latin = ETAG.matcher(latin).replaceAll(ETAG_MARK);
        List<String> marked = log.stream()
                .map(line -> LOG_DATE.matcher(line).replaceFirst(DATE_MARK))
                .toList();
        return new Answer(latin.getBytes(StandardCharsets.ISO_8859_1), marked, raised);
    }

    static Answer parse(List<String> response, List<String> log, boolean raised) {
        byte[] bytes = ByteText.unescape(response.stream().map(Answer::mark).toList());
        List<String> lines = log.stream()
                .map(line -> new String(ByteText.unescape(mark(line)), StandardCharsets.UTF_8))
                .toList();
        return new Answer(bytes, lines, raised);
    }

    /** Returns the same answer with other bytes. */
    public Answer withResponse(byte[] other) {
        return new Answer(other, log, raised);
    }

    private static String mark(String line) {
        return MARK.matcher(line).replaceAll("\\\\x00$1\\\\x00");
    }

    /** Returns the sections of a transcript. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("--- response\n");
        ByteText.escape(response).forEach(line -> text.append(unmark(line)).append('\n'));
        text.append("--- log\n");
        for (String line : log) {
            String escaped = String.join("", ByteText.escape(line.getBytes(StandardCharsets.UTF_8)));
            text.append(unmark(escaped)).append('\n');
        }
        return text.append(raised ? "--- raised\n" : "").toString();
    }

    private static String unmark(String line) {
        return MARKED.matcher(line).replaceAll("\\\\{$1}");
    }
}
