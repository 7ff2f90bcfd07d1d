package dev.gangway.files.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "512, 512",
        "1K, 1024",
        "1k, 1024",
        "20M, 20971520",
        "1G, 1073741824",
        "1 GiB, 1073741824",
        "2T, 2199023255552"
    })
    void readsSizes(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "-1", "1.5G", "G", "1X", "99999999999999999999", "9999999999T", "\u0661"})
    void readsNoOtherSizes(String text) {
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "10239, 10 KiB",
        "20971520, 20 MiB",
        "1048575, 1.0 MiB",
        "1073741824, 1.0 GiB",
        "9223372036854775807, 8.0 EiB"
    })
    void writesSizes(long bytes, String text) {
        assertEquals(text, ByteSize.text(bytes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/x, /x", "/x/, /x", "/, ''", "'', ''", "/a/b, /a/b"})
    void takesPrefixes(String text, String prefix) {
        assertEquals(prefix, PathPrefix.checked(text));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x", "//x", "/a/../b", "/a/..", "/a b", "/a?b", "/a#b", "/a\\b", "/a\r"})
    void takesNoOtherPrefixes(String text) {
        assertThrows(IllegalArgumentException.class, () -> PathPrefix.checked(text));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            nullValues = "null",
            value = {"/x, /x/a, /a", "/x, /x, ''", "/x, /x?q, ?q", "/x, /xa, null", "/x, /a, null", "'', /a, /a"})
    void takesPrefixesOff(String prefix, String target, @Nullable String rest) {
        assertEquals(rest, PathPrefix.strip(prefix, target));
    }
}
