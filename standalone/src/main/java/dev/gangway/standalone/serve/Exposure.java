package dev.gangway.standalone.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Refuses to open to others what should not be, unless the user says so. */
final class Exposure {
    private Exposure() {}

    /**
     * Checks the addresses.
     *
     * @throws IOException if others could write or log in without TLS, or write without a password; the message names the options
     */
    static void check(Settings settings, List<InetSocketAddress> addresses) throws IOException {
        boolean open = false;
        for (InetSocketAddress address : addresses) {
            InetAddress ip = address.getAddress();
            open |= ip == null || !ip.isLoopbackAddress();
        }
        if (!open || settings.has("insecure")) {
            return;
        }
        boolean passwords = settings.last("auth") != null || settings.last("auth-file") != null;
        String writing =
                settings.has("upload") ? "--upload" : "write".equals(settings.last("webdav")) ? "--webdav write" : null;
        if (writing != null && !passwords) {
            throw new IOException("refusing " + writing + " without a password on an address that others can reach;"
                    + " add --auth or --auth-file, or --insecure to let anybody write");
        }
        if (!settings.isSecure() && (writing != null || passwords)) {
            throw new IOException(
                    "refusing " + (writing == null ? settings.last("auth") != null ? "--auth" : "--auth-file" : writing)
                            + " without TLS on an address that others can reach;"
                            + " add --tls-self-signed or --tls-cert, or --insecure to go without");
        }
    }
}
