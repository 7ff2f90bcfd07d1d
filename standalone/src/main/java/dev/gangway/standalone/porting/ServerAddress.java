package dev.gangway.standalone.porting;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is that was named on the command line.
 *
 * @param host its name or address
 * @param port its port
 */
record ServerAddress(String host, int port) {
    /** The form to type. */
    static final String FORM = "http://HOST:PORT";

    private static final int DEFAULT_PORT = 80;
    private static final int MAX_PORT = 65_535;

    /** Reads an address; null if the text is none. */
    static @Nullable ServerAddress of(String text) {
        try {
            URI url = new URI(text);
            boolean named = "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() <= MAX_PORT;
            return named ? new ServerAddress(url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort()) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
