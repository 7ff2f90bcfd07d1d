package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a server ends, and hands its socket to the next. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeFile() throws IOException {
        Files.writeString(directory.resolve("hello.txt"), "hello");
    }

    private static String ask(int port, String target) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return ask(client, target);
        }
    }

    private static String ask(int port, String target, String connection) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: " + connection + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String ask(Socket client, String target) throws IOException {
        client.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        client.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void afterTheSignalAServerIsNotReadyAndGoesOnForAWhile() throws Exception {
        try (Gangway gangway = Gangway.start(
                directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1", "--health", "/healthz", "--drain-delay", "2")) {
            int port = Gangway.port(gangway.out().readLine());
            long start = System.nanoTime();
            gangway.signal("TERM");
            String line = gangway.err().readLine();
            assertTrue(
                    line.matches(
                            "gangway: \\[[^]]+\\] SIGTERM: not ready; accepts connections for another 2 s, and closes"
                                    + " each after its response"),
                    line);
            String health = ask(port, "/healthz");
            assertTrue(health.startsWith("HTTP/1.1 503 ") && health.endsWith("draining"), health);
            String hello = ask(port, "/hello.txt");
            assertTrue(hello.contains("\r\nConnection: close\r\n") && hello.endsWith("hello"), hello);
            assertEquals(0, gangway.awaitExit());
            assertTrue(System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(2), "it did not wait");
            List<String> steps = gangway.restOfErr()
                    .lines()
                    .filter(step -> step.startsWith("gangway: ["))
                    .toList();
            assertEquals(2, steps.size(), steps::toString);
            assertTrue(
                    steps.get(0).endsWith("] accepts no more connections; responses that run have 10 s"), steps.get(0));
            assertTrue(steps.get(1).endsWith("] ended"), steps.get(1));
        }
    }

    @Test
    void aSecondSignalEndsTheWaitAtOnce() throws Exception {
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1", "--drain-delay", "60")) {
            Gangway.port(gangway.out().readLine());
            gangway.signal("TERM");
            gangway.err().readLine();
            gangway.signal("TERM");
            assertEquals(128 + 15, gangway.awaitExit());
        }
    }

    /** Who copies a new archive over the old one breaks classes that are not loaded yet. The process must end all the same. */
    @Test
    void endsAfterItsArchivesWereOverwritten(@TempDir Path folder) throws Exception {
        try (Gangway gangway = Gangway.startFromArchives(
                folder, directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1", "--health", "/healthz")) {
            int port = Gangway.port(gangway.out().readLine());
            assertTrue(ask(port, "/healthz", "close").endsWith("ok"));
            awaitEndOfThread(gangway.process(), "gangway-rehearsal");
            overwriteArchives(folder);
            gangway.signal("TERM");
            assertEquals(0, gangway.awaitExit(), gangway::restOfErr);
            assertTrue(gangway.restOfErr().endsWith("] ended\n"));
        }
    }

    /** Asks the JVM of a process for its threads until none has that name. */
    private static void awaitEndOfThread(Process process, String name) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Assumptions.assumeTrue(Files.isExecutable(jcmd), "jcmd is not installed");
        String threads;
        do {
            Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            threads = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(threads.contains("\"main\""), threads);
        } while (threads.contains('"' + name + '"'));
    }

    private static void overwriteArchives(Path folder) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path archive : archives) {
                Files.write(archive, new byte[(int) Files.size(archive)], StandardOpenOption.WRITE);
            }
        }
    }

    /** A stop that hangs or fails ends the process within its time, and says why. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            hang, 'did not end within 1 s of SIGTERM, so it is ended now; its threads:'
            fail, 'the stop after SIGTERM has failed: java.lang.IllegalStateException: on purpose'
            """)
    void endsEvenIfItsStopDoesNot(String how, String says) throws Exception {
        try (Gangway program = Gangway.startMain(directory, BadStop.class, how)) {
            program.out().readLine();
            program.signal("TERM");
            assertEquals(1, program.awaitExit());
            assertTrue(program.restOfErr().startsWith("gangway: " + says));
        }
    }

    /** A program whose stop is not one. */
    static final class BadStop {
        public static void main(String[] arguments) throws Exception {
            StopSignals.handle(
                    signal -> {
                        if (arguments[0].equals("fail")) {
                            throw new IllegalStateException("on purpose");
                        }
                        LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(1));
                    },
                    () -> {},
                    Duration.ofSeconds(1));
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    /** The request of a client that has connected is on its way. */
    @Test
    void aConnectionThatHasSentNothingYetIsServed() throws Exception {
        try (Gangway gangway =
                        Gangway.start(directory, "0", "-b", "127.0.0.1", "-p", "HTTP/1.1", "--health", "/healthz");
                Socket client =
                        new Socket("127.0.0.1", Gangway.port(gangway.out().readLine()))) {
            gangway.signal("TERM");
            gangway.err().readLine();
            String last = gangway.err().readLine();
            assertTrue(last.contains("accepts no more connections"), last);
            String hello = ask(client, "/hello.txt");
            assertTrue(hello.contains("\r\nConnection: close\r\n") && hello.endsWith("hello"), hello);
            assertEquals(0, gangway.awaitExit());
        }
    }

    /** Python keeps the socket, as systemd would. */
    static final String SUPERVISOR = """
            import socket, subprocess, sys
            s = socket.socket()
            s.bind(("127.0.0.1", 0))
            s.listen(1024)
            print(s.getsockname()[1], flush=True)
            while sys.stdin.readline():
                p = subprocess.Popen(sys.argv[1:], stdin=s, stdout=subprocess.PIPE)
                print(p.stdout.readline().decode().strip(), flush=True)
                sys.stdin.readline()
                p.terminate()
                print(p.wait(), flush=True)
            """;

    @Test
    void servesASocketThatIsStandardInputAndLosesNoConnectionBetweenTwoProcesses() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "python3 is not installed");
        try (Gangway supervisor = Gangway.startUnder(
                directory, List.of("python3", "-c", SUPERVISOR), "9", "-p", "HTTP/1.1", "--health", "/healthz")) {
            int port = Integer.parseInt(supervisor.out().readLine());
            var commands = supervisor.process().outputWriter();
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                // Served by the process that runs or by the next one, whichever accepts it.
                answers.add(CompletableFuture.supplyAsync(() -> {
                    try {
                        return ask(port, "/hello.txt");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                commands.write("start\n");
                commands.flush();
                assertEquals(
                        "Serving HTTP on 127.0.0.1 port " + port + " (http://127.0.0.1:" + port + "/) ...",
                        supervisor.out().readLine());
                String line = supervisor.err().readLine();
                assertTrue(i > 0 || line.startsWith("gangway: serves the socket that is standard input"), line);
                if (i == 2) {
                    assertTrue(ask(port, "/healthz", "close").endsWith("ok"));
                }
                commands.write("stop\n");
                commands.flush();
                assertEquals("0", supervisor.out().readLine());
            }
            for (CompletableFuture<String> answer : answers) {
                assertTrue(answer.get(30, TimeUnit.SECONDS).endsWith("hello"));
            }
        }
    }
}
