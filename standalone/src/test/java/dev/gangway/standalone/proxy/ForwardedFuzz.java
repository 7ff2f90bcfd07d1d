package dev.gangway.standalone.proxy;

import dev.gangway.http.HTTPMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a client has sent: the hop that a trusted proxy has added at the right decides, and nothing fails. */
public final class ForwardedFuzz {
    private static final Forwarding FORWARDING =
            new Forwarding(AddressRanges.of(List.of("10.0.0.0/8")), Forwarding.Field.EITHER);
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 1);

    private ForwardedFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        String sent = new String(data, StandardCharsets.ISO_8859_1).replaceAll("[\\x00\\r\\n]", " ");
        InetAddress client = InetAddress.getByName("192.0.2.1");
        check(client, "X-Forwarded-For", sent + ", 192.0.2.1");
        if (sent.chars().filter(c -> c == '"').count() % 2 == 0 && sent.indexOf('\\') < 0) {
            check(client, "Forwarded", sent + ", for=192.0.2.1;proto=https");
        }
        origin("Forwarded", sent);
        origin("X-Forwarded-For", sent);
    }

    private static void check(InetAddress client, String name, String value) {
        Forwarding.Origin origin = origin(name, value);
        if (!origin.client().getAddress().equals(client)) {
            throw new AssertionError(name + ": " + value + " is from " + origin);
        }
    }

    private static Forwarding.Origin origin(String name, String value) {
        HTTPMessage fields = new HTTPMessage();
        fields.add(name, value);
        Forwarding.Origin origin = FORWARDING.origin(PROXY, fields::getAll);
        if (origin.client().getAddress() == null) {
            throw new AssertionError("no address: " + value);
        }
        return origin;
    }
}
