package dev.gangway.example;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One server behind the balancer, in a process of its own: the standalone server, Tomcat or Jetty, with the bases in {@code deploy}.
 * All of them have the same files at the same paths.
 */
final class ScaleNode implements AutoCloseable {
    /** The paths that clients ask every node for. */
    static final String PATH = "/gangway-example/files/listing/one.txt";

    private static final Path DEPLOY = Path.of("../deploy").toAbsolutePath().normalize();
    private static final Path FILES = Path.of("src/main/webapp/WEB-INF/files").toAbsolutePath();

    private final String name;
    private final int port;
    private final Path base;
    private final List<String> command;
    private @Nullable Process process;

    private ScaleNode(String name, int port, Path base, List<String> command) {
        this.name = name;
        this.port = port;
        this.base = base;
        this.command = command;
    }

    private static List<String> java(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(words));
        return command;
    }

    /** Makes a standalone node; options beyond those of every node behind a balancer may be added. */
    static ScaleNode standalone(Path folder, String... options) throws IOException {
        Path base = Files.createDirectories(folder.resolve("standalone"));
        copy(FILES, Files.createDirectories(base.resolve("www/gangway-example/files")));
        int port = freePort();
        List<String> command = java(
                "-jar",
                System.getProperty("gangway.jar"),
                String.valueOf(port),
                "-b",
                "127.0.0.1",
                "-d",
                base.resolve("www").toString(),
                "-p",
                "HTTP/1.1",
                "--health",
                "/healthz",
                "--drain-delay",
                "3",
                "--idle-timeout",
                "75");
        command.addAll(List.of(options));
        return new ScaleNode("standalone", port, base, command);
    }

    static ScaleNode tomcat(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("tomcat.home"));
        Path base = Files.createDirectories(folder.resolve("tomcat"));
        copy(DEPLOY.resolve("tomcat"), base);
        for (String name : List.of("logs", "temp", "webapps")) {
            Files.createDirectories(base.resolve(name));
        }
        Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
        int port = freePort();
        return new ScaleNode(
                "tomcat",
                port,
                base,
                java(
                        "-Dgangway.port=" + port,
                        "-Dgangway.war=" + System.getProperty("example.war"),
                        "-Dcatalina.home=" + home,
                        "-Dcatalina.base=" + base,
                        "-Djava.io.tmpdir=" + base.resolve("temp"),
                        "-cp",
                        home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
                        "org.apache.catalina.startup.Bootstrap",
                        "start"));
    }

    /** Makes a Jetty; words of its command line may be added. */
    static ScaleNode jetty(Path folder, String... words) throws IOException {
        Path base = Files.createDirectories(folder.resolve("jetty"));
        copy(DEPLOY.resolve("jetty"), base);
        Files.createDirectories(base.resolve("logs"));
        int port = freePort();
        List<String> command = java(
                "-Dgangway.war=" + System.getProperty("example.war"),
                "-jar",
                Path.of(System.getProperty("jetty.home"), "start.jar").toString(),
                "jetty.http.port=" + port);
        command.addAll(List.of(words));
        return new ScaleNode("jetty", port, base, command);
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Tells whether the node says by itself that it is about to stop, and goes on for a while. */
    boolean saysThatItStops() {
        return name.equals("standalone");
    }

    /** Starts the node and waits until it answers. */
    void start() throws Exception {
        process = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(base.resolve("output.log").toFile()))
                .start();
        for (int i = 0; !answers(); i++) {
            if (i > 1200 || !running().isAlive()) {
                throw new IllegalStateException(name + " does not answer:\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + PATH).toURL().openConnection();
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            // Where PROXY headers are required, no other connection is served.
            return running().isAlive() && String.join(" ", command).contains("proxy-protocol") && hasStarted();
        }
    }

    private boolean hasStarted() {
        try {
            return output().matches("(?s).*(Serving HTTP|oejs.Server:main: Started).*");
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends SIGTERM, and waits for the end. */
    int stop() throws Exception {
        running().destroy();
        if (!running().waitFor(60, TimeUnit.SECONDS)) {
            Process dump = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(running().pid()),
                            "Thread.print")
                    .inheritIO()
                    .start();
            dump.waitFor();
            throw new IllegalStateException(name + " goes on 60 s after SIGTERM:\n" + output());
        }
        return running().exitValue();
    }

    /** Ends the process without a word. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    String output() throws IOException {
        return Files.readString(base.resolve("output.log"), StandardCharsets.UTF_8);
    }

    /** Returns the lines of requests that the node has logged. */
    String log() throws IOException {
        if (name.equals("standalone")) {
            return output();
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> logs = Files.list(base.resolve("logs"))) {
            for (Path log :
                    logs.filter(path -> path.toString().contains("access")).toList()) {
                all.append(Files.readString(log, StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
