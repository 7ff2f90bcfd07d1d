package dev.gangway.standalone.serve;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPSServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The servers of one program, one for each address: what handlers share, they share on all of them. */
final class Servers {
    private Servers() {}

    private static void set(Map<String, Object> shared, String name, @Nullable Object value) {
        if (value == null) {
            shared.remove(name);
        } else {
            shared.put(name, value);
        }
    }

    /** A server without TLS. */
    static final class Plain extends ThreadingHTTPServer {
        private final Map<String, Object> shared;
        private final RequestLog log;

        Plain(InetSocketAddress address, HandlerFactory factory, Map<String, Object> shared, RequestLog log)
                throws IOException {
            super(address, factory, false);
            this.shared = shared;
            this.log = log;
        }

        @Override
        public @Nullable Object attribute(String name) {
            return shared.get(name);
        }

        @Override
        public void attribute(String name, @Nullable Object value) {
            set(shared, name, value);
        }

        @Override
        public void log(String line) {
            log.log(line);
        }
    }

    /** A server with TLS, whose certificate may change. */
    static final class Secure extends ThreadingHTTPSServer {
        private final CertificateFiles certificate;
        private final Map<String, Object> shared;
        private final RequestLog log;

        Secure(
                InetSocketAddress address,
                HandlerFactory factory,
                CertificateFiles certificate,
                Map<String, Object> shared,
                RequestLog log)
                throws IOException {
            super(address, factory, certificate.context(), List.of("http/1.1"), false);
            this.certificate = certificate;
            this.shared = shared;
            this.log = log;
        }

        @Override
        public SSLContext context() {
            return certificate.context();
        }

        @Override
        public @Nullable Object attribute(String name) {
            return shared.get(name);
        }

        @Override
        public void attribute(String name, @Nullable Object value) {
            set(shared, name, value);
        }

        @Override
        public void log(String line) {
            log.log(line);
        }
    }
}
