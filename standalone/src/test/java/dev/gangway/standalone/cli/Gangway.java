package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.platform.ForeignFunctions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The command line in a process of its own. */
record Gangway(Process process, BufferedReader out, BufferedReader err) implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile(" port ([0-9]+) ");

    static Gangway start(Path directory, String... arguments) throws IOException {
        return start(directory, command(arguments));
    }

    /** Starts it so that the JVM writes to a file which classes it loads. */
    static Gangway startLoggingClasses(Path log, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(command(arguments));
        command.add(command.indexOf("-cp"), "-Xlog:class+load:file=" + log);
        return start(directory, command);
    }

    /**
     * Starts it so that it cannot have more files and sockets open than that; from archives, as users do, because a class in
     * a directory takes a descriptor to be loaded.
     */
    static Gangway startWithDescriptors(int count, Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + count + "; exec \"$@\"", "sh"));
        command.addAll(command(archives(directory), arguments));
        return start(directory, command);
    }

    /** Returns the class path, with directories packed into archives. */
    private static String archives(Path target) throws IOException {
        List<String> archives = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path archive = target.resolve("classes" + archives.size() + ".jar");
                pack(path, archive);
                archives.add(archive.toString());
            } else {
                archives.add(entry);
            }
        }
        return String.join(File.pathSeparator, archives);
    }

    private static void pack(Path directory, Path archive) throws IOException {
        try (Stream<Path> all = Files.walk(directory);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** Returns the command that starts it. */
    static List<String> command(String... arguments) {
        return command(System.getProperty("java.class.path"), arguments);
    }

    /** Starts it from archives in a folder, as users do. */
    static Gangway startFromArchives(Path folder, Path directory, String... arguments) throws IOException {
        return start(directory, command(archives(folder), arguments));
    }

    private static List<String> command(String classPath, String[] arguments) {
        return command(classPath, Main.class, arguments);
    }

    /** Starts another program of the tests in the same way. */
    static Gangway startMain(Path directory, Class<?> main, String... arguments) throws IOException {
        return start(directory, command(System.getProperty("java.class.path"), main, arguments));
    }

    private static List<String> command(String classPath, Class<?> main, String[] arguments) {
        List<String> command = new ArrayList<>(asFromATerminal());
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        if (List.of(arguments).contains("--cgi") && ForeignFunctions.find().isPresent()) {
            // As the manifest of the archive has it.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath, main.getName()));
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

    /** Starts it with variables of its environment changed and its standard error somewhere else. */
    static Gangway start(Path directory, Map<String, String> environment, Redirect err, String... arguments)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectError(err);
        builder.environment().putAll(environment);
        return of(builder.start());
    }

    /** Starts a program that is given the command to start it with. */
    static Gangway startUnder(Path directory, List<String> supervisor, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(supervisor);
        command.addAll(command(arguments));
        return start(directory, command);
    }

    private static Gangway start(Path directory, List<String> command) throws IOException {
        return of(new ProcessBuilder(command).directory(directory.toFile()).start());
    }

    private static Gangway of(Process process) {
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
