package dev.gangway.standalone.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.http.HTTPMessage;
import dev.gangway.standalone.proxy.Forwarding.Field;
import dev.gangway.standalone.proxy.Forwarding.Origin;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer is 10.0.0.1, and 10.0.0.0/8 is trusted. */
class ForwardingTest {
    private static final AddressRanges TRUSTED = AddressRanges.of(List.of("10.0.0.0/8", "fd00::/8"));

    private static String origin(Field field, String peer, String fields) {
        HTTPMessage message = new HTTPMessage();
        for (String line : fields.split(" \\| ")) {
            int colon = line.indexOf(": ");
            message.add(line.substring(0, colon), line.substring(colon + 2));
        }
        Origin origin = new Forwarding(TRUSTED, field).origin(new InetSocketAddress(peer, 4000), message::getAll);
        return origin.client().toString().substring(1) + " " + origin.protocol() + " " + origin.host();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '>', textBlock = """
            Forwarded: for=192.0.2.1                                          > 192.0.2.1:0 null null
            Forwarded: For="192.0.2.1:47";PROTO=https;host=a.example          > 192.0.2.1:47 https a.example
            Forwarded: for="[2001:db8::1]"                                    > [2001:db8:0:0:0:0:0:1]:0 null null
            Forwarded: for="[2001:db8::1]:4711";host="a.example:8443"         > [2001:db8:0:0:0:0:0:1]:4711 null a.example:8443
            Forwarded: for="192.0.2.1:_hidden"                                > 192.0.2.1:0 null null
            Forwarded: for=198.51.100.9, for=192.0.2.1                        > 192.0.2.1:0 null null
            Forwarded: for=192.0.2.1;proto=https, for=10.0.0.2;proto=http     > 192.0.2.1:0 https null
            Forwarded: for=192.0.2.1 | Forwarded: for=10.0.0.2                > 192.0.2.1:0 null null
            Forwarded: for=10.0.0.3, for=10.0.0.2                             > 10.0.0.3:0 null null
            Forwarded: for=unknown, for=10.0.0.2;proto=https                  > 10.0.0.2:0 https null
            Forwarded: for=_secret                                            > 10.0.0.1:4000 null null
            Forwarded: proto=https                                            > 10.0.0.1:4000 null null
            Forwarded: for=localhost                                          > 10.0.0.1:4000 null null
            Forwarded: for=192.0.2.1;for=192.0.2.2                            > 10.0.0.1:4000 null null
            Forwarded: for=192.0.2.1;;proto=https;                            > 192.0.2.1:0 https null
            Forwarded: for=192.0.2.1, ,for=10.0.0.2,                          > 192.0.2.1:0 null null
            Forwarded: ,                                                      > 10.0.0.1:4000 null null
            Forwarded: for="198.51.100.9 | Forwarded: for=192.0.2.1           > 192.0.2.1:0 null null
            Forwarded: for="192.0.2.1                                         > 10.0.0.1:4000 null null
            Forwarded: for=192.0.2.1;proto=gopher;host="a b"                  > 192.0.2.1:0 null null
            Forwarded: by="a, b;c";for=192.0.2.1                              > 192.0.2.1:0 null null
            Forwarded: for="192.0.2.\\1"                                      > 192.0.2.1:0 null null
            X-Forwarded-For: 192.0.2.1                                        > 192.0.2.1:0 null null
            X-Forwarded-For: 198.51.100.9, 192.0.2.1, 10.0.0.2                > 192.0.2.1:0 null null
            X-Forwarded-For: 198.51.100.9,192.0.2.1 | X-Forwarded-Proto: https,http > 192.0.2.1:0 http null
            X-Forwarded-For: 192.0.2.1, 10.0.0.2 | X-Forwarded-Proto: https   > 192.0.2.1:0 https null
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example | X-Forwarded-Port: 8443 > 192.0.2.1:0 null a.example:8443
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example:1 | X-Forwarded-Port: 2 > 192.0.2.1:0 null a.example:1
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example | X-Forwarded-Port: 443 > 192.0.2.1:0 null a.example
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example | X-Forwarded-Port: 80 | X-Forwarded-Proto: https > 192.0.2.1:0 https a.example:80
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example | X-Forwarded-Port: 443 | X-Forwarded-Proto: http > 192.0.2.1:0 http a.example:443
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Host: a.example | X-Forwarded-Port: 443 | X-Forwarded-Proto: https > 192.0.2.1:0 https a.example
            X-Forwarded-For: 192.0.2.1 | X-Forwarded-Port: 443                > 192.0.2.1:0 null null
            X-Forwarded-For: 2001:db8::1                                      > [2001:db8:0:0:0:0:0:1]:0 null null
            X-Forwarded-For: [2001:db8::1]:80                                 > [2001:db8:0:0:0:0:0:1]:80 null null
            X-Forwarded-For: 192.0.2.1:4711                                   > 192.0.2.1:4711 null null
            X-Forwarded-For: x, 10.0.0.2                                      > 10.0.0.2:0 null null
            X-Forwarded-For: 192.0.2.1,                                       > 10.0.0.1:4000 null null
            X-Forwarded-Proto: https                                          > 10.0.0.1:4000 null null
            Forwarded: for=192.0.2.1;proto=https | X-Forwarded-For: 192.0.2.1 > 192.0.2.1:0 https null
            Forwarded: for=198.51.100.9 | X-Forwarded-For: 192.0.2.1          > 10.0.0.1:4000 null null
            Forwarded: for=192.0.2.1;proto=https | X-Forwarded-For: 192.0.2.1 | X-Forwarded-Proto: http > 10.0.0.1:4000 null null
            """)
    void isTheRightmostThatIsNotTrusted(String fields, String expected) {
        assertEquals(expected, origin(Field.EITHER, "10.0.0.1", fields));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"FORWARDED, 198.51.100.9:0 null null", "X_FORWARDED, 192.0.2.1:0 null null"})
    void isThatOfTheFieldThatIsNamed(Field field, String expected) {
        String both = "Forwarded: for=198.51.100.9 | X-Forwarded-For: 192.0.2.1";
        assertEquals(expected, origin(field, "10.0.0.1", both));
    }

    @Test
    void isThePeerIfThatIsNotTrusted() {
        String both = "Forwarded: for=198.51.100.9 | X-Forwarded-For: 198.51.100.9";
        assertEquals("192.0.2.7:4000 null null", origin(Field.EITHER, "192.0.2.7", both));
    }

    @Test
    void ofAThousandTrustedHopsIsTheFirst() {
        String hops = "X-Forwarded-For: 192.0.2.1" + ", 10.0.0.2".repeat(1000);
        assertEquals("192.0.2.1:0 null null", origin(Field.EITHER, "10.0.0.1", hops));
    }

    @Test
    void namesTheFields() {
        assertEquals(Field.FORWARDED, Field.of("forwarded"));
        assertEquals(Field.X_FORWARDED, Field.of("X-Forwarded"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Field.of("Via"));
        assertEquals("'Via' is neither Forwarded nor X-Forwarded", refused.getMessage());
    }
}
