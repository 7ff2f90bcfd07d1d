package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.HostClient;
import dev.gangway.contract.HostDifference;
import dev.gangway.contract.RunningHost;
import dev.gangway.contract.SocketClient;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@link HandlerServlet} in a container, as a host under test.
 *
 * @param container the container
 */
record ServletHost(Container container) implements Host {
    @Override
    public RunningHost start(HandlerFactory factory) throws Exception {
        RecordingServlet servlet = new RecordingServlet(factory);
        Container.Started started = container.start(servlet, "", "/*", Map.of());
        return new RunningHost() {
            @Override
            public HostClient connect() throws IOException {
                return new SocketClient(started.port());
            }

            @Override
            public List<String> takeLog() {
                return servlet.takeLog();
            }

            @Override
            public List<Throwable> takeErrors() {
                return servlet.takeErrors();
            }

            @Override
            public void close() {
                started.close();
            }
        };
    }

    @Override
    public Set<HostDifference> differences() {
        return EnumSet.of(
                HostDifference.NO_HTTP_0_9,
                HostDifference.OWN_PARSER,
                HostDifference.OWN_REASON_PHRASE,
                HostDifference.OWN_FRAMING,
                HostDifference.HANDLER_PER_REQUEST,
                HostDifference.NO_TIME_LIMIT);
    }
}
