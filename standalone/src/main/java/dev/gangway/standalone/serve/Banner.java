package dev.gangway.standalone.serve;

import dev.gangway.handler.text.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of output: where the server is.
 *
 * @param addresses where it listens
 * @param secure whether by TLS
 * @param prefix the path in front of everything; empty for none
 */
record Banner(List<InetSocketAddress> addresses, boolean secure, String prefix) {
    /** Returns the lines, with their ends. */
    String text() {
        StringBuilder text = new StringBuilder();
        String protocol = secure ? "HTTPS" : "HTTP";
        boolean loopback = true;
        for (InetSocketAddress address : addresses) {
            text.append("Serving ").append(protocol).append(" on ").append(IpAddress.text(address));
            text.append(" port ")
                    .append(address.getPort())
                    .append(" (")
                    .append(url(address))
                    .append(") ...\n");
            loopback &= address.getAddress().isLoopbackAddress();
            if (address.getAddress().isAnyLocalAddress()) {
                for (InetAddress own : own(address)) {
                    text.append("  ")
                            .append(url(new InetSocketAddress(own, address.getPort())))
                            .append('\n');
                }
            }
        }
        if (loopback) {
            text.append("Only this machine can connect; --bind 0.0.0.0 lets others in.\n");
        }
        return text.toString();
    }

    /** Returns the address to open on this machine. */
    String localUrl() {
        InetSocketAddress first = addresses.get(0);
        return first.getAddress().isAnyLocalAddress() ? url("localhost", first.getPort()) : url(first);
    }

    /** Returns the address for another machine; null if no other can connect. */
    @Nullable String publicUrl() {
        for (InetSocketAddress address : addresses) {
            if (!address.getAddress().isAnyLocalAddress()
                    && !address.getAddress().isLoopbackAddress()) {
                return url(address);
            }
            if (address.getAddress().isAnyLocalAddress()) {
                for (InetAddress own : own(address)) {
                    if (!own.isLoopbackAddress()) {
                        return url(new InetSocketAddress(own, address.getPort()));
                    }
                }
            }
        }
        return null;
    }

    private String url(InetSocketAddress address) {
        String host = IpAddress.text(address);
        int zone = host.indexOf('%'); // means nothing elsewhere
        host = zone < 0 ? host : host.substring(0, zone);
        return url(host.contains(":") ? "[" + host + "]" : host, address.getPort());
    }

    private String url(String host, int port) {
        return (secure ? "https://" : "http://") + host + ":" + port + prefix + "/";
    }

    /** Returns the addresses that a wildcard address stands for: {@code 0.0.0.0} is IPv4 alone. */
    private static List<InetAddress> own(InetSocketAddress wildcard) {
        List<InetAddress> all = new ArrayList<>(own());
        all.removeIf(own -> wildcard.getAddress() instanceof Inet4Address && !(own instanceof Inet4Address));
        return all;
    }

    /** Returns the addresses of this machine, IPv4 first; those that only hold on one link are left out. */
    static List<InetAddress> own() {
        List<InetAddress> all = new ArrayList<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(each.getInetAddresses())) {
                    if (each.isUp() && !address.isLinkLocalAddress()) {
                        all.add(address);
                    }
                }
            }
        } catch (SocketException e) {
            return List.of(); // the list is a help, not a need
        }
        all.sort((one, other) -> Integer.compare(one.getAddress().length, other.getAddress().length));
        return all;
    }
}
