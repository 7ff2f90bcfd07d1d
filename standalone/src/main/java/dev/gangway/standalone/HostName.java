package dev.gangway.standalone;

import dev.gangway.handler.text.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The name of an address, as Python's {@code socket.getfqdn} finds it. */
final class HostName {
    private HostName() {}

    /** Asks the system's resolver, which may take its time. Returns the address itself if it has no name. */
    static String of(@Nullable InetAddress address) {
        try {
            return address == null || address.isAnyLocalAddress() ? name(InetAddress.getLocalHost()) : name(address);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static String name(InetAddress address) {
        return name(address, address.getCanonicalHostName());
    }

    /** Chooses between the address and what the resolver says, which is the address in Java's own form if there is no name. */
    static String name(InetAddress address, String canonical) {
        return canonical.equals(address.getHostAddress()) ? IpAddress.text(address) : canonical;
    }
}
