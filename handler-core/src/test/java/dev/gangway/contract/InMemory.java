package dev.gangway.contract;

import dev.gangway.host.HandlerFactory;
import dev.gangway.host.MemoryHost;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** The in-memory host under test. What it is given at once it serves on the caller's thread. */
public final class InMemory implements Host {
    @Override
    public RunningHost start(HandlerFactory factory) {
        return new Running(new MemoryHost(factory));
    }

    @Override
    public Set<HostDifference> differences() {
        return Set.of(HostDifference.NO_TIME_LIMIT, HostDifference.NO_RESET);
    }

    private static final class Running implements RunningHost {
        private final MemoryHost host;
        private int linesTaken;
        private int errorsTaken;

        Running(MemoryHost host) {
            this.host = host;
        }

        @Override
        public byte[] exchange(byte[] request) {
            return host.exchange(request);
        }

        @Override
        public HostClient connect() {
            return new Client(host);
        }

        @Override
        public List<String> takeLog() {
            List<String> all = host.logLines();
            List<String> fresh = all.subList(linesTaken, all.size());
            linesTaken = all.size();
            return fresh;
        }

        @Override
        public List<Throwable> takeErrors() {
            List<Throwable> all = host.errors();
            List<Throwable> fresh = all.subList(errorsTaken, all.size());
            errorsTaken = all.size();
            return fresh;
        }

        @Override
        public void close() {}
    }

    /** A client that talks while the handler runs, on a thread of its own. */
    private static final class Client implements HostClient {
        private final BytePipe toHost = new BytePipe();
        private final BytePipe fromHost = new BytePipe();
        private final InputStream input = fromHost.input();

        Client(MemoryHost host) {
            fromHost.timeout(java.time.Duration.ofSeconds(DEADLINE_SECONDS));
            Thread thread = new Thread(
                    () -> {
                        host.serve(toHost.input(), fromHost.output());
                        fromHost.end();
                    },
                    "memory host");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void send(byte[] bytes) throws IOException {
            toHost.output().write(bytes);
        }

        @Override
        public void halfClose() {
            toHost.end();
        }

        @Override
        public InputStream input() {
            return input;
        }

        @Override
        public byte[] readToEnd() throws IOException {
            return input.readAllBytes();
        }

        @Override
        public void close() {
            toHost.breakOff();
            fromHost.breakOff();
        }
    }
}
