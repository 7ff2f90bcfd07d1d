package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {
    /** The resolver's answer for an address without a name is the address in Java's form. */
    @ParameterizedTest(name = "{0} is {1} to the resolver")
    @CsvSource({
        "127.0.0.1, localhost, localhost",
        "127.0.0.1, 127.0.0.1, 127.0.0.1",
        "::1, 0:0:0:0:0:0:0:1, ::1",
        "::1, ip6-localhost, ip6-localhost",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, 2001:db8::1",
    })
    void isTheAddressInShortIfThereIsNoName(String address, String canonical, String expected)
            throws UnknownHostException {
        assertEquals(expected, HostName.name(InetAddress.getByName(address), canonical));
    }
}
