package dev.gangway.example;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** HAProxy with the configuration in {@code deploy}, before nodes of ours. */
final class ScaleBalancer implements AutoCloseable {
    /** How much of the configuration's retries is left. */
    enum Retries {
        /** A request fails if its connection does. */
        NONE,
        /** As above, but the first connection that fails takes the server out until its next health check. */
        NONE_AND_MARKED_DOWN,
        /** Of connections that were refused, before a byte of a request was sent. */
        CONNECTIONS,
        /** As in the file. */
        REQUESTS
    }

    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
    private static final String SERVER = "    server %s 127.0.0.1:%d%s\n";
    private static final String MARK_DOWN = " observe layer4 error-limit 1 on-error mark-down";

    private final Process process;
    private final Path socket;
    private final int port;

    private ScaleBalancer(Process process, Path socket, int port) {
        this.process = process;
        this.socket = socket;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(HAPROXY);
    }

    /** Starts it before nodes that run; {@code words} go behind each server, for instance {@code send-proxy}. */
    static ScaleBalancer start(Path folder, List<ScaleNode> nodes, Retries retries, String words) throws Exception {
        int port = ScaleNode.freePort();
        // The name of such a socket must be short.
        Path socket = Files.createTempDirectory("gw").resolve("admin");
        String config = Files.readString(Path.of("../deploy/haproxy/haproxy.cfg"))
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace("    maxconn 8000", "    maxconn 2000\n    stats socket " + socket + " level admin")
                .replaceAll("(?m)^    server node.*\n?", "");
        if (retries != Retries.REQUESTS) {
            config = config.replaceAll("(?m)^ *retry-on .*$", "");
        }
        if (retries == Retries.NONE || retries == Retries.NONE_AND_MARKED_DOWN) {
            config = config.replaceAll("(?m)^ *option redispatch.*$", "")
                    .replaceAll("(?m)^ *retries .*$", "    retries 0");
        }
        if (!words.isEmpty()) {
            config = config.replace("    option forwardfor\n", "");
        }
        String more = retries == Retries.NONE_AND_MARKED_DOWN ? words + MARK_DOWN : words;
        StringBuilder servers = new StringBuilder();
        for (ScaleNode node : nodes) {
            servers.append(SERVER.formatted(node.name(), node.port(), more));
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), config + servers);
        Process process = new ProcessBuilder(HAPROXY.toString(), "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        ScaleBalancer balancer = new ScaleBalancer(process, socket, port);
        for (ScaleNode node : nodes) {
            balancer.awaitUp(node.name());
        }
        return balancer;
    }

    int port() {
        return port;
    }

    /** Says a command to its socket, and returns the answer. */
    String command(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends a server no more requests, and waits until it has answered those it had. */
    void drain(String server) throws Exception {
        command("set server nodes/" + server + " state drain");
        await(server, "requests that run", cells -> cells[4].equals("0"));
    }

    void ready(String server) throws Exception {
        command("set server nodes/" + server + " state ready");
        awaitUp(server);
    }

    void awaitUp(String server) throws Exception {
        await(server, "its health", cells -> cells[17].equals("UP"));
    }

    private void await(String server, String what, Condition condition) throws Exception {
        String line = "";
        for (int i = 0; i < 600; i++) {
            if (Files.exists(socket)) {
                for (String found : command("show stat").lines().toList()) {
                    if (found.startsWith("nodes," + server + ",")) {
                        line = found;
                        if (condition.holds(line.split(",", -1))) {
                            return;
                        }
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("waited for " + what + " of " + server + " in vain: " + line);
    }

    /** Something that holds of a server, by the columns of its line. */
    private interface Condition {
        boolean holds(String[] cells);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.getParent());
    }
}
