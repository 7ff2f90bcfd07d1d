package dev.gangway.standalone.serve;

import dev.gangway.files.access.Htpasswd;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.node.GivenSocket;
import dev.gangway.standalone.node.Stop;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Serves files: {@code gangway serve [options] [DIRECTORY]}. */
public final class ServeCommand implements Command {
    private static final int TRIES = 20;
    private static final byte[] LOOPBACK_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final BiConsumer<Stop, Runnable> signals;

    /**
     * Makes the command.
     *
     * @param signals runs the first when the process should end, and the second before it is cut short
     */
    public ServeCommand(BiConsumer<Stop, Runnable> signals) {
        this.signals = signals;
    }

    @Override
    public String help() {
        return HelpText.text();
    }

    /** Returns none: the line is sorted by {@link ServeLine}. */
    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int failureStatus() {
        return 1;
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        return run(arguments.all("").toArray(String[]::new), out, err);
    }

    @Override
    public int run(String[] words, PrintStream out, PrintStream err) throws UsageException, IOException {
        ServeLine line = ServeLine.parse(words);
        if (line.values().containsKey("help")) {
            out.print(help());
            out.flush();
            return 0;
        }
        serve(Settings.of(line, System.getenv()), out);
        return 0;
    }

    private void serve(Settings settings, PrintStream out) throws UsageException, IOException {
        Path directory = settings.directory();
        Path absolute = directory.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            throw new IOException("cannot serve " + directory + ": it is not a directory");
        }
        List<InetSocketAddress> addresses = addresses(settings);
        Exposure.check(settings, addresses);
        checkAuthFile(settings);
        Node node = Node.of(settings);
        RequestLog log = RequestLog.of(settings);
        HandlerSettings handlers = new HandlerSettings(settings, absolute, log);
        handlers.check();
        StringBuilder note = new StringBuilder();
        CertificateFiles certificate = certificate(settings, addresses, log, note);
        List<HTTPServer> servers = open(addresses, handlers::handler, certificate, log, node);
        try {
            start(settings, servers, log, note.toString(), out, node);
        } finally {
            servers.forEach(HTTPServer::close);
        }
    }

    private void start(
            Settings settings, List<HTTPServer> servers, RequestLog log, String note, PrintStream out, Node node)
            throws IOException {
        Stop stop = new Stop(servers, node.options(), new PrintStream(OutputStream.nullOutputStream()));
        signals.accept(stop, () -> {});
        log.reopenOnHangUp();
        List<InetSocketAddress> bound = new ArrayList<>();
        for (HTTPServer server : servers) {
            bound.add(server.serverAddress());
        }
        Banner banner = new Banner(bound, settings.isSecure(), prefix(settings));
        out.print(banner.text() + note);
        String url = banner.publicUrl();
        if (settings.has("qr")) {
            out.print(QrCodeText.of(url == null ? banner.localUrl() : url));
        }
        out.flush();
        stop.prepare();
        for (HTTPServer server : servers.subList(1, servers.size())) {
            Thread thread = new Thread(server::serveForever, "gangway-serve");
            thread.setDaemon(true);
            thread.start();
        }
        if (settings.has("open")) {
            Browser.open(banner.localUrl());
        }
        servers.get(0).serveForever();
        stop.awaitEnd();
    }

    private static String prefix(Settings settings) {
        String prefix = settings.last("path-prefix", "");
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    /** Returns the addresses to listen on, with the port that was asked for. */
    private static List<InetSocketAddress> addresses(Settings settings) throws UsageException, IOException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        int port = settings.port();
        for (String bind : settings.all("bind")) {
            try {
                addresses.add(new InetSocketAddress(InetAddress.getByName(bind), port));
            } catch (UnknownHostException e) {
                throw new IOException("cannot listen on " + bind + ": no such name or address", e);
            }
        }
        if (addresses.isEmpty()) {
            addresses.add(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            addresses.add(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK_IPV6), port));
        }
        return addresses;
    }

    private static void checkAuthFile(Settings settings) throws UsageException, IOException {
        Path file = settings.path("auth-file");
        if (file == null) {
            return;
        }
        try {
            Map<String, String> accounts = Htpasswd.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
            if (accounts.isEmpty()) {
                throw new IOException("cannot use " + file + ": it has no line NAME:HASH");
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable CertificateFiles certificate(
            Settings settings, List<InetSocketAddress> addresses, RequestLog log, StringBuilder note)
            throws UsageException, IOException {
        if (settings.has("tls-self-signed")) {
            LocalAuthority authority = new LocalAuthority(LocalAuthority.configuration(System.getenv()), Instant.now());
            List<String> names = new ArrayList<>();
            for (InetSocketAddress address : addresses) {
                if (!address.getAddress().isAnyLocalAddress()) {
                    names.add(address.getAddress().getHostAddress().replaceAll("%.*", ""));
                }
            }
            X509Certificate certificate = authority.prepare(names);
            note.append("Certificates are signed by ")
                    .append(authority.certificate().resolveSibling(LocalAuthority.AUTHORITY))
                    .append("; its SHA-256 fingerprint is\n  ")
                    .append(LocalAuthority.fingerprint(certificate))
                    .append('\n');
            return new CertificateFiles(authority.certificate(), authority.key(), null, log::log);
        }
        Path file = settings.path("tls-cert");
        if (file == null) {
            return null;
        }
        Path passwordFile = settings.path("tls-password-file");
        char[] password = passwordFile == null
                ? null
                : Files.readString(passwordFile).strip().toCharArray();
        return new CertificateFiles(file, settings.path("tls-key"), password, log::log);
    }

    /** Binds all addresses to one port; with port 0, to one that is free on all of them. */
    private static List<HTTPServer> open(
            List<InetSocketAddress> addresses,
            HandlerFactory factory,
            @Nullable CertificateFiles certificate,
            RequestLog log,
            Node node)
            throws IOException {
        ServerSocketChannel given = GivenSocket.get();
        if (given != null) {
            HTTPServer server = server(addresses.get(0), factory, certificate, new ConcurrentHashMap<>(), log);
            node.apply(server);
            server.serverBind(given);
            server.log("gangway: serves the socket that is standard input, on port " + server.serverPort()
                    + "; --port and --bind are ignored");
            return List.of(server);
        }
        for (int i = 1; ; i++) {
            try {
                return openOnce(addresses, factory, certificate, log, node);
            } catch (IOException e) {
                if (addresses.get(0).getPort() != 0 || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static HTTPServer server(
            InetSocketAddress address,
            HandlerFactory factory,
            @Nullable CertificateFiles certificate,
            Map<String, Object> shared,
            RequestLog log)
            throws IOException {
        HTTPServer server = certificate == null
                ? new Servers.Plain(address, factory, shared, log)
                : new Servers.Secure(address, factory, certificate, shared, log);
        if (address.getAddress() instanceof Inet4Address) {
            server.addressFamily(StandardProtocolFamily.INET); // 0.0.0.0 does not ask for IPv6
        }
        return server;
    }

    private static List<HTTPServer> openOnce(
            List<InetSocketAddress> addresses,
            HandlerFactory factory,
            @Nullable CertificateFiles certificate,
            RequestLog log,
            Node node)
            throws IOException {
        Map<String, Object> shared = new ConcurrentHashMap<>();
        List<HTTPServer> servers = new ArrayList<>();
        int port = addresses.get(0).getPort();
        boolean chosen = addresses.size() > 1
                && addresses.get(1).getAddress() instanceof Inet6Address
                && addresses.get(1).getAddress().isLoopbackAddress();
        for (InetSocketAddress address : addresses) {
            InetSocketAddress wanted = new InetSocketAddress(address.getAddress(), port);
            HTTPServer server = server(wanted, factory, certificate, shared, log);
            node.apply(server);
            if (!servers.isEmpty()) {
                server.countTogether(servers.get(0));
            }
            try {
                server.serverBind();
                server.serverActivate();
                servers.add(server);
                port = server.serverAddress().getPort();
            } catch (IOException e) {
                server.close();
                if (chosen && !servers.isEmpty() && isMissing(address.getAddress())) {
                    continue; // a machine without IPv6; the user has not asked for it
                }
                servers.forEach(HTTPServer::close);
                throw new IOException(
                        "cannot listen on " + IpAddress.text(address) + " port " + port + ": " + FailureText.of(e)
                                + "; give another --port, or 0 for a free one",
                        e);
            }
        }
        return servers;
    }

    /** Whether an address cannot be listened on, whatever the port. */
    private static boolean isMissing(InetAddress address) {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, address)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
