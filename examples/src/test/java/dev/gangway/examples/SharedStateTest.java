package dev.gangway.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** State of handlers with three nodes behind HAProxy: in a store that all share, and in a node that each client stays with. */
@Timeout(60)
class SharedStateTest {
    private static final int NODES = 3;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 500;

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<ThreadingHTTPServer> nodes = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void checkThatHaproxyIsThere() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/haproxy")), "haproxy is not installed");
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void startProgram(int port, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        keep(() -> process.destroyForcibly().waitFor());
        for (int i = 0; !listens(port); i++) {
            assertTrue(i < 300 && process.isAlive(), () -> command[0] + " does not listen");
            TimeUnit.MILLISECONDS.sleep(20); // another process
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts a store without a file. */
    private RedisClient startStore() throws Exception {
        Path program = Path.of("/usr/bin/redis-server");
        Assumptions.assumeTrue(Files.isExecutable(program), "redis-server is not installed");
        int port = freePort();
        startProgram(port, program.toString(), "--bind", "127.0.0.1", "--port", String.valueOf(port), "--save", "");
        return keep(RedisClient.create("127.0.0.1", port));
    }

    /** Starts the nodes, and HAProxy before them with the configuration in {@code deploy}. Returns its address. */
    private URI start(HandlerFactory handlers, boolean sticky) throws Exception {
        int port = freePort();
        String config = Files.readString(Path.of("../deploy/haproxy/haproxy.cfg"))
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("    maxconn 8000", "    maxconn 1000")
                .replaceAll("(?m)^    server .*\n?", "");
        if (sticky) {
            config = config.replace(
                    "    balance leastconn\n",
                    "    balance leastconn\n    cookie NODE insert indirect nocache httponly attr SameSite=Lax\n");
        }
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < NODES; i++) {
            ThreadingHTTPServer node =
                    keep(new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", 0), () -> silent(handlers)));
            node.health("/healthz");
            nodes.add(node);
            new Thread(node::serveForever, "node").start();
            servers.append("    server node%d 127.0.0.1:%d%s\n"
                    .formatted(i, node.serverPort(), sticky ? " cookie node" + i : ""));
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), config + servers);
        startProgram(port, "/usr/sbin/haproxy", "-db", "-f", file.toString());
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private static Handler silent(HandlerFactory handlers) throws Exception {
        Handler handler = handlers.get();
        ((BaseHTTPRequestHandler) handler).accessLog(false);
        return handler;
    }

    private HttpResponse<String> ask(URI address, String method, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Each request gets a number of its own, and no number is left out: every increment has counted, and once. */
    @Test
    void aCounterInASharedStoreCountsEachRequestOnce() throws Exception {
        RedisClient store = startStore();
        URI address = start(SharedHits::new, false);
        nodes.forEach(node -> node.attribute("store", store));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        keep(clients::shutdownNow);
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            work.add(() -> count(address));
        }
        TreeSet<Long> numbers = new TreeSet<>();
        for (Future<List<Long>> client : clients.invokeAll(work)) {
            numbers.addAll(client.get());
        }
        assertEquals(CLIENTS * REQUESTS, numbers.size());
        assertEquals(1, numbers.first());
        assertEquals(CLIENTS * REQUESTS, numbers.last());
        assertEquals("hit " + CLIENTS * REQUESTS + "\n", ask(address, "GET", "").body());
    }

    private List<Long> count(URI address) throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String body = ask(address, "POST", "").body();
            numbers.add(Long.parseLong(body.substring("hit ".length()).strip()));
        }
        return numbers;
    }

    @Test
    void aStoreThatIsDownIsSaid() throws Exception {
        RedisClient nothing = keep(RedisClient.create("127.0.0.1", freePort()));
        URI address = start(SharedHits::new, false);
        nodes.forEach(node -> node.attribute("store", nothing));
        assertEquals(503, ask(address, "POST", "").statusCode());
    }

    /** The counter of a node counts on for a client that brings the balancer's cookie back. Others are spread over all nodes. */
    @Test
    void aClientWithTheCookieStaysWithItsNode() throws Exception {
        URI address = start(HitCounter::new, true);
        HttpResponse<String> first = ask(address, "GET", "");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertTrue(cookie.startsWith("NODE=node"), cookie);
        for (int i = 2; i <= 20; i++) {
            assertEquals("hit " + i + "\n", ask(address, "GET", cookie).body());
        }
        assertNotEquals("hit 21\n", ask(address, "GET", "").body());
    }
}
