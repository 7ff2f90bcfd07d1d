package dev.gangway.standalone;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.pem.ServerCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks TLS and serves each connection on a thread of its own ("http.server: ThreadingHTTPSServer",
 * Python 3.14), as {@link ThreadingHTTPServer} does.
 *
 * <p>Handlers run at the same time, so objects that they share must be safe for that.
 */
public class ThreadingHTTPSServer extends HTTPSServer {
    /**
     * Makes a server that listens, with a key that is not encrypted.
     *
     * @param address where to listen; port 0 picks one, the wildcard address means all interfaces, IPv4 and IPv6
     * @param factory makes a handler for each connection
     * @param certfile certificates in PEM, the server's own first, then its issuers
     * @param keyfile the private key in PEM; null if it stands in {@code certfile}
     * @throws IOException if the files cannot be used, which the message explains, or the address cannot be bound
     */
    public ThreadingHTTPSServer(
            InetSocketAddress address, HandlerFactory factory, Path certfile, @Nullable Path keyfile)
            throws IOException {
        this(address, factory, certfile, keyfile, null, ALPN_PROTOCOLS);
    }

    /**
     * Makes a server that listens.
     *
     * @param address where to listen
     * @param factory makes a handler for each connection
     * @param certfile certificates in PEM, the server's own first, then its issuers
     * @param keyfile the private key in PEM: PKCS #8, or the older forms for RSA and EC; null if it stands in {@code
     *     certfile}
     * @param password the password of the key, or null if it has none
     * @param alpnProtocols the protocols a client may choose from with ALPN; may be empty
     * @throws IOException if the files cannot be used, which the message explains, or the address cannot be bound
     */
    public ThreadingHTTPSServer(
            InetSocketAddress address,
            HandlerFactory factory,
            Path certfile,
            @Nullable Path keyfile,
            char @Nullable [] password,
            List<String> alpnProtocols)
            throws IOException {
        this(
                address,
                factory,
                ServerCertificate.read(certfile, keyfile, password).context(),
                alpnProtocols);
    }

    /**
     * Makes a server that listens and takes its certificates from a context of the caller's.
     *
     * @param address where to listen
     * @param factory makes a handler for each connection
     * @param context has the certificate and key
     * @param alpnProtocols the protocols a client may choose from with ALPN; may be empty
     * @throws IOException if the address cannot be bound
     */
    public ThreadingHTTPSServer(
            InetSocketAddress address, HandlerFactory factory, SSLContext context, List<String> alpnProtocols)
            throws IOException {
        this(address, factory, context, alpnProtocols, true);
    }

    /**
     * Makes a server that takes its certificates from a context of the caller's.
     *
     * @param address where to listen
     * @param factory makes a handler for each connection
     * @param context has the certificate and key
     * @param alpnProtocols the protocols a client may choose from with ALPN; may be empty
     * @param bindAndActivate whether to bind and listen; if not, the caller does with {@link #serverBind()} and {@link
     *     #serverActivate()}, after it has set attributes
     * @throws IOException if the address cannot be bound
     */
    @SuppressWarnings("this-escape") // A server listens once it is made; a subclass that overrides a hook knows.
    public ThreadingHTTPSServer(
            InetSocketAddress address,
            HandlerFactory factory,
            SSLContext context,
            List<String> alpnProtocols,
            boolean bindAndActivate)
            throws IOException {
        super(address, factory, Workers.threads(), context, alpnProtocols);
        if (bindAndActivate) {
            bindAndActivate();
        }
    }
}
