package dev.gangway.standalone.proxy;

import dev.gangway.http.HTTPMessage;
import dev.gangway.http.syntax.Authority;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The hop that a trusted proxy has added at the right decides, whatever a client has sent. Each line of the input is the value of
 * another field.
 */
public final class ForwardedFuzz {
    private static final List<String> COMPANIONS = List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");
    private static final Forwarding FORWARDING =
            new Forwarding(AddressRanges.of(List.of("10.0.0.0/8")), Forwarding.Field.EITHER);
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 1);

    private ForwardedFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        String[] lines = new String(data, StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00\\r]", " ")
                .split("\n", 6);
        InetAddress client = InetAddress.getByName("192.0.2.1");
        HTTPMessage companions = new HTTPMessage();
        for (int i = 1; i < lines.length && i <= COMPANIONS.size(); i++) {
            companions.add(COMPANIONS.get(i - 1), lines[i]);
        }
        String last = lines[lines.length - 1].replace('\n', ' ');

        check(client, companions, "X-Forwarded-For", lines[0] + ", 192.0.2.1");
        check(client, companions, "X-Forwarded-For", lines[0], "192.0.2.1");
        check(client, companions, "Forwarded", lines[0], last, "for=192.0.2.1;proto=https");
        if (lines[0].chars().filter(c -> c == '"').count() % 2 == 0 && lines[0].indexOf('\\') < 0) {
            check(client, companions, "Forwarded", lines[0] + ", for=192.0.2.1;proto=https");
        }
        origin(companions, "Forwarded", lines[0]);
        origin(companions, "X-Forwarded-For", lines[0]);
        companions.add("Forwarded", last);
        origin(companions, "X-Forwarded-For", lines[0]);
    }

    private static void check(InetAddress client, HTTPMessage others, String name, String... values) {
        Forwarding.Origin origin = origin(others, name, values);
        if (!origin.client().getAddress().equals(client)) {
            throw new AssertionError(name + ": " + String.join(" | ", values) + " is from " + origin);
        }
    }

    private static Forwarding.Origin origin(HTTPMessage others, String name, String... values) {
        HTTPMessage fields = new HTTPMessage();
        for (String field : others.keys()) {
            fields.add(field, others.get(field));
        }
        for (String value : values) {
            fields.add(name, value);
        }
        Forwarding.Origin origin = FORWARDING.origin(PROXY, fields::getAll);
        String protocol = origin.protocol();
        String host = origin.host();
        boolean isSound = origin.client().getAddress() != null
                && (protocol == null || protocol.equals("http") || protocol.equals("https"))
                && (host == null || Authority.isValid(host));
        if (!isSound) {
            throw new AssertionError(origin + " from " + fields);
        }
        return origin;
    }
}
