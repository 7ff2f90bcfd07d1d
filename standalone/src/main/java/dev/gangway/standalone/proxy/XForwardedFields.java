package dev.gangway.standalone.proxy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code X-Forwarded-For} with {@code -Proto}, {@code -Host} and {@code -Port}, which no standard describes. */
final class XForwardedFields {
    private XForwardedFields() {}

    /** Returns the hops, the one nearest to the client first; a malformed one is unknown. */
    static List<Hop> parse(String clients, @Nullable String protocols, @Nullable String hosts, @Nullable String ports) {
        String[] addresses = clients.split(",", -1);
        List<Hop> hops = new ArrayList<>();
        for (int i = 0; i < addresses.length; i++) {
            int fromRight = addresses.length - 1 - i;
            hops.add(new Hop(
                    Hop.address(addresses[i].strip()),
                    Hop.protocol(at(protocols, fromRight)),
                    host(at(hosts, fromRight), at(ports, fromRight), at(protocols, fromRight))));
        }
        return hops;
    }

    /** Returns the value that belongs to a hop, counted from the right; a value that stands alone belongs to all. */
    private static @Nullable String at(@Nullable String list, int fromRight) {
        if (list == null) {
            return null;
        }
        String[] values = list.split(",", -1);
        int index = values.length == 1 ? 0 : values.length - 1 - fromRight;
        return index < 0 ? null : values[index].strip();
    }

    private static @Nullable String host(@Nullable String host, @Nullable String port, @Nullable String protocol) {
        boolean needsPort = host != null
                && port != null
                && IpLiteral.port(port) > 0
                && !isDefault(port, Hop.protocol(protocol))
                && !host.substring(host.lastIndexOf(']') + 1).contains(":");
        return ForwardedField.host(needsPort ? host + ":" + port : host);
    }

    /** Tells whether a port goes without saying; either may, where the protocol is not known. */
    private static boolean isDefault(String port, @Nullable String protocol) {
        return port.equals("80") && !"https".equals(protocol) || port.equals("443") && !"http".equals(protocol);
    }
}
