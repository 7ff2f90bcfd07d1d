package dev.gangway.http.syntax;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A date as mail programs write it, read the way of Python's {@code email.utils.parsedate_to_datetime}: five words (day,
 * month, year, time, zone) after an optional day of the week, some of them in any order.
 */
final class LenientDate {
    private static final Set<String> DAYS = Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** The short names, then the long ones. */
    private static final List<String> MONTHS = Stream.concat(
                    HttpDate.MONTHS.stream(), Arrays.stream(Month.values()).map(Month::name))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();

    private static final Set<String> UTC = Set.of("UT", "UTC", "GMT", "Z");
    private static final Set<String> OTHER_ZONES =
            Set.of("AST", "ADT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT");

    private String day;
    private String month;
    private String year;
    private String time;
    private String zone;

    private LenientDate(List<String> words) {
        day = words.get(0);
        month = words.get(1);
        year = words.get(2);
        time = words.get(3);
        zone = words.get(4);
    }

    static @Nullable Instant parse(String text) {
        List<String> words = fiveWords(text);
        return words == null || words.subList(0, 3).contains("") ? null : new LenientDate(words).instant();
    }

    private static @Nullable List<String> fiveWords(String text) {
        List<String> words = PythonNumber.split(text);
        if (words.isEmpty()) {
            return null;
        }
        String first = words.get(0);
        if (first.endsWith(",") || DAYS.contains(first.toLowerCase(Locale.ROOT))) {
            words.remove(0);
        } else {
            words.set(0, first.substring(first.lastIndexOf(',') + 1));
        }
        if (words.size() == 3) {
            String[] date = words.get(0).split("-", -1);
            if (date.length == 3) {
                words.remove(0);
                words.addAll(0, Arrays.asList(date));
            }
        }
        if (words.size() == 4) {
            splitZoneOff(words);
        }
        return words.size() < 5 ? null : words;
    }

    private static void splitZoneOff(List<String> words) {
        String last = words.get(3);
        int sign = last.indexOf('+') >= 0 ? last.indexOf('+') : last.indexOf('-');
        if (sign > 0) {
            words.set(3, last.substring(0, sign));
            words.add(last.substring(sign));
        } else {
            words.add("");
        }
    }

    private @Nullable Instant instant() {
        int monthNumber = putInOrder();
        List<String> clock = clock();
        return monthNumber == 0 || year.isEmpty() || clock == null ? null : instant(monthNumber, clock);
    }

    /** Exchanges the words that are in each other's place; returns the month, or 0 if there is none. */
    private int putInOrder() {
        month = month.toLowerCase(Locale.ROOT);
        if (!MONTHS.contains(month)) {
            String other = month;
            month = day.toLowerCase(Locale.ROOT);
            day = other;
        }
        day = withoutComma(day);
        if (year.indexOf(':') > 0) {
            String other = year;
            year = time;
            time = other;
        }
        year = withoutComma(year);
        if (!year.isEmpty() && !PythonNumber.isDigit(year.charAt(0))) {
            String other = year;
            year = zone;
            zone = other;
        }
        return MONTHS.indexOf(month) % 12 + 1;
    }

    /** Hours, minutes and seconds; null if the time is something else. */
    private @Nullable List<String> clock() {
        String words = withoutComma(time);
        List<String> parts = new ArrayList<>(Arrays.asList(words.split(":", -1)));
        if (parts.size() == 1) {
            parts = new ArrayList<>(Arrays.asList(words.split("\\.", -1)));
        }
        if (parts.size() == 2) {
            parts.add("0");
        }
        return parts.size() == 3 ? parts : null;
    }

    private @Nullable Instant instant(int monthNumber, List<String> clock) {
        try {
            long years = PythonNumber.parse(year);
            if (years < 100) {
                years += years > 68 ? 1900 : 2000;
            }
            LocalDateTime dateTime = LocalDateTime.of(
                    Math.toIntExact(years),
                    monthNumber,
                    Math.toIntExact(PythonNumber.parse(day)),
                    Math.toIntExact(PythonNumber.parse(clock.get(0))),
                    Math.toIntExact(PythonNumber.parse(clock.get(1))),
                    Math.toIntExact(PythonNumber.parse(clock.get(2))));
            boolean isYear = years >= 1 && years <= 9999;
            return isYear && isUtc() ? dateTime.toInstant(ZoneOffset.UTC) : null;
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** An unknown zone counts as none, and none as UTC; a zone that is elsewhere makes CPython ignore the field. */
    private boolean isUtc() {
        String name = zone.toUpperCase(Locale.ROOT);
        if (UTC.contains(name) || OTHER_ZONES.contains(name)) {
            return UTC.contains(name);
        }
        try {
            return PythonNumber.parse(zone) == 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static String withoutComma(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }
}
