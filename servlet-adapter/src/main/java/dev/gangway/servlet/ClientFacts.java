package dev.gangway.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.List;

/** The facts that a container knows of both ends of a connection. */
final class ClientFacts {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private ClientFacts() {}

    static InetSocketAddress clientAddress(HttpServletRequest request) {
        return address(request.getRemoteAddr(), Math.max(request.getRemotePort(), 0));
    }

    static InetSocketAddress localAddress(HttpServletRequest request) {
        return address(request.getLocalAddr(), Math.max(request.getLocalPort(), 0));
    }

    static List<X509Certificate> certificates(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }

    /** A proxy may have put a name in place of an address: names are never looked up. */
    private static InetSocketAddress address(String host, int port) {
        if (host == null) {
            return InetSocketAddress.createUnresolved("unknown", port);
        }
        try {
            return isLiteral(host)
                    ? new InetSocketAddress(InetAddress.getByName(host), port)
                    : InetSocketAddress.createUnresolved(host, port);
        } catch (UnknownHostException e) {
            return InetSocketAddress.createUnresolved(host, port);
        }
    }

    private static boolean isLiteral(String host) {
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == ':') {
                return true;
            }
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }
}
