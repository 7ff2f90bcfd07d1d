package dev.gangway.example;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A container of a distribution, in a process of its own with a heap of 64 MiB. */
final class ContainerProcess implements AutoCloseable {
    private static final String CONTEXT = "/gangway-example/";

    /** Application servers need more than the containers that only serve servlets. */
    private static final String LARGE_HEAP = "-Xmx384m";

    /** What the server's own start script opens. */
    private static final List<String> WILDFLY_OPENS = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private static final List<String> PAYARA_OPENS = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.net",
            "java.base/java.util",
            "java.base/sun.net.www.protocol.jrt",
            "java.base/sun.nio.ch",
            "java.management/sun.management",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport",
            "jdk.management/com.sun.management.internal");

    private final Process process;
    private final Path log;
    private final Path webapps;
    private final int port;

    private ContainerProcess(Path base, Path webapps, int port, List<String> command, Path war) throws Exception {
        this(base, webapps, port, command, Map.of(), war);
    }

    private ContainerProcess(
            Path base, Path webapps, int port, List<String> command, Map<String, String> environment, Path war)
            throws Exception {
        this.webapps = webapps;
        this.port = port;
        log = base.resolve("container.log");
        Files.createDirectories(webapps);
        deploy(war);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        awaitDeployed();
    }

    /** Starts Tomcat with a base directory of its own. */
    static ContainerProcess tomcat(Path home, Path base, Path war) throws Exception {
        int port = freePort();
        Path conf = Files.createDirectories(base.resolve("conf"));
        Files.createDirectories(base.resolve("temp"));
        Files.createDirectories(base.resolve("logs"));
        Files.writeString(conf.resolve("server.xml"), """
                <Server port="-1">
                  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
                  <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
                  <Service name="Catalina">
                    <Connector address="127.0.0.1" port="%d" protocol="HTTP/1.1"/>
                    <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
                      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true"/>
                    </Engine>
                  </Service>
                </Server>
                """.formatted(port));
        Files.copy(
                Files.exists(home.resolve("conf")) ? home.resolve("conf/web.xml") : home.resolve("etc/web.xml"),
                conf.resolve("web.xml"));
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-cp",
                home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return new ContainerProcess(base, base.resolve("webapps"), port, command, war);
    }

    /** Starts Jetty with a base directory of its own, and an environment such as {@code ee10} for web applications. */
    static ContainerProcess jetty(Path home, Path base, Path war, String environment) throws Exception {
        return jettyWith(home, base, war, "http," + environment + "-deploy");
    }

    /** Starts Jetty 10, which knows one kind of web application. */
    static ContainerProcess oldJetty(Path home, Path base, Path war) throws Exception {
        return jettyWith(home, base, war, "http,deploy");
    }

    private static ContainerProcess jettyWith(Path home, Path base, Path war, String wanted) throws Exception {
        int port = freePort();
        List<String> modules = new ArrayList<>(java());
        modules.addAll(List.of("-jar", home.resolve("start.jar").toString(), "--add-modules=" + wanted));
        int status = new ProcessBuilder(modules)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("modules.log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(Files.readString(base.resolve("modules.log")));
        }
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + Files.createDirectories(base.resolve("temp")),
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port,
                "jetty.deploy.scanInterval=1"));
        return new ContainerProcess(base, base.resolve("webapps"), port, command, war);
    }

    /** Starts WildFly with a base directory of its own; its deployment scanner looks every second. */
    static ContainerProcess wildfly(Path home, Path base, Path war) throws Exception {
        int port = freePort();
        Path own = base.resolve("standalone");
        copy(home.resolve("standalone"), own);
        Path configuration = own.resolve("configuration/standalone.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("scan-interval=\"5000\"", "scan-interval=\"1000\"")
                        // 10 MiB by default.
                        .replace(
                                "<http-listener name=\"default\"",
                                "<http-listener name=\"default\" max-post-size=\"0\""));
        List<String> command = new ArrayList<>(java(LARGE_HEAP));
        for (String opened : WILDFLY_OPENS) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + own,
                "-Djava.io.tmpdir=" + Files.createDirectories(base.resolve("temp")),
                "-Dorg.jboss.boot.log.file=" + own.resolve("log/boot.log"),
                "-Dlogging.configuration="
                        + own.resolve("configuration/logging.properties").toUri(),
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + freePort(),
                "-Djboss.management.http.port=" + freePort(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone"));
        return new ContainerProcess(base, own.resolve("deployments"), port, command, war);
    }

    /** Starts Open Liberty with the one feature that is needed. */
    static ContainerProcess liberty(Path home, Path base, Path war) throws Exception {
        int port = freePort();
        Path server = Files.createDirectories(base.resolve("servers/defaultServer"));
        Files.writeString(server.resolve("server.xml"), """
                <server>
                  <featureManager><feature>servlet-6.0</feature></featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <applicationMonitor updateTrigger="polled" pollingRate="500ms"/>
                </server>
                """.formatted(port));
        List<String> command = new ArrayList<>(java(LARGE_HEAP));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + Files.createDirectories(base.resolve("temp")),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "defaultServer"));
        return new ContainerProcess(
                base,
                server.resolve("dropins"),
                port,
                command,
                Map.of(
                        "WLP_USER_DIR",
                        base.toString(),
                        "LOG_DIR",
                        base.resolve("logs").toString()),
                war);
    }

    /** Starts Payara Micro, which is one jar. */
    static ContainerProcess payara(Path jar, Path base, Path war) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(java(LARGE_HEAP));
        for (String opened : PAYARA_OPENS) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + Files.createDirectories(base.resolve("temp")),
                "-jar",
                jar.toString(),
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--rootdir",
                base.resolve("payara").toString(),
                "--deploymentdir",
                base.resolve("deployments").toString()));
        return new ContainerProcess(base, base.resolve("deployments"), port, command, war);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static List<String> java() {
        return java("-Xmx64m");
    }

    private static List<String> java(String heap) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + CONTEXT);
    }

    /** Returns what the container has logged so far. */
    List<String> log() throws IOException {
        return Files.readAllLines(log, StandardCharsets.UTF_8);
    }

    /** Puts the WAR in place, new enough to be deployed again. */
    void deploy(Path war) throws IOException {
        Path target = webapps.resolve("gangway-example.war");
        Path fresh = webapps.resolveSibling("fresh.war");
        Files.copy(war, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.now()));
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the index page and a handler answer. */
    void awaitDeployed() throws Exception {
        await("the example to be deployed", () -> status("") == 200 && status("notes/") == 200);
    }

    private int status(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address().resolve(path).toURL().openConnection();
            connection.setReadTimeout(10_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }

    /** Something that becomes true. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits for something that another process does. */
    void await(String what, Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.holds()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("waited in vain for " + what + ":\n" + String.join("\n", log()));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Asks the JDK's diagnostic command. */
    String jcmd(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid())));
        all.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return output;
    }

    /** Counts the instances of a class that are reachable. */
    long instances(String className) throws Exception {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(cells -> cells.length >= 4 && cells[3].equals(className))
                .mapToLong(cells -> Long.parseLong(cells[1]))
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
