package dev.gangway.standalone.porting;

import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gangway record}: stands in front of a server and writes down what it is asked and answers. */
@Command(
        name = "gangway record",
        sortOptions = false,
        description = {
            "Listens in front of a server, passes every request on, and writes requests and responses to files for",
            "gangway compare. Each request gets a connection of its own, and a response is passed on as it comes; of one",
            "without an end, what came until the client left is recorded. Ends when it is interrupted."
        })
final class RecordCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(paramLabel = "SERVER", description = "The server, http://HOST:PORT.")
    URI server = URI.create("");

    @Option(
            names = {"-o", "--into"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where the files go; made if it is not there.")
    Path folder = Path.of("");

    @Option(
            names = {"-p", "--port"},
            defaultValue = "8001",
            description = "The port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    int port = 8001;

    @Option(
            names = {"-b", "--bind"},
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    String bind = "127.0.0.1";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    RecordCommand(PrintStream out, PrintStream err) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!"http".equals(server.getScheme()) || server.getHost() == null) {
            throw new IOException("'" + server + "' is not http://HOST:PORT");
        }
        Files.createDirectories(folder);
        InetSocketAddress target =
                new InetSocketAddress(server.getHost(), server.getPort() < 0 ? 80 : server.getPort());
        Recording recording = new Recording(folder);
        try (var proxy = new ThreadingHTTPServer(
                new InetSocketAddress(bind, port),
                () -> new RecordingHandler(target, recording, RecordingHandler.PATIENCE))) {
            out.println("Recording " + server + " on http://" + bind + ":" + proxy.serverPort() + "/ into " + folder);
            out.flush();
            proxy.serveForever();
        }
        return 0;
    }
}
