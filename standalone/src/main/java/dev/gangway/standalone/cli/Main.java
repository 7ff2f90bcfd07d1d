package dev.gangway.standalone.cli;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.handler.cgi.RunningScripts;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.ColoredLine;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.log.StandardError;
import dev.gangway.standalone.log.TerminalCheck;
import dev.gangway.standalone.node.GivenSocket;
import dev.gangway.standalone.node.Stop;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Serves a directory ({@code python -m http.server}):
 *
 * <pre>{@code
 * java -jar gangway.jar [port] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [--cgi ...] [--tls-cert PATH ...]
 * }</pre>
 *
 * <p>It ends with status 0 after SIGINT (Ctrl-C) or SIGTERM, once running responses are sent, 1 if it cannot serve, and 2 if
 * the arguments are wrong.
 */
public final class Main {
    private final PrintStream out;
    private final PrintStream err;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command line and ends the process.
     *
     * @param arguments as {@code --help} describes them
     */
    public static void main(String[] arguments) {
        Command command = arguments.length == 0 ? null : Words.command(arguments[0]);
        if (Thread.currentThread().getStackTrace().length == 2) {
            // The JVM has called this method itself, so no program has run before.
            StandardError.notReplaced();
            // Reflection makes no classes then, each of which takes a millisecond.
            System.setProperty("jdk.reflect.useNativeAccessorOnly", "true");
        }
        if (command == null || arguments[0].equals("serve")) {
            Rehearsal.inBackground(command != null);
        }
        int status = command == null
                ? new Main(System.out, System.err).run(arguments).status()
                : Words.run(command, System.out, System.err, arguments);
        System.exit(status);
    }

    private ExitCode run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
            } else if (options.version()) {
                out.println("gangway " + version());
            } else {
                serve(options);
            }
            out.flush();
            return ExitCode.OK;
        } catch (UsageException e) {
            err.print(Options.USAGE);
            err.println("gangway: error: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            err.println("gangway: " + FailureText.of(e));
            return ExitCode.FAILURE;
        }
    }

    private void serve(Options options) throws IOException, UsageException {
        Path directory = options.directory().toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new IOException("cannot serve " + options.directory() + ": it is not a directory");
        }
        checkCgi(options, directory);
        try (HTTPServer server = open(options, () -> handler(options, directory))) {
            Stop stop = new Stop(List.of(server), options.node(), out);
            StopSignals.handle(stop, RunningScripts::killAll);
            out.println(banner(options, server.serverAddress()));
            out.flush();
            stop.prepare();
            server.serveForever();
            stop.awaitEnd();
        }
    }

    private static SimpleHTTPRequestHandler handler(Options options, Path directory) {
        CgiOptions cgi = options.cgi();
        SimpleHTTPRequestHandler handler =
                cgi == null ? new SimpleHTTPRequestHandler(directory) : cgiHandler(cgi, directory);
        handler.protocolVersion(options.protocol());
        options.files().apply(handler);
        return handler;
    }

    private static CGIHTTPRequestHandler cgiHandler(CgiOptions options, Path directory) {
        CGIHTTPRequestHandler handler = new CGIHTTPRequestHandler(directory);
        options.apply(handler);
        return handler;
    }

    /** Scripts that cannot be run as they should are found out now and not by the first visitor. */
    private static void checkCgi(Options options, Path directory) throws IOException {
        CgiOptions cgi = options.cgi();
        if (cgi != null) {
            try {
                cgiHandler(cgi, directory).checkCgi();
            } catch (IllegalStateException e) {
                throw new IOException(e.getMessage() + " (--cgi-user)", e);
            }
            cgi.checkInterpreters();
        }
    }

    private static HTTPServer open(Options options, HandlerFactory factory) throws IOException, UsageException {
        InetSocketAddress address = address(options);
        HTTPServer server = create(options, address, factory);
        options.timeLimits().apply(server);
        options.node().apply(server);
        ServerSocketChannel given = GivenSocket.get();
        if (given != null) {
            server.serverBind(given);
            server.log("gangway: serves the socket that is standard input, on port " + server.serverPort()
                    + "; the port argument and --bind are ignored");
            return server;
        }
        if (options.bind() != null && address.getAddress() instanceof Inet4Address) {
            // A user who asks for 0.0.0.0 does not ask for IPv6.
            server.addressFamily(StandardProtocolFamily.INET);
        }
        try {
            server.serverBind();
            server.serverActivate();
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "cannot listen on " + IpAddress.text(address) + " port " + address.getPort() + ": "
                            + FailureText.of(e)
                            + (isOurs(address.getAddress())
                                    ? "; give another port, or 0 for a free one"
                                    : "; give an address of this machine, or no --bind for all of them"),
                    e);
        }
    }

    /** Tells whether one can listen on an address at all. */
    private static boolean isOurs(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static HTTPServer create(Options options, InetSocketAddress address, HandlerFactory factory)
            throws IOException, UsageException {
        boolean colored = options.logColor().decide(System.getenv(), TerminalCheck.STANDARD_ERROR);
        Path certificate = options.tlsCert();
        if (certificate == null) {
            return new ThreadingHTTPServer(address, factory, false) {
                @Override
                public void log(String line) {
                    super.log(colored ? ColoredLine.of(line) : line);
                }
            };
        }
        return TlsServer.create(options, certificate, address, factory, colored);
    }

    private static InetSocketAddress address(Options options) throws IOException {
        String bind = options.bind();
        if (bind == null || bind.isEmpty()) {
            return new InetSocketAddress(options.port());
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), options.port());
        } catch (UnknownHostException e) {
            throw new IOException("cannot listen on " + bind + ": no such name or address", e);
        }
    }

    /** Writes the first line of output, in Python's words, whose default address is that of IPv4. */
    private static String banner(Options options, InetSocketAddress bound) {
        String host =
                options.bind() == null && bound.getAddress().isAnyLocalAddress() ? "0.0.0.0" : IpAddress.text(bound);
        String protocol = options.tlsCert() == null ? "HTTP" : "HTTPS";
        String scheme = options.tlsCert() == null ? "http" : "https";
        String urlHost = host.contains(":") ? "[" + host + "]" : host;
        return "Serving " + protocol + " on " + host + " port " + bound.getPort() + " (" + scheme + "://" + urlHost
                + ":" + bound.getPort() + "/) ...";
    }

    /** The handlers name the version in every response. */
    private static String version() {
        String server = new SimpleHTTPRequestHandler().serverVersion();
        return server.substring(server.indexOf('/') + 1) + " (Java "
                + Runtime.version().feature() + ")";
    }
}
