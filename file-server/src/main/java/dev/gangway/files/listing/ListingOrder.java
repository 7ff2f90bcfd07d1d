package dev.gangway.files.listing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The order of a listing: directories first, then by one column.
 *
 * @param column the column
 * @param descending whether the largest comes first
 */
public record ListingOrder(Column column, boolean descending) {
    /** The columns by which a listing can be ordered. */
    public enum Column {
        /** Names, without regard to case. */
        NAME,
        /** Bytes. */
        SIZE,
        /** Times of modification. */
        MODIFIED,
        /** The suffix of the name. */
        TYPE;

        /** Returns the word for it in a query. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By name, from A to Z. */
    public static final ListingOrder BY_NAME = new ListingOrder(Column.NAME, false);

    /** A file and its name in lower case, which is made once and not for each comparison. */
    private record Keyed(String key, ListedFile file) {}

    private static final Comparator<Keyed> NAMES = Comparator.comparing(Keyed::key, ListingOrder::compareNaturally)
            .thenComparing(keyed -> keyed.file().name());

    /**
     * Reads an order from the query of a request.
     *
     * @param query the query, without its question mark; {@code sort=size&order=desc} for example
     * @return the order; by name where the query names none
     */
    public static ListingOrder of(String query) {
        Column column = Column.NAME;
        boolean descending = false;
        for (String parameter : query.split("&", -1)) {
            for (Column each : Column.values()) {
                column = parameter.equals("sort=" + each.word()) ? each : column;
            }
            descending |= parameter.equals("order=desc");
        }
        return new ListingOrder(column, descending);
    }

    /** Returns the query that asks for this order. */
    String query() {
        return "?sort=" + column.word() + (descending ? "&order=desc" : "");
    }

    /** Returns the order that a click on a column asks for. */
    ListingOrder after(Column clicked) {
        return new ListingOrder(clicked, clicked == column && !descending);
    }

    /**
     * Puts files in order.
     *
     * @param files the files; changed
     */
    public void sort(List<ListedFile> files) {
        Comparator<Keyed> order = switch (column) {
            case NAME -> NAMES;
            case SIZE -> Comparator.comparingLong(keyed -> keyed.file().size());
            case MODIFIED ->
                Comparator.comparing(
                        keyed -> keyed.file().modified(), Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
            case TYPE -> Comparator.comparing(keyed -> suffix(keyed.key()));
        };
        Comparator<Keyed> whole = Comparator.comparing(
                        (Keyed keyed) -> !keyed.file().directory())
                .thenComparing(descending ? order.reversed() : order)
                .thenComparing(NAMES);
        Keyed[] sorted = new Keyed[files.size()];
        for (int i = 0; i < sorted.length; i++) {
            ListedFile file = files.get(i);
            sorted[i] = new Keyed(file.name().toLowerCase(Locale.ROOT), file);
        }
        Arrays.sort(sorted, whole);
        for (int i = 0; i < sorted.length; i++) {
            files.set(i, sorted[i].file());
        }
    }

    /** Compares names so that {@code a2} comes before {@code a10}: a run of digits counts as a number. */
    private static int compareNaturally(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int oneEnd = endOfDigits(one, i);
            int otherEnd = endOfDigits(other, j);
            if (oneEnd == i || otherEnd == j) {
                if (one.charAt(i) != other.charAt(j)) {
                    return Character.compare(one.charAt(i), other.charAt(j));
                }
                i++;
                j++;
                continue;
            }
            int order = compareNumbers(one, i, oneEnd, other, j, otherEnd);
            if (order != 0) {
                return order;
            }
            i = oneEnd;
            j = otherEnd;
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, int from, int to, String other, int otherFrom, int otherTo) {
        int i = withoutZeros(one, from, to);
        int j = withoutZeros(other, otherFrom, otherTo);
        int order = Integer.compare(to - i, otherTo - j);
        for (; order == 0 && i < to; i++, j++) {
            order = Character.compare(one.charAt(i), other.charAt(j));
        }
        return order;
    }

    private static int withoutZeros(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }
}
