package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.gangway.contract.SocketClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has run many scripts at once has what it had before: it is looked at from outside. */
class CgiLeftoversTest {
    private static final int REQUESTS = 1000;
    private static final int CONCURRENCY = 50;
    private static final long DEADLINE_SECONDS = 30;

    @TempDir
    Path root = Path.of("");

    /** What a process holds. */
    private record Holdings(long descriptors, long processes, long threads) {
        static Holdings of(Process process) throws IOException {
            Path proc = Path.of("/proc/" + process.pid());
            return new Holdings(count(proc.resolve("fd")), process.descendants().count(), count(proc.resolve("task")));
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.count();
            }
        }

        /** Whether there is no more than before. Pools keep threads for a minute, at most one for each client at a time. */
        boolean isWithin(Holdings before) {
            return descriptors <= before.descriptors
                    && processes <= before.processes
                    && threads <= before.threads + CONCURRENCY;
        }
    }

    @BeforeEach
    void makeScript() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc here");
        Path script = Files.createDirectories(root.resolve("cgi-bin")).resolve("x.sh");
        Files.writeString(script, "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nhello\\n'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void noneAfterAThousandRequests() throws Exception {
        try (Gangway gangway = Gangway.start(root, "0", "-b", "127.0.0.1", "--cgi", "--cgi-mode", "rfc3875")) {
            int port = Gangway.port(gangway.out().readLine());
            gangway.err().close();
            ask(port, CONCURRENCY);
            Holdings before = settled(gangway.process());
            ask(port, REQUESTS);
            awaitWithin(before, gangway.process());
        }
    }

    /** Looks until two looks in a row see the same, and no script. */
    private static Holdings settled(Process process) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        Holdings last = Holdings.of(process);
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            Holdings now = Holdings.of(process);
            if (now.equals(last) && now.processes == 0) {
                return now;
            }
            last = now;
        }
        return fail("it does not come to rest: " + last);
    }

    private static void awaitWithin(Holdings before, Process process) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        Holdings now = Holdings.of(process);
        while (!now.isWithin(before)) {
            assertTrue(System.nanoTime() < deadline, now + " is more than " + before);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            now = Holdings.of(process);
        }
    }

    /** Asks as many times, and finds the same answer each time. */
    private static void ask(int port, int times) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONCURRENCY);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(clients.submit(() -> {
                    try (SocketClient client = new SocketClient(port)) {
                        client.send("GET /cgi-bin/x.sh HTTP/1.0\r\n\r\n");
                        return new String(client.readToEnd(), StandardCharsets.ISO_8859_1);
                    }
                }));
            }
            for (Future<String> answer : answers) {
                String text = answer.get();
                assertTrue(text.startsWith("HTTP/1.0 200 ") && text.endsWith("\r\n\r\nhello\n"), text);
            }
        } finally {
            clients.shutdown();
        }
        assertTrue(clients.awaitTermination(DEADLINE_SECONDS, TimeUnit.SECONDS));
    }
}
