package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangesTest {
    @ParameterizedTest(name = "{0} of {1} bytes")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-0                        | 1000 | 0-0
                    bytes=0-99                       | 1000 | 0-99
                    bytes=990-                       | 1000 | 990-999
                    bytes=-10                        | 1000 | 990-999
                    bytes=-5000                      | 1000 | 0-999
                    bytes=0-5000                     | 1000 | 0-999
                    bytes=0-99999999999999999999999  | 1000 | 0-999
                    bytes=-99999999999999999999999   | 1000 | 0-999
                    BYTES=1-2                        | 1000 | 1-2
                    'bytes= 1-2 ,\t,, 500-600 '      | 1000 | 1-2 500-600
                    bytes=500-600,1-2                | 1000 | 500-600 1-2
                    bytes=5000-,1-2                  | 1000 | 1-2
                    bytes=3000000000-3000000001      | 4000000000 | 3000000000-3000000001
                    """)
    void selects(String field, long length, String expected) {
        assertEquals(expected, text(ByteRanges.parse(field, length)));
    }

    @ParameterizedTest(name = "{0} of {1} bytes")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-9,5-14           | 1000 | 0-14
                    bytes=0-9,10-14          | 1000 | 0-14
                    bytes=0-9,89-99          | 1000 | 0-99
                    bytes=0-9,90-99          | 1000 | 0-9 90-99
                    bytes=0-9,0-9,0-9        | 1000 | 0-9
                    bytes=0-999,5-6,-1       | 1000 | 0-999
                    bytes=500-509,0-9,505-520| 1000 | 500-520 0-9
                    bytes=0-,0-,0-,0-,0-     | 1000 | 0-999
                    """)
    void joinsWhatOverlapsOrIsClose(String field, long length, String expected) {
        assertEquals(expected, text(ByteRanges.parse(field, length)));
    }

    @ParameterizedTest(name = "{0} of {1} bytes")
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=1000-         | 1000
                    bytes=1000-2000     | 1000
                    bytes=-0            | 1000
                    bytes=5000-,6000-   | 1000
                    bytes=0-            | 0
                    bytes=-0            | 0
                    bytes=99999999999999999999999- | 1000
                    """)
    void cannotSatisfy(String field, long length) {
        assertEquals(List.of(), ByteRanges.parse(field, length));
    }

    @ParameterizedTest(name = "[{0}] of {1} bytes")
    @CsvSource(delimiter = '|', textBlock = """
                    ''              | 1000
                    bytes           | 1000
                    bytes=          | 1000
                    'bytes= , '     | 1000
                    bytes=-         | 1000
                    bytes=a-b       | 1000
                    bytes=1         | 1000
                    bytes=2-1       | 1000
                    bytes=1-2,x     | 1000
                    bytes=1-2-3     | 1000
                    bytes=+1-2      | 1000
                    bytes=1 -2      | 1000
                    bytes=--1       | 1000
                    bytes=0x1-2     | 1000
                    bytes=\u0661-2  | 1000
                    'bytes =1-2'    | 1000
                    items=1-2       | 1000
                    bytes=-5        | 0
                    """)
    void ignores(String field, long length) {
        assertNull(ByteRanges.parse(field, length));
    }

    @Test
    void ignoresMoreRangesThanAnybodyNeeds() {
        assertEquals(
                ByteRanges.MAX_SPECS,
                ByteRanges.parse(many(ByteRanges.MAX_SPECS), 1_000_000).size());
        assertNull(ByteRanges.parse(many(ByteRanges.MAX_SPECS + 1), 1_000_000));
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i * 1000 + "-" + i * 1000)
                .collect(Collectors.joining(",", "bytes=", ""));
    }

    @Test
    void neverSendsAByteTwiceOrOneThatIsNotThere() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            long length = random.nextInt(1000);
            String field = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(i -> switch (random.nextInt(3)) {
                        case 0 -> "-" + random.nextInt(1200);
                        case 1 -> random.nextInt(1200) + "-";
                        default -> random.nextInt(1200) + "-" + random.nextInt(1200);
                    })
                    .collect(Collectors.joining(",", "bytes=", ""));
            List<ByteRange> ranges = ByteRanges.parse(field, length);
            if (ranges == null) {
                continue;
            }
            boolean[] sent = new boolean[(int) length];
            for (ByteRange range : ranges) {
                for (long i = range.first(); i <= range.last(); i++) {
                    assertTrue(!sent[(int) i], () -> field + " of " + length + " sends a byte twice: " + ranges);
                    sent[(int) i] = true;
                }
            }
        }
    }

    @Test
    void aRangeHoldsAtLeastOneByte() {
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ByteRange(-1, 0));
        assertEquals("bytes 0-0/1", new ByteRange(0, 0).contentRange(1));
    }

    private static String text(List<ByteRange> ranges) {
        return ranges.stream().map(range -> range.first() + "-" + range.last()).collect(Collectors.joining(" "));
    }
}
