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

/** The servers of this module as hosts under test, on a free port of the loopback address. */
enum SocketHost implements Host {
    HTTP_SERVER {
        @Override
        HTTPServer server(HandlerFactory factory, Notes notes) throws IOException {
            return new HTTPServer(ANY_PORT, factory) {
                @Override
                public void log(String line) {
                    notes.log(line);
                }

                @Override
                public void handleError(HandlerConnection connection, Throwable error) {
                    notes.error(error);
                }
            };
        }
    },

    THREADING_HTTP_SERVER {
        @Override
        HTTPServer server(HandlerFactory factory, Notes notes) throws IOException {
            return new ThreadingHTTPServer(ANY_PORT, factory) {
                @Override
                public void log(String line) {
                    notes.log(line);
                }

                @Override
                public void handleError(HandlerConnection connection, Throwable error) {
                    notes.error(error);
                }
            };
        }
    },

    /** The threading server, as if each handler answered at once: requests are served in event loops. */
    EVENT_LOOPS {
        @Override
        HTTPServer server(HandlerFactory factory, Notes notes) throws IOException {
            return THREADING_HTTP_SERVER.server(() -> PromptHandler.of(factory.get()), notes);
        }
    };

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    abstract HTTPServer server(HandlerFactory factory, Notes notes) throws IOException;

    @Override
    public RunningHost start(HandlerFactory factory) throws IOException {
        Notes notes = new Notes();
        HTTPServer server = server(factory, notes);
        Thread thread = new Thread(server::serveForever, name());
        thread.setDaemon(true);
        thread.start();
        return new Running(server, notes);
    }

    /** What a server has logged and what its handlers have thrown. */
    private static final class Notes {
        private final List<String> lines = new ArrayList<>();
        private final List<Throwable> errors = new ArrayList<>();

        synchronized void log(String line) {
            lines.add(line);
        }

        synchronized void error(Throwable error) {
            if (!(error instanceof ClientGoneException)) {
                errors.add(error);
            }
        }

        synchronized List<String> takeLines() {
            List<String> taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }

        synchronized List<Throwable> takeErrors() {
            List<Throwable> taken = List.copyOf(errors);
            errors.clear();
            return taken;
        }
    }

    private record Running(HTTPServer server, Notes notes) implements RunningHost {
        @Override
        public HostClient connect() throws IOException {
            return new SocketClient(server.serverPort());
        }

        @Override
        public List<String> takeLog() {
            return notes.takeLines();
        }

        @Override
        public List<Throwable> takeErrors() {
            return notes.takeErrors();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
