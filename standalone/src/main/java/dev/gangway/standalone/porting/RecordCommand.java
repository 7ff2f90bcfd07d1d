package dev.gangway.standalone.porting;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.Options;

/** {@code gangway record}: stands in front of a server and writes down what it is asked and answers. */
public final class RecordCommand implements Command {
    private final ToolServer.Opener servers;

    /**
     * Makes the command.
     *
     * @param servers opens the server that listens
     */
    public RecordCommand(ToolServer.Opener servers) {
        this.servers = servers;
    }

    @Override
    public String help() {
        return RecordArguments.HELP;
    }

    @Override
    public Options options() {
        return RecordArguments.known();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        record(RecordArguments.of(arguments), out);
        return 0;
    }

    @Override
    public int failureStatus() {
        return 2;
    }

    private void record(RecordArguments arguments, PrintStream out) throws IOException {
        Path folder = Files.createDirectories(arguments.folder());
        Recording recording = new Recording(folder);
        InetSocketAddress target = arguments.server().socketAddress();
        try (var proxy = listen(
                arguments.bind(),
                arguments.port(),
                () -> new RecordingHandler(target, recording, RecordingHandler.PATIENCE))) {
            out.println("Recording " + arguments.server() + " on http://" + arguments.bind() + ":" + proxy.serverPort()
                    + "/ into " + folder);
            out.flush();
            proxy.serveForever();
        }
    }

    private ToolServer listen(String bind, int port, HandlerFactory factory) throws IOException {
        try {
            return servers.open(new InetSocketAddress(bind, port), factory);
        } catch (IOException e) {
            String place = bind + ":" + port;
            throw new IOException("cannot listen on " + place + " (" + e.getMessage() + "); see --port and --bind", e);
        }
    }
}
