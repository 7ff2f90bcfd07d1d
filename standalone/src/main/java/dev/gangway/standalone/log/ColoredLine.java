package dev.gangway.standalone.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colors a line of the log as CPython 3.15 does: who and when in grey, the path in cyan, the status by its class, an error in yellow.
 * The characters of the line stay; a terminal shows nothing else.
 */
public final class ColoredLine {
    private static final String RESET = "\u001b[0m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";
    private static final String GREY = "\u001b[90m";
    private static final String BRIGHT_CYAN = "\u001b[96m";

    /** Client, date, message. */
    private static final Pattern LINE = Pattern.compile("(\\S+ - - \\[[^\\]]*\\]) (.*)");

    /** Request line, status, size. */
    private static final Pattern REQUEST = Pattern.compile("\"(.*)\" (\\d{3}|-) (\\d+|-)");

    /** Method, path, the rest of a request line, with the white space between. */
    private static final Pattern WORDS = Pattern.compile("(\\s*\\S+\\s+)(\\S+)(\\s+\\S.*)");

    private ColoredLine() {}

    /**
     * Colors a line.
     *
     * @param line a line of the log, in which control characters are escaped; other lines of a server's own are left as they are
     * @return the line with the codes of ECMA-48 in it
     */
    public static String of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return line;
        }
        String message = parts.group(2);
        Matcher request = REQUEST.matcher(message);
        return GREY + parts.group(1) + RESET + " "
                + (request.matches()
                        ? request(request.group(1), request.group(2), request.group(3))
                        : YELLOW + message + RESET);
    }

    private static String request(String requestLine, String code, String size) {
        Matcher words = WORDS.matcher(requestLine);
        String shown = words.matches() ? words.group(1) + CYAN + words.group(2) + RESET + words.group(3) : requestLine;
        return "\"" + shown + "\" " + color(code) + code + " " + GREY + size + RESET;
    }

    private static String color(String code) {
        return switch (code.charAt(0)) {
            case '1' -> RESET;
            case '2' -> GREEN;
            case '3' -> BRIGHT_CYAN;
            case '4' -> YELLOW;
            case '-' -> "";
            default -> RED;
        };
    }
}
