import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures what {@code Simulation.java 3 4 10 LOAD} simulates: three nodes behind HAProxy, four workers each, requests that take 10 ms and come at
 * random times. The work is a wait, so three nodes fit on one machine: {@code java -cp gangway.jar docs/scale/ThreeNodes.java 0.5 0.6 0.7}.
 */
public final class ThreeNodes {
    private static final int NODES = 3;
    private static final int WORKERS = 4;
    private static final double WORK_SECONDS = 0.01;
    private static final int SECONDS = Integer.getInteger("seconds", 36);
    private static final int CLIENTS = 400;

    /** Works on a request when a worker is free. */
    public static final class Worker extends BaseHTTPRequestHandler {
        private static final Random RANDOM = new Random(2);
        private final Semaphore workers;

        Worker(Semaphore workers) {
            this.workers = workers;
            protocolVersion("HTTP/1.1");
            accessLog(false);
        }

        public void do_GET() throws IOException {
            workers.acquireUninterruptibly();
            try {
                long end = System.nanoTime() + (long) (-Math.log(1 - RANDOM.nextDouble()) * WORK_SECONDS * 1e9);
                for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            } finally {
                workers.release();
            }
            sendResponse(200);
            sendHeader("Content-Length", 2);
            endHeaders();
            wfile().write("ok".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static ThreadingHTTPServer start(int port) throws IOException {
        Semaphore workers = new Semaphore(WORKERS, true);
        ThreadingHTTPServer server =
                new ThreadingHTTPServer(new InetSocketAddress("127.0.0.1", port), () -> new Worker(workers));
        server.health("/healthz");
        server.maxConnections(10_000);
        Thread thread = new Thread(server::serveForever, "node");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void client(int port, LinkedBlockingQueue<Long> arrivals, ConcurrentLinkedQueue<Long> took) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] bytes = new byte[4096];
            for (long arrived = arrivals.take(); arrived >= 0; arrived = arrivals.take()) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                int count = 0;
                while (!new String(bytes, 0, count, StandardCharsets.ISO_8859_1).endsWith("\r\n\r\nok")) {
                    int n = in.read(bytes, count, bytes.length - count);
                    if (n < 0) {
                        throw new IOException(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                    }
                    count += n;
                }
                took.add(System.nanoTime() - arrived);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("failed: " + e);
        }
    }

    private static void run(double load, boolean restarts) throws Exception {
        List<ThreadingHTTPServer> nodes = new ArrayList<>();
        int port = freePort();
        StringBuilder config = new StringBuilder("""
                global
                    maxconn 2000
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 60s
                    timeout server 60s
                    timeout check 5s
                frontend web
                    bind 127.0.0.1:%d
                    default_backend nodes
                backend nodes
                    balance leastconn
                    option httpchk
                    http-check send meth GET uri /healthz ver HTTP/1.1 hdr Host check
                    http-check expect status 200
                    default-server check inter 200ms fall 1 rise 1
                """.formatted(port));
        for (int i = 0; i < NODES; i++) {
            nodes.add(start(0));
            config.append("    server node%d 127.0.0.1:%d%n".formatted(i, nodes.get(i).serverPort()));
        }
        Path file = Files.writeString(Files.createTempFile("haproxy", ".cfg"), config);
        Process balancer = new ProcessBuilder("/usr/sbin/haproxy", "-db", "-f", file.toString()).inheritIO().start();
        TimeUnit.SECONDS.sleep(2);
        LinkedBlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> client(port, arrivals, took));
            client.start();
            clients.add(client);
        }
        double rate = load * NODES * WORKERS / WORK_SECONDS;
        Random random = new Random(1);
        long begin = System.nanoTime();
        Thread source = new Thread(() -> {
            double next = 0;
            while (next < SECONDS) {
                next += -Math.log(1 - random.nextDouble()) / rate;
                long due = begin + (long) (next * 1e9);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                arrivals.add(due);
            }
            for (int i = 0; i < CLIENTS; i++) {
                arrivals.add(-1L);
            }
        });
        source.start();
        for (int i = 0; restarts && source.isAlive(); i = (i + 1) % NODES) {
            ThreadingHTTPServer node = nodes.get(i);
            node.drain();
            TimeUnit.SECONDS.sleep(3);
            node.close();
            TimeUnit.SECONDS.sleep(1);
            nodes.set(i, start(node.serverPort()));
            TimeUnit.SECONDS.sleep(2);
        }
        for (Thread client : clients) {
            client.join();
        }
        nodes.forEach(ThreadingHTTPServer::close);
        balancer.destroy();
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f %% | %,d | %.0f | %.0f | %.0f | %.0f |%n",
                restarts ? "restarts" : "steady",
                NODES,
                load * 100,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[(int) (sorted.length * 0.999)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("| | nodes | load | requests | median ms | p99 | p99.9 | longest |\n|---|---|---|---|---|---|---|---|");
        for (String load : arguments) {
            run(Double.parseDouble(load), false);
            run(Double.parseDouble(load), true);
        }
        System.exit(0);
    }
}
