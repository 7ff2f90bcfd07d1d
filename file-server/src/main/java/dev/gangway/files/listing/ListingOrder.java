package dev.gangway.files.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of a listing: directories first, then by one column.
 *
 * @param column the column
 * @param descending whether the largest comes first
 */
public record ListingOrder(Column column, boolean descending) {
    /** What a listing can be ordered by. */
    public enum Column {
        /** Names, without regard to case. */
        NAME,
        /** Bytes. */
        SIZE,
        /** Times of modification. */
        MODIFIED,
        /** What the name ends with. */
        TYPE;

        /** Returns the word for it in a query. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By name, from A to Z. */
    public static final ListingOrder BY_NAME = new ListingOrder(Column.NAME, false);

    private static final Comparator<ListedFile> NAMES = Comparator.comparing(
                    (ListedFile file) -> file.name().toLowerCase(Locale.ROOT), ListingOrder::compareNaturally)
            .thenComparing(ListedFile::name);

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
     * Returns how to compare two files.
     *
     * @return the comparison
     */
    public Comparator<ListedFile> comparator() {
        Comparator<ListedFile> order = switch (column) {
            case NAME -> NAMES;
            case SIZE -> Comparator.comparingLong(ListedFile::size);
            case MODIFIED ->
                Comparator.comparing(ListedFile::modified, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
            case TYPE -> Comparator.comparing(file -> suffix(file.name()));
        };
        return Comparator.comparing(ListedFile::directory)
                .reversed()
                .thenComparing(descending ? order.reversed() : order)
                .thenComparing(NAMES);
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
            String number = withoutZeros(one, i, oneEnd);
            String otherNumber = withoutZeros(other, j, otherEnd);
            int order = Integer.compare(number.length(), otherNumber.length());
            order = order == 0 ? number.compareTo(otherNumber) : order;
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

    private static String withoutZeros(String text, int from, int to) {
        int start = from;
        while (start < to - 1 && text.charAt(start) == '0') {
            start++;
        }
        return text.substring(start, to);
    }

    private static String suffix(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
