package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log has colors on a terminal, and nowhere else unless it is told to. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogColorTest {
    private static final String COLORED = "\u001b[90m127.0.0.1 - - [";
    private static final String REST =
            "]\u001b[0m \"GET \u001b[36m/a.txt\u001b[0m HTTP/1.0\" \u001b[32m200 \u001b[90m-\u001b[0m";

    @TempDir
    Path directory;

    @Test
    void terminalGetsColors() throws Exception {
        List<String> command = new ArrayList<>(List.of("script", "-qefc"));
        command.add(String.join(" ", Gangway.command("0", "-b", "127.0.0.1")));
        command.add("/dev/null");
        Files.writeString(directory.resolve("a.txt"), "text");
        Process process = start(command);
        try (BufferedReader terminal = process.inputReader(StandardCharsets.UTF_8)) {
            ask(Gangway.port(terminal.readLine()));
            String line = terminal.readLine();
            assertTrue(line.startsWith(COLORED), line);
            assertTrue(line.endsWith(REST), line);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void pipeGetsNone() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "text");
        Map<String, String> environment = Map.of("NO_COLOR", "", "FORCE_COLOR", "", "PYTHON_COLORS", "");
        try (Gangway gangway = Gangway.start(directory, environment, Redirect.PIPE, "0", "-b", "127.0.0.1")) {
            ask(Gangway.port(gangway.out().readLine()));
            String line = gangway.err().readLine();
            assertTrue(line.startsWith("127.0.0.1 - - ["), line);
            assertTrue(line.endsWith("] \"GET /a.txt HTTP/1.0\" 200 -"), line);
        }
    }

    @Test
    void pipeGetsColorsIfItIsToldTo() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "text");
        try (Gangway gangway = Gangway.start(directory, "0", "-b", "127.0.0.1", "--log-color", "always")) {
            ask(Gangway.port(gangway.out().readLine()));
            String line = gangway.err().readLine();
            assertTrue(line.startsWith(COLORED) && line.endsWith(REST), line);
        }
    }

    @Test
    void fileServerHasTheSameColors() throws Exception {
        Files.writeString(directory.resolve("a.txt"), "text");
        try (Gangway gangway =
                Gangway.start(directory, "serve", "-p", "0", "-b", "127.0.0.1", "--log-color", "always")) {
            ask(Gangway.port(gangway.out().readLine()));
            String line = gangway.err().readLine();
            assertTrue(line.startsWith(COLORED) && line.endsWith(REST), line);
        }
    }

    private Process start(List<String> command) throws IOException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeAll(List.of("NO_COLOR", "FORCE_COLOR", "PYTHON_COLORS"));
            builder.environment().put("TERM", "xterm");
            return builder.start();
        } catch (IOException e) {
            return Assumptions.abort("needs the program script: " + e.getMessage());
        }
    }

    private static void ask(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET /a.txt HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
            socket.getInputStream().readAllBytes();
        }
    }
}
