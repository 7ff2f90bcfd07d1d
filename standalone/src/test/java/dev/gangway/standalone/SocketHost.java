package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.HostClient;
import dev.gangway.contract.RunningHost;
import dev.gangway.contract.SocketClient;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** The servers under test, as a client on this machine sees them. */
enum SocketHost implements Host {
    /** One connection at a time. */
    ONE_BY_ONE {
        @Override
        Workers workers() {
            return Workers.inline();
        }
    },
    /** A thread for each connection. */
    THREADING {
        @Override
        Workers workers() {
            return Workers.threads();
        }
    };

    abstract Workers workers();

    @Override
    public RunningHost start(HandlerFactory factory) throws IOException {
        return new Running(new NotingServer(factory, workers()));
    }

    private static final class NotingServer extends HTTPServer {
        private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Throwable> errors = new LinkedBlockingQueue<>();

        NotingServer(HandlerFactory factory, Workers workers) throws IOException {
            super(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), factory, workers);
            bindAndActivate();
        }

        @Override
        public void log(String line) {
            lines.add(line);
        }

        @Override
        public void handleError(HandlerConnection connection, Throwable error) {
            if (!(error instanceof ClientGoneException)) {
                errors.add(error);
            }
        }
    }

    private record Running(NotingServer server) implements RunningHost {
        Running {
            Thread thread = new Thread(server::serveForever, "server under test");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public HostClient connect() throws IOException {
            return new SocketClient(server.serverPort());
        }

        @Override
        public List<String> takeLog() {
            return taken(server.lines);
        }

        @Override
        public List<Throwable> takeErrors() {
            return taken(server.errors);
        }

        @Override
        public void close() {
            server.close();
        }

        private static <T> List<T> taken(LinkedBlockingQueue<T> queue) {
            List<T> all = new ArrayList<>();
            queue.drainTo(all);
            return all;
        }
    }
}
