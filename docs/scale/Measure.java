import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures how the cost of a node grows: {@code java docs/scale/Measure.java gangway.jar FOLDER connections|requests|files|directories|scripts}.
 * FOLDER is for files that it makes, a million of them. The processor time is that of the server alone, from {@code /proc}, so it is hardly
 * disturbed by other programs; times that clients wait are.
 */
public final class Measure {
    private static final int ACTIVE = 4;
    private static final int REQUESTS = 20_000;
    private static final Pattern PORT = Pattern.compile(" port ([0-9]+) ");

    private static Path jar = Path.of("gangway.jar");
    private static Path folder = Path.of("");

    /** A server in a process of its own. */
    private record Server(Process process, int port) implements AutoCloseable {
        static Server start(Path directory, String... options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-jar",
                    jar.toString(),
                    "0",
                    "-b",
                    "127.0.0.1",
                    "-p",
                    "HTTP/1.1",
                    "--idle-timeout",
                    "600",
                    "-d",
                    directory.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            Matcher matcher = PORT.matcher(process.inputReader().readLine());
            matcher.find();
            return new Server(process, Integer.parseInt(matcher.group(1)));
        }

        /** Returns its processor time and that of scripts it has waited for, in microseconds. */
        long cpuMicros() throws IOException {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Long.parseLong(cells[i]);
            }
            return ticks * 10_000;
        }

        long residentMib() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                                .sum()
                        / 1024;
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** A client with a connection that it keeps. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final byte[] bytes = new byte[1 << 16];

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        }

        /** Asks and reads the response; returns its length. */
        long ask(String target) throws IOException {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            int count = 0;
            int end = -1;
            while (end < 0) {
                int n = in.read(bytes, count, bytes.length - count);
                if (n < 0) {
                    throw new IOException("the server has closed the connection");
                }
                count += n;
                end = new String(bytes, 0, count, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
            }
            String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
            if (!head.startsWith("HTTP/1.1 200")) {
                throw new IOException(head);
            }
            Matcher length = Pattern.compile("(?i)content-length: ([0-9]+)").matcher(head);
            if (!length.find()) { // a script without a length: HTTP/1.1 in chunks
                while (!new String(bytes, 0, count, StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
                    count += in.read(bytes, count, bytes.length - count);
                }
                return count;
            }
            long left = Long.parseLong(length.group(1)) - (count - end - 4);
            while (left > 0) {
                left -= in.read(bytes, 0, (int) Math.min(left, bytes.length));
            }
            return Long.parseLong(length.group(1));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Some clients ask, each on a connection of its own; returns how long each request took, in microseconds, in order of length. */
    private static long[] load(int port, int clients, int requests, String target, int files) throws Exception {
        long[] took = new long[requests];
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Random random = new Random(i);
            Thread thread = new Thread(() -> {
                try (Client client = new Client(port)) {
                    for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        client.ask(files == 0 ? target : name(random.nextInt(files)));
                        took[n] = (System.nanoTime() - start) / 1000;
                    }
                } catch (IOException e) {
                    System.err.println(e);
                    System.exit(1);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Arrays.sort(took);
        return took;
    }

    private static void row(Server server, long cpu, long[] took, String... first) throws IOException {
        double each = (server.cpuMicros() - cpu) / (double) took.length;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %d | %d |%n",
                String.join(" | ", first),
                server.residentMib(),
                each,
                took[took.length / 2],
                took[took.length * 99 / 100]);
    }

    /** Returns 20,000, or what the limit of descriptors leaves beside the files that each process needs. */
    private static int mostConnections() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
            long limit = lines.filter(line -> line.startsWith("Max open files"))
                    .mapToLong(line -> Long.parseLong(line.split(" +")[3]))
                    .sum();
            return (int) Math.min(20_000, limit - 50);
        }
    }

    private static void connections() throws Exception {
        Path www = Files.createDirectories(folder.resolve("small"));
        Files.writeString(www.resolve("hello.txt"), "hello, world\n");
        System.out.println("| connections at rest | memory MiB | CPU µs a request | median µs | p99 |\n|---|---|---|---|---|");
        for (int count : new int[] {10, 100, 1000, 2000, 10_000, mostConnections()}) {
            if (count > 2000 && Runtime.version().feature() < 21) {
                continue; // 2,048 without virtual threads
            }
            try (Server server = Server.start(www)) {
                load(server.port(), ACTIVE, REQUESTS, "/hello.txt", 0);
                List<Client> resting = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    Client client = new Client(server.port());
                    client.ask("/hello.txt");
                    resting.add(client);
                }
                long cpu = server.cpuMicros();
                row(server, cpu, load(server.port(), ACTIVE, REQUESTS * 2, "/hello.txt", 0), "%,d".formatted(count));
                for (Client client : resting) {
                    client.close();
                }
            }
        }
    }

    private static void requests() throws Exception {
        Path www = Files.createDirectories(folder.resolve("small"));
        Files.writeString(www.resolve("hello.txt"), "hello, world\n");
        System.out.println("| requests since the start | memory MiB | CPU µs a request | median µs | p99 |\n|---|---|---|---|---|");
        try (Server server = Server.start(www)) {
            int done = 0;
            for (int upTo : new int[] {100, 1000, 10_000, 100_000, 1_000_000}) {
                long cpu = server.cpuMicros();
                row(server, cpu, load(server.port(), ACTIVE, upTo - done, "/hello.txt", 0), "%,d".formatted(done) + " to " + "%,d".formatted(upTo));
                done = upTo;
            }
        }
    }

    private static String name(int i) {
        return "/" + i / 1000 + "/" + i % 1000 + ".txt";
    }

    private static void files() throws Exception {
        System.out.println("| files, 1,000 a directory | memory MiB | CPU µs a request | median µs | p99 |\n|---|---|---|---|---|");
        Path www = Files.createDirectories(folder.resolve("many"));
        int made = 0;
        for (int count : new int[] {10, 100, 1000, 10_000, 100_000, 1_000_000}) {
            for (; made < count; made++) {
                if (made % 1000 == 0) {
                    Files.createDirectories(www.resolve(String.valueOf(made / 1000)));
                }
                Path file = Path.of(www + name(made));
                if (!Files.exists(file)) {
                    Files.writeString(file, "hello, world\n");
                }
            }
            try (Server server = Server.start(www)) {
                load(server.port(), ACTIVE, REQUESTS, "", count);
                long cpu = server.cpuMicros();
                row(server, cpu, load(server.port(), ACTIVE, REQUESTS * 2, "", count), "%,d".formatted(count));
            }
        }
    }

    private static void directories() throws Exception {
        System.out.println(
                "| entries of one directory | listing bytes | first listing ms | again ms | again, CPU ms | a file in it, CPU µs |\n|---|---|---|---|---|---|");
        for (int count : new int[] {10, 100, 1000, 10_000, 100_000}) {
            Path www = Files.createDirectories(folder.resolve("d" + count));
            for (int i = 0; i < count; i++) {
                Path file = www.resolve("file-%07d.txt".formatted(i));
                if (!Files.exists(file)) {
                    Files.writeString(file, "hello, world\n");
                }
            }
            try (Server server = Server.start(www);
                    Client client = new Client(server.port())) {
                TimeUnit.SECONDS.sleep(3); // a listing is kept once its directory has rested for two seconds
                long start = System.nanoTime();
                long bytes = client.ask("/");
                long first = System.nanoTime() - start;
                for (int i = 0; i < 200; i++) {
                    client.ask("/");
                }
                long cpu = server.cpuMicros();
                start = System.nanoTime();
                int times = count > 10_000 ? 50 : 1000;
                for (int i = 0; i < times; i++) {
                    client.ask("/");
                }
                long again = (System.nanoTime() - start) / times;
                double listed = (server.cpuMicros() - cpu) / 1000.0 / times;
                load(server.port(), ACTIVE, REQUESTS, "/file-0000005.txt", 0);
                cpu = server.cpuMicros();
                load(server.port(), ACTIVE, REQUESTS * 2, "/file-0000005.txt", 0);
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,d | %.1f | %.2f | %.2f | %.1f |%n",
                        count,
                        bytes,
                        first / 1e6,
                        again / 1e6,
                        listed,
                        (server.cpuMicros() - cpu) / (REQUESTS * 2.0));
            }
        }
    }

    private static void scripts() throws Exception {
        Path www = Files.createDirectories(folder.resolve("scripts"));
        Path script = Files.createDirectories(www.resolve("cgi-bin")).resolve("hello.sh");
        Files.writeString(script, "#!/bin/sh\nprintf 'Content-Type: text/plain\\r\\nContent-Length: 5\\r\\n\\r\\nhello'\n");
        script.toFile().setExecutable(true);
        System.out.println("| scripts at once | memory MiB | CPU µs a request | median µs | p99 | a second |\n|---|---|---|---|---|---|");
        try (Server server = Server.start(www, "--cgi")) {
            load(server.port(), ACTIVE, 500, "/cgi-bin/hello.sh", 0);
            for (int clients : new int[] {1, 2, 4, 8, 16}) {
                long cpu = server.cpuMicros();
                long start = System.nanoTime();
                long[] took = load(server.port(), clients, 1000, "/cgi-bin/hello.sh", 0);
                double second = 1000 / ((System.nanoTime() - start) / 1e9);
                System.out.printf(
                        Locale.ROOT,
                        "| %d | %d | %.0f | %d | %d | %.0f |%n",
                        clients,
                        server.residentMib(),
                        (server.cpuMicros() - cpu) / 1000.0,
                        took[500],
                        took[990],
                        second);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        jar = Path.of(arguments[0]).toAbsolutePath();
        folder = Path.of(arguments[1]).toAbsolutePath();
        for (String what : Arrays.copyOfRange(arguments, 2, arguments.length)) {
            switch (what) {
                case "connections" -> connections();
                case "requests" -> requests();
                case "files" -> files();
                case "directories" -> directories();
                case "scripts" -> scripts();
                default -> throw new IllegalArgumentException(what);
            }
            System.out.println();
        }
    }
}
