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
import java.util.regex.Pattern;

/**
 * {@link HandlerServlet} in a container, as a host under test.
 *
 * @param container the container
 * @param own what only this container leaves no choice in
 * @param refused the targets that this container answers with 400
 */
record ServletHost(Container container, Set<HostDifference> own, Pattern refused) implements Host {
    /** Encoded slashes, backslashes and NULs, bytes that are no UTF-8, a way out of the root, another host. */
    private static final String REFUSED_BY_BOTH = "#|/%E9%C3|%2F|%5C|%00|%ED%B[0-9A-F]|/\\.\\./\\.\\./|^http:";

    /** Returns Jetty; another container need not be on the class path. */
    static ServletHost jetty() {
        return new ServletHost(
                new JettyContainer(), Set.of(), Pattern.compile(REFUSED_BY_BOTH + "|%25|%7F|%[01][0-9A-F]"));
    }

    /** Returns the Tomcat on the class path. */
    static ServletHost tomcat() {
        return TomcatContainer.name().equals("tomcat9")
                ? new ServletHost(
                        new TomcatContainer(),
                        Set.of(HostDifference.OWN_ANSWER_TO_SHORT_CONTENT, HostDifference.LENIENT_CHUNK_EXTENSIONS),
                        Pattern.compile("#|%2F|%5C|%00|/\\.\\./\\.\\./|^http:"))
                : new ServletHost(
                        new TomcatContainer(),
                        Set.of(HostDifference.OWN_ANSWER_TO_SHORT_CONTENT),
                        Pattern.compile(REFUSED_BY_BOTH));
    }

    /** Returns Undertow. */
    static ServletHost undertow() {
        return new ServletHost(
                new UndertowContainer(),
                Set.of(
                        HostDifference.LENIENT_CHUNKS,
                        HostDifference.LENIENT_CHUNK_EXTENSIONS,
                        HostDifference.LOSES_WHAT_IS_UNSENT),
                Pattern.compile("^http:|#"));
    }

    @Override
    public RunningHost start(HandlerFactory factory) throws Exception {
        RecordingServlet servlet = new RecordingServlet(factory);
        Container.Started started = container.start(servlet, "", "/*", Map.of());
        return new RunningHost() {
            @Override
            public int port() {
                return started.port();
            }

            @Override
            public HostClient connect() throws IOException {
                return new SocketClient(started.port());
            }

            @Override
            public byte[] exchange(byte[] request) throws IOException {
                return afterwards(RunningHost.super.exchange(request));
            }

            @Override
            public byte[] exchangeOpen(byte[] request) throws IOException {
                return afterwards(RunningHost.super.exchangeOpen(request));
            }

            private byte[] afterwards(byte[] response) {
                servlet.awaitIdle();
                return response;
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
        Set<HostDifference> all = EnumSet.of(
                HostDifference.NO_HTTP_0_9,
                HostDifference.NO_CONNECT,
                HostDifference.OWN_PARSER,
                HostDifference.OWN_REASON_PHRASE,
                HostDifference.OWN_FRAMING,
                HostDifference.HANDLER_PER_REQUEST,
                HostDifference.NO_TIME_LIMIT,
                HostDifference.NO_RESET);
        all.addAll(own);
        return all;
    }

    @Override
    public boolean refuses(String target) {
        return refused.matcher(target).find();
    }
}
