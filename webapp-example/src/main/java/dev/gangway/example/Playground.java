package dev.gangway.example;

import dev.gangway.files.FileHTTPRequestHandler;
import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web application without a container: the same handlers at the same paths, on a socket. */
public final class Playground extends BaseHTTPRequestHandler {
    private static final Pattern MOUNT = Pattern.compile("(/[a-z-]+)(?:[/?].*)?");

    private final Map<String, Supplier<BaseHTTPRequestHandler>> mounts;

    /** Makes a handler that gives each request to the handler that is mounted at the first name of its path. */
    Playground(Map<String, Supplier<BaseHTTPRequestHandler>> mounts) {
        this.mounts = mounts;
        protocolVersion("HTTP/1.1");
    }

    /** Returns the handlers by their mounts, as {@code WEB-INF/web.xml} has them. */
    static Map<String, Supplier<BaseHTTPRequestHandler>> mounts(Path webInf) {
        return Map.ofEntries(
                Map.entry("", () -> new SimpleHTTPRequestHandler(webInf.resolve("page"))),
                Map.entry("/files", () -> new SimpleHTTPRequestHandler(webInf.resolve("files"))),
                Map.entry("/rich", () -> new FileHTTPRequestHandler(webInf.resolve("files/listing"))),
                Map.entry("/scripts", () -> scripts(webInf.resolve("scripts"))),
                Map.entry("/notes", Notes::new),
                Map.entry("/upload", Upload::new),
                Map.entry("/events", Events::new),
                Map.entry("/echo", Echo::new),
                Map.entry("/who-am-i", WhoAmI::new),
                Map.entry("/form", Form::new),
                Map.entry("/download", Download::new),
                Map.entry("/source", Source::new));
    }

    private static CGIHTTPRequestHandler scripts(Path directory) {
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler();
        handler.directory(directory);
        handler.cgiMode("rfc3875");
        handler.cgiInterpreters(List.of(".sh=/bin/sh"));
        handler.cgiUser("none");
        return handler;
    }

    @Override
    public boolean dispatch(String command) throws IOException {
        Matcher path = MOUNT.matcher(path());
        String mount = path.matches() && mounts.containsKey(path.group(1)) ? path.group(1) : "";
        BaseHTTPRequestHandler handler =
                Objects.requireNonNull(mounts.get(mount)).get();
        handler.protocolVersion(protocolVersion());
        handler.run(new MountedConnection(this, mount));
        return true;
    }

    /**
     * Serves until the process ends.
     *
     * @param arguments the folder of the web application, and the port
     * @throws IOException if the port is in use
     */
    public static void main(String[] arguments) throws IOException {
        var mounts = mounts(Path.of(arguments[0], "WEB-INF").toAbsolutePath());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        try (var server = new ThreadingHTTPServer(address, () -> new Playground(mounts))) {
            System.out.println("Serving http://127.0.0.1:" + server.serverPort() + "/ - Ctrl-C ends it");
            server.serveForever();
        }
    }
}
