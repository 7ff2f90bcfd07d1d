package dev.gangway.http.syntax;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of header fields such as {@code Date} and {@code Last-Modified} (RFC 9110 §5.6.7). */
public final class HttpDate {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final long DAY_SECONDS = 86_400;
    private static final long EARLIEST = LocalDate.of(1, 1, 1).toEpochDay() * DAY_SECONDS;
    private static final long LATEST = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY_SECONDS - 1;

    /** Dates that were formatted lately, by the last bits of the second; a lost update costs only another formatting. */
    private static final @Nullable Written[] RECENT = new @Nullable Written[64];

    /** The three forms of a date, made when the first one is read. */
    private static final class Forms {
        private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
        private static final String LONG_DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
        private static final String MONTH = "(?<month>" + String.join("|", MONTHS) + ")";
        private static final String TIME = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";
        static final Pattern IMF_FIXDATE =
                Pattern.compile(DAY + ", (?<day>[0-9]{2}) " + MONTH + " (?<year>[0-9]{4}) " + TIME + " GMT");
        static final Pattern RFC850_DATE =
                Pattern.compile(LONG_DAY + ", (?<day>[0-9]{2})-" + MONTH + "-(?<year>[0-9]{2}) " + TIME + " GMT");
        static final Pattern ASCTIME_DATE =
                Pattern.compile(DAY + " " + MONTH + " (?<day>[0-9]{2}| [0-9]) " + TIME + " (?<year>[0-9]{4})");

        static final List<Pattern> ALL = List.of(IMF_FIXDATE, RFC850_DATE, ASCTIME_DATE);
    }

    private record Written(long second, String text) {}

    private HttpDate() {}

    /**
     * Writes a date as IMF-fixdate, {@code Sun, 06 Nov 1994 08:49:37 GMT} for example ({@code
     * email.utils.formatdate(timestamp, usegmt=True)}).
     *
     * @param instant the time; a fraction of a second is cut off. Before the year 1 or after 9999, where Python fails,
     *     the first or last second that has four digits is written
     * @return 29 characters
     */
    public static String format(Instant instant) {
        long second = Math.max(EARLIEST, Math.min(LATEST, instant.getEpochSecond()));
        int slot = (int) second & (RECENT.length - 1);
        Written recent = RECENT[slot];
        if (recent == null || recent.second() != second) {
            recent = new Written(second, write(second));
            RECENT[slot] = recent;
        }
        return recent.text();
    }

    /**
     * Returns the short name of a month, as the dates of HTTP and of logs have it.
     *
     * @param number 1 to 12
     * @return {@code Jan} to {@code Dec}
     */
    public static String month(int number) {
        return MONTHS.get(number - 1);
    }

    private static String write(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(29);
        // Not getDayOfWeek(), for which the JVM would load all that reads and writes dates. The first of January 1970
        // was a Thursday.
        text.append(DAYS[Math.floorMod(Math.floorDiv(epochSecond, DAY_SECONDS) + 3, 7)])
                .append(", ");
        twoDigits(text, time.getDayOfMonth()).append(' ');
        text.append(month(time.getMonthValue())).append(' ');
        twoDigits(text, time.getYear() / 100);
        twoDigits(text, time.getYear() % 100).append(' ');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond());
        return text.append(" GMT").toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /**
     * Reads a date in one of the three forms that RFC 9110 §5.6.7 has, and in no other. The name of the day has to be
     * one, not the right one.
     *
     * @param text the value of a field
     * @return the time, a leap second as the second before it; null if the text is no such date
     */
    public static @Nullable Instant parse(String text) {
        return parse(text, Year.now(ZoneOffset.UTC).getValue());
    }

    /**
     * Reads a date as {@link #parse(String)} does, at another time.
     *
     * @param text the value of a field
     * @param currentYear the year in which it is read: a year of two digits is at most 50 years later
     * @return the time; null if the text is no such date
     */
    static @Nullable Instant parse(String text, int currentYear) {
        for (Pattern form : Forms.ALL) {
            Matcher date = form.matcher(text);
            if (date.matches()) {
                int year = number(date, "year");
                return instant(form == Forms.RFC850_DATE ? fullYear(year, currentYear) : year, date);
            }
        }
        return null;
    }

    private static int fullYear(int lastDigits, int currentYear) {
        int year = currentYear - Math.floorMod(currentYear, 100) + lastDigits;
        return year > currentYear + 50 ? year - 100 : year;
    }

    private static @Nullable Instant instant(int year, Matcher date) {
        if (year == 0) {
            return null;
        }
        try {
            int month = MONTHS.indexOf(date.group("month")) + 1;
            int second = Math.min(number(date, "second"), number(date, "second") == 60 ? 59 : 60);
            return LocalDateTime.of(
                            year, month, number(date, "day"), number(date, "hour"), number(date, "minute"), second)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group).strip());
    }

    /**
     * Reads a date as CPython's {@code SimpleHTTPRequestHandler} reads {@code If-Modified-Since}: whatever {@code
     * email.utils.parsedate_to_datetime} makes sense of, if it is in UTC or names no zone that Python knows.
     *
     * @param text the value of the field
     * @return the time; null where CPython ignores the field
     */
    public static @Nullable Instant parseLenient(String text) {
        return LenientDate.parse(text);
    }
}
