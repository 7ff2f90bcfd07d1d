package dev.gangway.porting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Python's module {@code email.utils}. */
public final class EmailUtils {
    private EmailUtils() {}

    private static ZonedDateTime parse(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (DateTimeParseException e) {
            throw new ValueError("Invalid date value or format " + Python.repr(text));
        }
    }

    /** Returns {@code parsedate_to_datetime(text)}. */
    public static DateTime parsedateToDatetime(String date) {
        ZonedDateTime time = parse(date);
        return new DateTime(time.toLocalDateTime(), time.getOffset());
    }

    /** Returns {@code parsedate(text)}, or null. */
    public static @Nullable DateTime parsedate(@Nullable String date) {
        try {
            return date == null ? null : new DateTime(parse(date).toLocalDateTime(), null);
        } catch (ValueError e) {
            return null;
        }
    }

    /** Returns {@code formatdate()}. */
    public static String formatdate() {
        return formatdate(Time.time());
    }

    /** Returns {@code formatdate(seconds)}. */
    public static String formatdate(@Nullable Object timeval) {
        return formatted(timeval, "-0000");
    }

    /** Returns {@code formatdate(seconds, usegmt=…)}. */
    public static String formatdate(@Nullable Object timeval, Keywords keywords) {
        return formatted(timeval, keywords.truth("usegmt") ? "GMT" : "-0000");
    }

    private static String formatted(@Nullable Object seconds, String zone) {
        Instant time = Instant.ofEpochSecond((long) (seconds == null ? Time.time() : Ported.asDouble(seconds)));
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss ", Locale.ENGLISH)
                        .format(time.atOffset(ZoneOffset.UTC))
                + zone;
    }
}
