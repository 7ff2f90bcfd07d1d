package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Collectors;

/** The command line in a process of its own. */
record Gangway(Process process, BufferedReader out, BufferedReader err) implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile(" port ([0-9]+) ");

    static Gangway start(Path directory, String... arguments) throws IOException {
        return start(directory, command(arguments));
    }

    /** Starts it so that it cannot have more files and sockets open than that. */
    static Gangway startWithDescriptors(int count, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + count + "; exec \"$@\"", "sh"));
        command.addAll(command(arguments));
        return start(directory, command);
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(asFromATerminal());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Undoes what a shell does to programs in the background, which ignore SIGINT, and their children with them. */
    private static List<String> asFromATerminal() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            boolean ignoresInt = status.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
            return ignoresInt ? List.of("env", "--default-signal=INT") : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Gangway start(Path directory, List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).directory(directory.toFile()).start();
        return new Gangway(
                process, process.inputReader(StandardCharsets.UTF_8), process.errorReader(StandardCharsets.UTF_8));
    }

    /** Finds the port in the first line of output. */
    static int port(String banner) {
        assertNotNull(banner, "no banner");
        Matcher matcher = PORT.matcher(banner);
        assertTrue(matcher.find(), banner);
        return Integer.parseInt(matcher.group(1));
    }

    void signal(String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    int awaitExit() throws InterruptedException {
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it goes on");
        return process.exitValue();
    }

    String restOfOut() {
        return rest(out);
    }

    String restOfErr() {
        return rest(err);
    }

    private static String rest(BufferedReader reader) {
        return reader.lines().map(line -> line + "\n").collect(Collectors.joining());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
