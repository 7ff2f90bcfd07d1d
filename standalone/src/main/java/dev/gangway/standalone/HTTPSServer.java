package dev.gangway.standalone;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.pem.ServerCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks TLS, 1.2 and 1.3, and serves one connection at a time ("http.server: HTTPSServer", Python 3.14).
 *
 * <pre>{@code
 * new HTTPSServer(new InetSocketAddress(8443), MyHandler::new, Path.of("cert.pem"), Path.of("key.pem"))
 * }</pre>
 *
 * <p>The handshake takes place on the thread that serves the connection, within {@link #headerTimeout()}. A client that asks
 * for a second one (renegotiation in TLS 1.2) is cut off.
 */
public class HTTPSServer extends HTTPServer {
    /** The protocols a client may choose from with ALPN (RFC 7301), as in Python. */
    static final List<String> ALPN_PROTOCOLS = List.of("http/1.1");

    private final RecordBuffers records = new RecordBuffers();
    private final SSLContext context;
    private final List<String> alpnProtocols;

    /**
     * Makes a server that listens, with a key that is not encrypted.
     *
     * @param address where to listen; port 0 picks one, the wildcard address means all interfaces, IPv4 and IPv6
     * @param factory makes a handler for each connection
     * @param certfile certificates in PEM, the server's own first, then its issuers
     * @param keyfile the private key in PEM; null if it stands in {@code certfile}
     * @throws IOException if the files cannot be used, which the message explains, or the address cannot be bound
     */
    public HTTPSServer(InetSocketAddress address, HandlerFactory factory, Path certfile, @Nullable Path keyfile)
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
    public HTTPSServer(
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
    public HTTPSServer(
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
    public HTTPSServer(
            InetSocketAddress address,
            HandlerFactory factory,
            SSLContext context,
            List<String> alpnProtocols,
            boolean bindAndActivate)
            throws IOException {
        this(address, factory, Workers.inline(), context, alpnProtocols);
        if (bindAndActivate) {
            bindAndActivate();
        }
    }

    /** Makes a server that does not listen yet. */
    HTTPSServer(
            InetSocketAddress address,
            HandlerFactory factory,
            Workers workers,
            SSLContext context,
            List<String> alpnProtocols)
            throws IOException {
        super(address, factory, workers);
        this.context = context;
        this.alpnProtocols = List.copyOf(alpnProtocols);
    }

    /**
     * Returns the context with certificate and key. An override may give another one for new connections, once a certificate has been renewed.
     *
     * @return the context that the server was made with
     */
    public SSLContext context() {
        return context;
    }

    /**
     * Sets up TLS for a connection. An override may ask for a certificate of the client, for instance, after {@code
     * super.configure(engine)}.
     *
     * @param engine the connection's engine, before the handshake
     */
    protected void configure(SSLEngine engine) {
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setUseCipherSuitesOrder(true);
        engine.setSSLParameters(parameters);
        // Unlike a list of protocols, which would refuse a client that knows none of them.
        engine.setHandshakeApplicationProtocolSelector((e, offered) ->
                alpnProtocols.stream().filter(offered::contains).findFirst().orElse(""));
    }

    @Override
    Transport transport(SocketTransport socket) {
        SSLEngine engine = context().createSSLEngine();
        configure(engine);
        return new TlsTransport(socket, engine, records);
    }
}
