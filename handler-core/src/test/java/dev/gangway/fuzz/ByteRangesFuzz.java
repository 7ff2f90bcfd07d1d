package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import dev.gangway.handler.files.ByteRange;
import dev.gangway.handler.files.ByteRanges;
import java.util.List;

/** Ranges lie inside the file, are few, and a single one is what the RFC's arithmetic makes it. */
public final class ByteRangesFuzz {
    private static final long[] LENGTHS = {0, 1, 10, 10_000, Integer.MAX_VALUE + 1L, Long.MAX_VALUE};

    private ByteRangesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        FuzzInput input = new FuzzInput(data);
        long length = LENGTHS[input.choose(LENGTHS.length)];
        long a = input.choose(256);
        long b = input.choose(256);
        check(ByteRanges.parse(input.text(), length), length);
        List<ByteRange> one = ByteRanges.parse("bytes=" + a + "-" + b, 100);
        if (b < a) {
            require(one == null, a + "-" + b + " is " + one);
        } else {
            List<ByteRange> expected = a > 99 ? List.of() : List.of(new ByteRange(a, Math.min(b, 99)));
            require(expected.equals(one), a + "-" + b + " is " + one);
        }
    }

    private static void check(List<ByteRange> ranges, long length) {
        if (ranges == null) {
            return;
        }
        require(ranges.size() <= 64, ranges.size() + " ranges");
        for (ByteRange range : ranges) {
            require(
                    range.first() >= 0 && range.first() <= range.last() && range.last() < length,
                    range + " of " + length);
            require(range.length() == range.last() - range.first() + 1, "" + range);
        }
    }
}
