package dev.gangway.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The name of an address, as Python's {@code socket.getfqdn} finds it. */
final class HostName {
    private HostName() {}

    /** Asks the system's resolver, which may take its time. Returns the address itself if it has no name. */
    static String of(@Nullable InetAddress address) {
        try {
            return address == null || address.isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getCanonicalHostName()
                    : address.getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
