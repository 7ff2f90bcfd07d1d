package dev.gangway.standalone.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.4/30, 192.0.2.7, true",
        "192.0.2.4/30, 192.0.2.8, false",
        "192.0.2.4, 192.0.2.4, true",
        "192.0.2.4, 192.0.2.5, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 127.0.0.1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "::ffff:10.0.0.1, 10.0.0.1, true",
        "::ffff:10.0.0.0/104, 10.9.0.1, true",
        "::ffff:10.0.0.0/104, 11.0.0.1, false",
    })
    void contains(String range, String address, boolean expected) throws UnknownHostException {
        assertEquals(expected, AddressRanges.of(List.of(range)).contains(InetAddress.getByName(address)));
    }

    @Test
    void anyOfThemCounts() throws UnknownHostException {
        AddressRanges ranges = AddressRanges.of(List.of("10.0.0.0/8", " ::1 "));
        assertEquals(true, ranges.contains(InetAddress.getByName("::1")));
        assertEquals(false, AddressRanges.NONE.contains(InetAddress.getByName("::1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/08",
                "10.0.0.0/-1",
                "256.0.0.1",
                "010.0.0.1",
                "::1/129",
                "::ffff:10.0.0.1/95",
                ":::",
                "1::2::3",
                "[::1]",
                "::1%lo",
                "10.0.0.0/8/8",
                "*"
            })
    void refuses(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> AddressRanges.of(List.of(text)));
        assertEquals(
                "'" + text + "' is not an IP address or a range of them, such as 10.0.0.0/8 or ::1",
                refused.getMessage());
    }
}
