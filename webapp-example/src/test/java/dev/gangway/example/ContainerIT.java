package dev.gangway.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packed WAR in the distribution of a container. Subclasses say which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ContainerIT {
    private static final long GIBIBYTE = 1L << 30;
    private static final String SERVLET = "dev.gangway.servlet.HandlerServlet";
    private static final Pattern TROUBLE = Pattern.compile("SEVERE|WARN|ERROR|Exception");

    /** A warning of Tomcat's on a machine that is busy. */
    private static final String SLOW_START = "Creation of SecureRandom instance for session ID generation";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A connection that was turned into one for HTTP/2 belongs, in some containers, to the deployment that was there then. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ContainerProcess container;
    private Path war;

    /** Starts the container. */
    abstract ContainerProcess start(Path home, Path base, Path war) throws Exception;

    /** Returns the system property that says where the distribution is. */
    abstract String homeProperty();

    /** Returns the system property that says where the WAR is. */
    String warProperty() {
        return "example.war";
    }

    /** Returns how many requests the container surely serves at once. */
    int requestsAtOnce() {
        return 50;
    }

    /** Tells whether the container deploys a WAR again that has been exchanged. */
    boolean deploysAgain() {
        return true;
    }

    /** Tells whether a line of the log tells of the container's own troubles, and not of the web application. */
    boolean isOwnTrouble(String line) {
        return false;
    }

    /** Returns how many requests at once start all threads of a container whose threads hold on to their first request; 0 if none do. */
    int requestsForAllThreads() {
        return 0;
    }

    @BeforeAll
    void startContainer(@TempDir Path base) throws Exception {
        String home = System.getProperty(homeProperty(), "");
        String packed = System.getProperty(warProperty(), "");
        Assumptions.assumeFalse(
                packed.isEmpty(), "the WAR is not packed yet; the profile \"containers\" runs this again");
        Assumptions.assumeFalse(home.isEmpty(), homeProperty() + " is not given");
        war = Path.of(packed);
        container = start(Path.of(home), base, war);
    }

    @AfterAll
    void stopContainer() {
        if (container != null) {
            container.close();
        }
    }

    @Test
    @Order(1)
    void everyLinkLeadsSomewhere() throws Exception {
        Set<URI> seen = Links.follow(client, container.address());
        assertTrue(seen.size() >= 10, seen::toString);
    }

    /** Whether a text is UTF-8 or something else, neither the handler nor the container knows. */
    @Test
    @Order(1)
    void aTextHasTheTypeThatTheHandlerGivesIt() throws Exception {
        URI text = container.address().resolve("files/listing/one.txt");
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(text).build(), BodyHandlers.ofString());
        assertEquals("text/plain", response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    @Order(1)
    void aFormIsAnswered() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(container.address().resolve("form"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("other=1&name=Ada+L%C3%B6velace"))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertEquals("Hello, Ada Lövelace.\n", response.body());
    }

    @Test
    @Order(2)
    void theFirstEventArrivesBeforeTheSecondIsWritten() throws Exception {
        Instant begin = Instant.now();
        HttpRequest request = HttpRequest.newBuilder(container.address().resolve("events?count=2&millis=10000"))
                .build();
        HttpResponse<InputStream> events = client.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertEquals("id: 1", lines.readLine());
        }
        Duration waited = Duration.between(begin, Instant.now());
        assertTrue(waited.toSeconds() < 9, waited::toString);
        report("first of two events after " + waited.toMillis() + " ms, the second is due after 10 s");
    }

    @Test
    @Order(3)
    void uploadsAGibibyte() throws Exception {
        Instant begin = Instant.now();
        try (Socket socket = new Socket("127.0.0.1", container.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("PUT", "upload", "Content-Length: " + GIBIBYTE + "\r\n"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < GIBIBYTE / block.length; i++) {
                out.write(block);
            }
            out.flush();
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(response.contains("\r\n\r\n" + GIBIBYTE + " bytes, SHA-256 "), response);
        }
        report("1 GiB up in " + Duration.between(begin, Instant.now()).toMillis()
                + " ms with the heap of ContainerProcess");
    }

    @Test
    @Order(4)
    void downloadsAGibibyte() throws Exception {
        Instant begin = Instant.now();
        long count = 0;
        try (Socket socket = new Socket("127.0.0.1", container.port())) {
            socket.getOutputStream().write(head("GET", "download/" + GIBIBYTE, ""));
            byte[] block = new byte[1 << 20];
            for (int n = socket.getInputStream().read(block);
                    n >= 0;
                    n = socket.getInputStream().read(block)) {
                count += n;
            }
        }
        long bytes = count;
        assertTrue(bytes > GIBIBYTE && bytes < GIBIBYTE + 1000, () -> bytes + " bytes with the head");
        report("1 GiB down in " + Duration.between(begin, Instant.now()).toMillis()
                + " ms with the heap of ContainerProcess");
    }

    @Test
    @Order(5)
    void clientsThatVanishLeaveNoThread() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Socket socket = new Socket("127.0.0.1", container.port());
            sockets.add(socket);
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(head("GET", "download/" + GIBIBYTE, ""));
        }
        try {
            // A container serves no more at once than it has threads; the rest vanish before they are served.
            container.await("responses to begin", () -> begun(sockets) >= requestsAtOnce());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        Instant begin = Instant.now();
        container.await("handlers to end", () -> !container.jcmd("Thread.print").contains("dev.gangway.example"));
        report("200 clients gone, no handler left after "
                + Duration.between(begin, Instant.now()).toMillis() + " ms");
        everyLinkLeadsSomewhere();
    }

    private static int begun(List<Socket> sockets) throws IOException {
        int count = 0;
        for (Socket socket : sockets) {
            count += socket.getInputStream().available() > 0 ? 1 : 0;
        }
        return count;
    }

    @Test
    @Order(6)
    void theLogIsClean() throws Exception {
        List<String> trouble = container.log().stream()
                .filter(line -> TROUBLE.matcher(line).find() && !isOwnTrouble(line) && !line.contains(SLOW_START))
                .toList();
        assertEquals(List.of(), trouble);
    }

    @Test
    @Order(7)
    void leavesNothingBehindWhenDeployedAgain() throws Exception {
        Assumptions.assumeTrue(deploysAgain(), "this container does not look for a WAR that has changed");
        startAllThreads();
        long before = container.instances(SERVLET);
        // The first deployment stays as long as the threads that its requests have started.
        long kept = requestsForAllThreads() > 0 ? 2 * before : before;
        assertTrue(before > 0, SERVLET);
        for (int i = 0; i < 10; i++) {
            long deployments = deployments();
            container.deploy(war);
            container.await("a new deployment", () -> deployments() > deployments);
            container.awaitDeployed();
            Links.follow(client, container.address());
        }
        container.await("servlets of old deployments to go", () -> container.instances(SERVLET) <= kept);
        assertFalse(String.join("\n", container.log()).contains("leak"));
        report("servlets before and after ten deployments: " + before + ", " + container.instances(SERVLET));
    }

    private void startAllThreads() throws Exception {
        HttpRequest slow = HttpRequest.newBuilder(container.address().resolve("events?count=2&millis=1000"))
                .timeout(PATIENCE)
                .build();
        List<CompletableFuture<HttpResponse<Void>>> responses = IntStream.range(0, requestsForAllThreads())
                .mapToObj(i -> client.sendAsync(slow, BodyHandlers.discarding()))
                .toList();
        for (CompletableFuture<HttpResponse<Void>> response : responses) {
            response.get();
        }
    }

    /** By HTTP/2 without TLS, if the container has it. */
    @Test
    @Order(8)
    void everyLinkLeadsSomewhereForAClientThatAsksForHttp2() throws Exception {
        HttpClient asking = HttpClient.newHttpClient();
        Set<URI> seen = Links.follow(asking, container.address());
        assertTrue(seen.size() >= 10, seen::toString);
        HttpRequest request = HttpRequest.newBuilder(container.address()).build();
        report("a client that asks for HTTP/2 gets "
                + asking.send(request, BodyHandlers.discarding()).version());
    }

    /** Counts the times that the handlers of one servlet have begun a life, by what the container says of it. */
    private long deployments() throws IOException {
        return container.log().stream().filter(line -> isDeployment(line)).count();
    }

    /** Tells whether a line of the log says that the web application is there. */
    abstract boolean isDeployment(String line);

    private byte[] head(String method, String path, String fields) {
        return (method + " " + container.address().getPath() + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + fields + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void report(String text) {
        System.out.println(getClass().getSimpleName() + ": " + text);
    }
}
