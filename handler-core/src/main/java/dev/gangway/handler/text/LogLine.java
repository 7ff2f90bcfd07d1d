package dev.gangway.handler.text;

import dev.gangway.http.syntax.HttpDate;
import dev.gangway.http.syntax.PythonText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: {@code 127.0.0.1 - - [21/Nov/2026 07:14:00] "GET / HTTP/1.1" 200 -}.
 *
 * <p>Nothing in it starts another line or speaks to the terminal.
 */
public final class LogLine {
    /** The date that was written last: many lines have the same. A lost update costs only the writing again. */
    private static @Nullable Written lastWritten;

    private record Written(long second, TimeZone zone, String text) {}

    private LogLine() {}

    /**
     * Puts a line together ({@code log_message}).
     *
     * @param address who asked, {@code addressString()}
     * @param date when, {@code logDateTimeString()}
     * @param message what there is to say
     * @return the line without a line end, address and message {@linkplain #escape(String) escaped}
     */
    public static String of(String address, String date, String message) {
        return escape(address) + " - - [" + date + "] " + escape(message);
    }

    /**
     * Escapes control characters and backslashes, as CPython does, and the line separators U+2028 and U+2029.
     *
     * @param text any text
     * @return the text with C0, DEL and C1 as {@code \xNN} and backslashes doubled; itself if there are none
     */
    public static String escape(String text) {
        int i = 0;
        while (i < text.length() && !isEscaped(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            escape(escaped, text.charAt(i));
        }
        return escaped.toString();
    }

    private static void escape(StringBuilder escaped, char c) {
        if (!isEscaped(c)) {
            escaped.append(c);
        } else if (c == '\\') {
            escaped.append("\\\\");
        } else if (c <= 0xff) {
            PythonText.hex(escaped.append("\\x"), c, 2);
        } else {
            PythonText.hex(escaped.append("\\u"), c, 4);
        }
    }

    private static boolean isEscaped(char c) {
        return c < 0x20 || c == '\\' || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029';
    }

    /**
     * Writes the date of a line ({@code log_date_time_string}).
     *
     * @param time the time
     * @param zone where the reader's clock stands; of the older kind, since for the newer one the JVM reads the rules of all
     *     zones, which would take a third of the time that the first response of a server takes
     * @return {@code 21/Nov/2026 07:14:00} for example, with English names whatever the locale
     */
    public static String logDate(Instant time, TimeZone zone) {
        long second = time.getEpochSecond();
        Written written = lastWritten;
        if (written == null || written.second() != second || !written.zone().equals(zone)) {
            written = new Written(second, zone, write(second + zone.getOffset(second * 1000) / 1000));
            lastWritten = written;
        }
        return written.text();
    }

    private static String write(long localSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(localSecond, 0, ZoneOffset.UTC);
        StringBuilder date = new StringBuilder(20);
        number(date, time.getDayOfMonth(), 2);
        date.append('/').append(HttpDate.month(time.getMonthValue())).append('/');
        number(date, time.getYear(), 4);
        number(date.append(' '), time.getHour(), 2);
        number(date.append(':'), time.getMinute(), 2);
        number(date.append(':'), time.getSecond(), 2);
        return date.toString();
    }

    private static void number(StringBuilder text, int number, int digits) {
        String shortest = Integer.toString(number);
        text.append("0".repeat(Math.max(0, digits - shortest.length()))).append(shortest);
    }
}
