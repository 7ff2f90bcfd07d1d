package dev.gangway.handler.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5952 §4 and §5. */
class IpAddressTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0db8:0000:0000:0000:0000:0002:0001, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::AbCd, 2001:db8::abcd",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void isWrittenInShort(String address, String expected) throws UnknownHostException {
        assertEquals(expected, IpAddress.text(InetAddress.getByName(address)));
        assertEquals(expected, IpAddress.text(new InetSocketAddress(InetAddress.getByName(address), 80)));
    }

    @Test
    void ofAnUnresolvedAddressIsItsName() {
        assertEquals("h.example", IpAddress.text(InetSocketAddress.createUnresolved("h.example", 80)));
    }
}
