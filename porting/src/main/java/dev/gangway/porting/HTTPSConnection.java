package dev.gangway.porting;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Python's {@code http.client.HTTPSConnection}; it trusts the authorities that Java trusts, and checks the name. */
public final class HTTPSConnection extends HTTPConnection {
    private static final int PORT = 443;

    /** Makes a connection to {@code host} or {@code host:port}; nothing is sent yet. */
    public HTTPSConnection(String host) {
        super(host, Keywords.NONE, PORT);
    }

    /** Makes a connection to a port. */
    public HTTPSConnection(String host, @Nullable Object port) {
        super(host, Keywords.of("port", port), PORT);
    }

    /** Makes a connection, with {@code port} and {@code timeout=seconds}. */
    public HTTPSConnection(String host, Keywords keywords) {
        super(host, keywords, PORT);
    }

    @Override
    Socket ready(Socket connected, String name, int at) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(connected, name, at, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
