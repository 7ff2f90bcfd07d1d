package dev.gangway.standalone.cli;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPSServer;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.ColoredLine;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.pem.PemException;
import dev.gangway.standalone.pem.ServerCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the server with TLS. It is apart from {@link Main}, so that a start without TLS loads no class of it. */
final class TlsServer {
    /** As in Python. */
    private static final List<String> ALPN_PROTOCOLS = List.of("http/1.1");

    private TlsServer() {}

    static HTTPServer create(
            Options options, Path certificate, InetSocketAddress address, HandlerFactory factory, boolean colored)
            throws IOException, UsageException {
        ServerCertificate shown = read(certificate, options);
        return new ThreadingHTTPSServer(address, factory, shown.context(), ALPN_PROTOCOLS, false) {
            @Override
            public void log(String line) {
                super.log(colored ? ColoredLine.of(line) : line);
            }
        };
    }

    private static ServerCertificate read(Path certificate, Options options) throws IOException, UsageException {
        try {
            return ServerCertificate.read(certificate, options.tlsKey(), password(options));
        } catch (PemException e) {
            throw new IOException(
                    e.getMessage()
                            + switch (e.missing()) {
                                case NOTHING -> "";
                                case KEY -> "; name the file that has it with --tls-key";
                                case PASSWORD -> "; name a file that has it with --tls-password-file";
                            },
                    e);
        }
    }

    private static char @Nullable [] password(Options options) throws UsageException {
        Path file = options.tlsPasswordFile();
        try {
            return file == null ? null : Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new UsageException("Failed to read TLS password file: " + FailureText.asInPython(file, e));
        }
    }
}
