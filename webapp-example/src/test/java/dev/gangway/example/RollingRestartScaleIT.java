package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A standalone node, Tomcat and Jetty behind HAProxy, all configured by the files of {@code deploy}: restarted in turn under load, killed, and
 * asked who the client is. Runs with the profile {@code scale}.
 */
@Tag("scale")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RollingRestartScaleIT {
    private static final Duration LENGTH = Duration.parse(System.getProperty("scale.duration", "PT60S"));
    private static final int CLIENTS = Integer.getInteger("scale.clients", 8);
    /** A slow machine needs more than the time above for so many. */
    private static final int REQUESTS = Integer.getInteger("scale.requests", 100_000);
    /** How often each node is restarted at least. */
    private static final int ROUNDS = 2;
    /** How long HAProxy may take to see that a node drains: it looks once a second. */
    private static final int LOOK_SECONDS = 2;

    private static final String PROXY = "127.0.0.1";
    private static final String CLIENT = "127.0.0.7";
    private static final String STRANGER = "127.0.0.9";

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void checkThatAllIsThere() {
        Assumptions.assumeTrue(ScaleBalancer.isInstalled(), "haproxy is not installed");
        Assumptions.assumeTrue(
                System.getProperty("jetty.home") != null,
                "the WAR is not packed yet; the profile \"scale\" runs this later");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private <T extends AutoCloseable> T keep(T closed) {
        open.add(closed);
        return closed;
    }

    private List<ScaleNode> startAll() throws Exception {
        List<ScaleNode> nodes = List.of(
                keep(ScaleNode.standalone(folder, "--forwarded", PROXY, "--forwarded-field", "X-Forwarded")),
                keep(ScaleNode.tomcat(folder)),
                keep(ScaleNode.jetty(folder)));
        for (ScaleNode node : nodes) {
            node.start();
        }
        return nodes;
    }

    @Test
    void noRequestFailsWhileEachIsRestartedInTurn() throws Exception {
        List<ScaleNode> nodes = startAll();
        ScaleBalancer balancer = keep(ScaleBalancer.start(folder, nodes, ScaleBalancer.Retries.NONE, ""));
        long deadline = System.nanoTime() + LENGTH.toNanos();
        ScaleLoad load = keep(ScaleLoad.start(balancer.port(), CLIENTS));
        int rounds = 0;
        while (rounds < ROUNDS || load.answered() < REQUESTS || System.nanoTime() - deadline < 0) {
            for (ScaleNode node : nodes) {
                restart(node, balancer);
            }
            rounds++;
        }
        load.close();
        report("rolling restart", load, rounds + " restarts of each");
        assertEquals(List.of(), load.failures());
    }

    /** A container cannot say that it will stop soon, so HAProxy is told. */
    private static void restart(ScaleNode node, ScaleBalancer balancer) throws Exception {
        if (!node.saysThatItStops()) {
            balancer.drain(node.name());
        }
        int status = node.stop();
        assertEquals(node.saysThatItStops() ? 0 : 143, status, node::name);
        node.start();
        if (!node.saysThatItStops()) {
            balancer.ready(node.name());
        }
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        balancer.awaitUp(node.name());
    }

    @ParameterizedTest
    @EnumSource(ScaleBalancer.Retries.class)
    void whenANodeIsKilledAtMostWhatItHadIsLost(ScaleBalancer.Retries retries) throws Exception {
        List<ScaleNode> nodes = startAll();
        ScaleBalancer balancer = keep(ScaleBalancer.start(folder, nodes, retries, ""));
        ScaleLoad load = keep(ScaleLoad.start(balancer.port(), CLIENTS));
        for (ScaleNode node : nodes) {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            node.kill();
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            node.start();
            balancer.awaitUp(node.name());
        }
        load.close();
        report("kill -9 of each, retries: " + retries, load, nodes.size() + " kills");
        int inFlight = CLIENTS * nodes.size();
        switch (retries) {
            case NONE -> assertTrue(load.answered() > 0); // until HAProxy sees it, a dead node refuses connections
            case NONE_AND_MARKED_DOWN, CONNECTIONS ->
                assertTrue(
                        load.failures().size() <= inFlight,
                        () -> load.failures().toString());
            case REQUESTS -> assertEquals(List.of(), load.failures());
        }
    }

    /** {@code words} is what the line of a server in HAProxy's configuration says, and {@code option} what the node is told. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            standalone, fields,          '',               --forwarded
            standalone, PROXY version 1, ' send-proxy',    --proxy-protocol
            standalone, PROXY version 2, ' send-proxy-v2', --proxy-protocol
            jetty,      fields,          '',               ''
            jetty,      PROXY version 1, ' send-proxy',    --module=proxy-protocol
            jetty,      PROXY version 2, ' send-proxy-v2', --module=proxy-protocol
            tomcat,     fields,          '',               ''
            """)
    void theLogNamesTheClient(String server, String how, String words, String option) throws Exception {
        ScaleNode node = keep(
                switch (server) {
                    case "standalone" -> ScaleNode.standalone(folder, option, PROXY);
                    case "jetty" -> option.isEmpty() ? ScaleNode.jetty(folder) : ScaleNode.jetty(folder, option);
                    default -> ScaleNode.tomcat(folder);
                });
        node.start();
        ScaleBalancer balancer = keep(ScaleBalancer.start(folder, List.of(node), ScaleBalancer.Retries.NONE, words));
        assertTrue(askFrom(CLIENT, balancer.port(), "?by-proxy").startsWith("HTTP/1.1 200 "));
        assertTrue(lineWith(node, "?by-proxy").startsWith(CLIENT + " "), node::name);
        // Jetty believes every peer, so nothing else may reach it.
        if (how.equals("fields") && !server.equals("jetty")) {
            assertTrue(askFrom(STRANGER, node.port(), "?direct").startsWith("HTTP/1.1 200 "));
            assertTrue(lineWith(node, "?direct").startsWith(STRANGER + " "), node::name);
        }
        if (option.equals("--proxy-protocol")) {
            assertTrue(askFrom(STRANGER, node.port(), "?direct", "PROXY TCP4 6.6.6.6 127.0.0.1 1 2\r\n")
                    .startsWith("HTTP/1.1 400 "));
        }
        assertFalse(node.log().lines().anyMatch(line -> line.startsWith("6.6.6.6")), node::name);
        node.stop();
    }

    /** Waits until the log has a request, which some write a moment after the response. */
    private static String lineWith(ScaleNode node, String part) throws Exception {
        for (int i = 0; i < 300; i++) {
            for (String line : node.log().lines().toList()) {
                if (line.contains(part)) {
                    return line;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return "";
    }

    private static String askFrom(String address, int port, String query) throws IOException {
        return askFrom(address, port, query, "");
    }

    /** Asks from an address, and says in the fields that it is another one. */
    private static String askFrom(String address, int port, String query, String before) throws IOException {
        try (Socket client = new Socket(InetAddress.getByName(PROXY), port, InetAddress.getByName(address), 0)) {
            client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            client.getOutputStream()
                    .write((before + "GET " + ScaleNode.PATH + query + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                                    + "Forwarded: for=6.6.6.6\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void report(String what, ScaleLoad load, String how) {
        System.out.println(what + ": " + load.answered() + " requests, " + how + ", "
                + load.failures().size() + " failures");
    }
}
