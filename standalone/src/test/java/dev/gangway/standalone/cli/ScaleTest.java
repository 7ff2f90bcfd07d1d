package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restarts three nodes behind HAProxy in turn while clients ask, with the configuration in {@code deploy}, but without retries: no
 * request may fail. Runs with the profile {@code scale}.
 */
@Tag("scale")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ScaleTest {
    private static final Duration LENGTH = Duration.parse(System.getProperty("scale.duration", "PT60S"));
    private static final int CLIENTS = Integer.getInteger("scale.clients", 8);
    private static final int NODES = 3;

    @TempDir
    Path folder;

    private final int[] ports = new int[NODES + 1];
    private final Gangway[] nodes = new Gangway[NODES];
    private final AtomicLong answered = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private Process balancer;

    @BeforeEach
    void start() throws Exception {
        Path haproxy = Path.of("/usr/sbin/haproxy");
        Assumptions.assumeTrue(Files.isExecutable(haproxy), "haproxy is not installed");
        Files.writeString(folder.resolve("hello.txt"), "hello");
        choosePorts();
        String config = Files.readString(Path.of("../deploy/haproxy/haproxy.cfg"))
                .replaceAll("(?m)^ *(option redispatch|retry-on|retries) .*$", "")
                .replace("bind :8080", "bind 127.0.0.1:" + ports[NODES]);
        for (int i = 0; i < NODES; i++) {
            config = config.replace("127.0.0.1:800" + (i + 1), "127.0.0.1:" + ports[i]);
            startNode(i);
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), config);
        balancer = new ProcessBuilder(haproxy.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        awaitAnswer();
    }

    private void choosePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < ports.length; i++) {
            sockets.add(new ServerSocket(0));
            ports[i] = sockets.get(i).getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }

    private void startNode(int i) throws IOException {
        nodes[i] = Gangway.start(
                folder,
                Map.of(),
                Redirect.appendTo(log(i).toFile()),
                String.valueOf(ports[i]),
                "-b",
                "127.0.0.1",
                "-p",
                "HTTP/1.1",
                "--health",
                "/healthz",
                "--drain-delay",
                "3",
                "--idle-timeout",
                "75");
        Gangway.port(nodes[i].out().readLine());
    }

    /** Returns where a node writes its log: of the last lines one learns why a node has not ended. */
    private Path log(int i) {
        return folder.resolve("node" + i + ".log");
    }

    private void stopNode(int i) throws Exception {
        nodes[i].signal("TERM");
        if (nodes[i].process().waitFor(60, TimeUnit.SECONDS)) {
            assertEquals(0, nodes[i].process().exitValue(), () -> tail(log(i)));
            return;
        }
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(nodes[i].process().pid()),
                        "Thread.print")
                .inheritIO()
                .start()
                .waitFor();
        fail("it goes on 60 s after SIGTERM:\n" + tail(log(i)));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 100), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @AfterEach
    void stop() {
        for (Gangway node : nodes) {
            if (node != null) {
                node.close();
            }
        }
        if (balancer != null) {
            balancer.destroyForcibly();
        }
    }

    private String ask() throws IOException {
        try (Socket client = new Socket("127.0.0.1", ports[NODES])) {
            client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            client.getOutputStream()
                    .write("GET /hello.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private void awaitAnswer() throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                if (ask().endsWith("hello")) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            assertTrue(i < 300, "HAProxy does not answer");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void load(long deadline) {
        while (System.nanoTime() - deadline < 0) {
            try {
                String response = ask();
                answered.incrementAndGet();
                if (!response.startsWith("HTTP/1.1 200 ") || !response.endsWith("hello")) {
                    failures.add(
                            response.isEmpty()
                                    ? "empty"
                                    : response.lines().findFirst().orElse(""));
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
        }
    }

    @Test
    void noRequestFailsWhileNodesAreRestarted() throws Exception {
        long deadline = System.nanoTime() + LENGTH.toNanos();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> load(deadline), "client");
            client.start();
            clients.add(client);
        }
        int restarts = 0;
        for (int i = 0; System.nanoTime() - deadline < 0; i = (i + 1) % NODES) {
            stopNode(i);
            startNode(i);
            restarts++;
            TimeUnit.SECONDS.sleep(3); // HAProxy looks once a second
        }
        for (Thread client : clients) {
            client.join();
        }
        System.out.println(answered + " requests, " + restarts + " restarts, " + failures.size() + " failures");
        assertEquals(List.of(), List.copyOf(failures));
    }
}
