package dev.gangway.handler.files;

import dev.gangway.http.syntax.Grammar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Range} field for a representation of known length (RFC 9110 §14.2).
 *
 * <p>A client may ask for many small or overlapping ranges to make the server work more than the file is worth. So
 * ranges that overlap, or lie closer together than the head of a part is long, become one, and a field with more than
 * {@link #MAX_SPECS} ranges is ignored. No response is then longer than the file and a bounded number of part heads.
 */
public final class ByteRanges {
    /** How many ranges a field may list. */
    static final int MAX_SPECS = 64;

    /** Ranges with a smaller gap between them are sent as one: the head of a part takes about as many bytes. */
    static final long MIN_GAP_BYTES = 80;

    private static final String UNIT = "bytes=";

    private ByteRanges() {}

    /**
     * Reads the value of a {@code Range} field.
     *
     * @param value the field's value
     * @param completeLength length of the whole representation in bytes, 0 or more
     * @return the ranges to send, at least one, in the order they were asked for; empty if none can be satisfied (416);
     *     null if the field is to be ignored: malformed, of another unit, or with too many ranges
     */
    public static @Nullable List<ByteRange> parse(String value, long completeLength) {
        if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return null;
        }
        List<ByteRange> ranges = new ArrayList<>();
        int specs = 0;
        boolean wholeOfNothing = false;
        for (String element : value.substring(UNIT.length()).split(",", -1)) {
            String spec = Grammar.strip(element);
            if (spec.isEmpty()) {
                continue; // a recipient accepts empty list elements (RFC 9110 §5.6.1.2)
            }
            RangeSpec parsed = RangeSpec.parse(spec);
            if (parsed == null || ++specs > MAX_SPECS) {
                return null;
            }
            ByteRange range = parsed.within(completeLength);
            if (range != null) {
                ranges.add(range);
            }
            wholeOfNothing |= completeLength == 0 && parsed.isSuffix() && parsed.last() > 0;
        }
        if (specs == 0 || wholeOfNothing) {
            return null; // the last bytes of an empty file are satisfiable, but Content-Range cannot say so
        }
        return coalesce(ranges);
    }

    private static List<ByteRange> coalesce(List<ByteRange> ranges) {
        if (ranges.size() < 2) {
            return ranges;
        }
        record Placed(ByteRange range, int position) {}
        List<Placed> byStart = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            byStart.add(new Placed(ranges.get(i), i));
        }
        byStart.sort(Comparator.comparingLong(placed -> placed.range().first()));
        List<Placed> merged = new ArrayList<>();
        for (Placed next : byStart) {
            Placed before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before == null || next.range().first() - before.range().last() - 1 >= MIN_GAP_BYTES) {
                merged.add(next);
            } else {
                ByteRange union = new ByteRange(
                        before.range().first(),
                        Math.max(before.range().last(), next.range().last()));
                merged.set(merged.size() - 1, new Placed(union, Math.min(before.position(), next.position())));
            }
        }
        merged.sort(Comparator.comparingInt(Placed::position));
        return merged.stream().map(Placed::range).toList();
    }

    /** One range-spec: an int-range, or a suffix-range with {@code first} −1 and its length as {@code last}. */
    private record RangeSpec(long first, long last) {
        static @Nullable RangeSpec parse(String spec) {
            int dash = spec.indexOf('-');
            if (dash < 0) {
                return null;
            }
            long first = dash == 0 ? -1 : Grammar.digits(spec, 0, dash);
            boolean open = dash == spec.length() - 1;
            long last = open ? Long.MAX_VALUE : Grammar.digits(spec, dash + 1, spec.length());
            boolean malformed = dash == 0 ? open || last < 0 : first < 0 || last < first;
            return malformed ? null : new RangeSpec(first, last);
        }

        boolean isSuffix() {
            return first < 0;
        }

        @Nullable ByteRange within(long length) {
            long from = isSuffix() ? Math.max(0, length - last) : first;
            return from >= length ? null : new ByteRange(from, isSuffix() ? length - 1 : Math.min(last, length - 1));
        }
    }
}
