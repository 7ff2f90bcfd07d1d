package dev.gangway.files.values;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them. */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}) ?([KMGT]?)(?:i?B)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "KMGT";

    private ByteSize() {}

    /**
     * Reads a size.
     *
     * @param text digits, and K, M, G or T for 1,024 and its powers, in either case; {@code 512}, {@code 20M}, {@code 1G}
     * @return bytes, 0 or more
     * @throws IllegalArgumentException if it is no size, or more than a long holds
     */
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new IllegalArgumentException("not a size such as 512, 20M or 1G: " + text);
        }
        String unit = size.group(2).toUpperCase(Locale.ROOT);
        int shift = unit.isEmpty() ? 0 : 10 * (UNITS.indexOf(unit) + 1);
        long number = Long.parseLong(size.group(1));
        if (number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException("too large a size: " + text);
        }
        return number << shift;
    }

    /**
     * Writes a size for people.
     *
     * @param bytes 0 or more
     * @return {@code 999 B}, {@code 1.5 KiB}, {@code 20 MiB}: at most three digits, or four before the next unit
     */
    public static String text(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double value = (double) bytes / (1L << (10 * power));
        if (value >= 1023.5) {
            value /= 1024;
            power++;
        }
        // Not String.format, which costs a start of Python the first time and much of a listing every time.
        String number;
        if (value < 9.95) {
            long tenths = Math.round(value * 10);
            number = tenths / 10 + "." + tenths % 10;
        } else {
            number = Long.toString(Math.round(value));
        }
        return number + " " + "KMGTPE".charAt(power - 1) + "iB";
    }
}
