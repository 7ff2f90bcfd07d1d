package dev.gangway.handler.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.handler.platform.ForeignFunctions;
import dev.gangway.host.MemoryHost;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves a directory, a connection for each request, on the standard streams of a process of its own: for tests that need another locale
 * or fewer rights.
 */
public final class StandardStreams {
    private StandardStreams() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(URI.create(arguments[0]));
        String requests = new String(System.in.readAllBytes(), ISO_8859_1);
        for (String setting : arguments[1].split(",")) {
            MemoryHost host = new MemoryHost(() -> handler(directory, setting));
            for (String request : requests.split("(?<=\r\n\r\n)", -1)) {
                System.out.write(host.exchange(request.getBytes(ISO_8859_1)));
            }
            host.errors().forEach(Throwable::printStackTrace);
        }
        System.out.flush();
    }

    private static SimpleHTTPRequestHandler handler(Path directory, String setting) {
        if (setting.equals("files")) {
            return new SimpleHTTPRequestHandler(directory);
        }
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(directory);
        handler.cgiMode(setting.substring(0, setting.indexOf(' ')));
        handler.cgiUser(setting.substring(setting.indexOf(' ') + 1));
        return handler;
    }

    private static String classPath() {
        return Stream.of(StandardStreams.class, SimpleHTTPRequestHandler.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts such a process, sends it requests without content and returns all responses. */
    static byte[] exchange(Path directory, byte[] requests, Map<String, String> environment, List<String> prefix)
            throws IOException {
        return exchange(directory, requests, environment, prefix, "files");
    }

    /**
     * Starts such a process, sends it requests without content and returns all responses.
     *
     * @param settings what handles them, one after the other: {@code files}, or a mode for scripts and their user
     */
    public static byte[] exchange(
            Path directory, byte[] requests, Map<String, String> environment, List<String> prefix, String... settings)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        if (!settings[0].equals("files") && ForeignFunctions.find().isPresent()) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(
                List.of(StandardStreams.class.getName(), directory.toUri().toString(), String.join(",", settings)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(requests);
        }
        try (var out = process.getInputStream()) {
            return out.readAllBytes();
        } finally {
            process.destroyForcibly();
        }
    }
}
