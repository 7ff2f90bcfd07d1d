package dev.gangway.handler;

import dev.gangway.contract.RawResponse;
import dev.gangway.host.MemoryHost;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A process that has no descriptor left, asks handlers for what its arguments say, and prints each status, and one once it has some. */
final class DescriptorHoard implements AutoCloseable {
    private final Deque<Closeable> files = new ArrayDeque<>();

    /** Takes as many descriptors as there are. */
    private void fill(Path file) throws IOException {
        try {
            while (true) {
                files.push(new FileInputStream(file.toFile()));
            }
        } catch (FileNotFoundException e) {
            if (!Files.exists(file)) {
                throw e;
            }
        }
    }

    private interface Preparation {
        void prepare() throws IOException;
    }

    /**
     * Asks.
     *
     * @param arguments the directory to serve, a file, and targets
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        List<String> targets = List.of(arguments).subList(2, arguments.length);
        loadClasses(Path.of(SimpleHTTPRequestHandler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        List<Integer> before = statuses(directory, targets, () -> {}); // what the JDK needs for it is loaded now
        List<Integer> during;
        try (DescriptorHoard hoard = new DescriptorHoard()) {
            Preparation fill = () -> hoard.fill(Path.of(arguments[1]));
            statuses(directory, targets, fill); // meanwhile the virtual machine closes what it still has open
            during = statuses(directory, targets, fill);
        }
        System.out.println(before);
        System.out.println(during);
        System.out.println(statuses(directory, targets, () -> {}));
    }

    private static List<Integer> statuses(Path directory, List<String> targets, Preparation before) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (String policy : List.of("follow", "inside", "never")) {
            for (String target : targets) {
                before.prepare(); // each time: the virtual machine may have closed a file of its own
                statuses.add(status(directory, policy, target));
            }
        }
        return statuses;
    }

    private static int status(Path directory, String policy, String target) throws IOException {
        MemoryHost host = new MemoryHost(() -> {
            CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(directory);
            handler.symbolicLinks(policy);
            return handler;
        });
        byte[] request = ("GET " + target + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return RawResponse.readOne(host.exchange(request), "GET").status();
    }

    /** Has every class in memory, since none can be read without a descriptor. */
    private static void loadClasses(Path classes) throws IOException, ReflectiveOperationException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (!name.endsWith("-info.class")) {
                    Class.forName(name.substring(0, name.length() - ".class".length()));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        while (!files.isEmpty()) {
            files.pop().close();
        }
    }
}
