package dev.gangway.standalone.cli;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.HeaderArguments;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.ColorChoice;
import dev.gangway.standalone.node.NodeOptions;
import dev.gangway.standalone.node.TimeLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the command line. Reading them touches nothing but them.
 *
 * @param port the port to listen on; 0 picks a free one
 * @param bind the address to listen on, or null for all
 * @param directory the directory to serve
 * @param protocol {@code HTTP/1.0} or {@code HTTP/1.1}
 * @param cgi how to run scripts, or null not to run any
 * @param tlsCert the certificates, or null for no TLS
 * @param tlsKey the key, or null if it stands with the certificates
 * @param tlsPasswordFile the file that holds the password of the key, or null
 * @param files how files are sent
 * @param logColor whether the log has colors
 * @param timeLimits how long a client may take
 * @param node what a balancer or a proxy needs
 * @param help whether to print the help
 * @param version whether to print the version
 */
record Options(
        int port,
        @Nullable String bind,
        Path directory,
        String protocol,
        @Nullable CgiOptions cgi,
        @Nullable Path tlsCert,
        @Nullable Path tlsKey,
        @Nullable Path tlsPasswordFile,
        FileOptions files,
        ColorChoice logColor,
        TimeLimits timeLimits,
        NodeOptions node,
        boolean help,
        boolean version) {
    static final String USAGE = """
            usage: gangway [-h] [-V] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION]
                           [--cgi-mode MODE] [--cgi-user NAME] [--cgi-env NAME[=VALUE]]
                           [--cgi-interpreter SUFFIX=PROGRAM]
                           [--tls-cert PATH] [--tls-key PATH] [--tls-password-file PATH]
            """ + FileOptions.USAGE + TimeLimits.USAGE + NodeOptions.USAGE + """
                           [port]
            """;

    static final String HELP = USAGE + """

            positional arguments:
              port                  bind to this port (default: 8000; 0 picks a free one)

            options:
              -h, --help            show this help message and exit
              -V, --version         show the version and exit
              --cgi                 run as CGI server
              -b, --bind ADDRESS    bind to this address (default: all interfaces)
              -d, --directory DIRECTORY
                                    serve this directory (default: current directory)
              -p, --protocol VERSION
                                    conform to this HTTP version (default: HTTP/1.0)
              --cgi-mode MODE       documented: as Python does (default); rfc3875: as the
                                    standard has it, which real programs need
              --cgi-user NAME       run scripts as this user if the server is root
                                    (default: nobody; none: as root)
              --cgi-env NAME[=VALUE]
                                    pass this variable on to scripts, or set it; *
                                    passes on all (may be given more than once)
              --cgi-interpreter SUFFIX=PROGRAM
                                    run scripts of this suffix with a program, for
                                    example .php=/usr/bin/php-cgi (may be given more
                                    than once)
              --tls-cert PATH       path to the TLS certificate chain file
              --tls-key PATH        path to the TLS key file
              --tls-password-file PATH
                                    path to the password file for the TLS key
            """ + FileOptions.HELP + TimeLimits.HELP + NodeOptions.HELP + """

            other words, each with a --help of its own:
              gangway serve         serve files to people: uploads, passwords, archives
              gangway new           write a Maven project to begin with
              gangway port          translate Python handlers to Java
              gangway outline       print the skeleton of a port
              gangway record        write down what a server is asked and answers
              gangway compare       send the same requests to two servers and compare
              gangway completions   print completions for bash, zsh or fish
              gangway man           print the manual page
            """;

    /** The long options of {@code python -m http.server}, CPython 3.14. */
    private static final List<String> PYTHONS = List.of(
            "--help", "--cgi", "--bind", "--directory", "--protocol", "--tls-cert", "--tls-key", "--tls-password-file");

    private static final String LOG_COLOR = "--log-color";
    private static final int DEFAULT_PORT = 8000;
    private static final List<String> PROTOCOLS = List.of("HTTP/1.0", "HTTP/1.1");

    /** Reads the arguments. */
    static Options parse(String... words) throws UsageException {
        HeaderArguments headers = HeaderArguments.take(words);
        Arguments arguments = Arguments.parse(known(), inFull(headers.rest().toArray(new String[0])));
        List<String> ports = arguments.positional("port", 0, 1);
        Options options = new Options(
                arguments.number("port", ports.isEmpty() ? null : ports.get(0), 0, 65_535, DEFAULT_PORT),
                arguments.last("--bind"),
                Objects.requireNonNullElse(arguments.path("--directory"), Path.of("")),
                arguments.last("--protocol", PROTOCOLS.get(0)),
                CgiOptions.of(arguments),
                arguments.path("--tls-cert"),
                arguments.path("--tls-key"),
                arguments.path("--tls-password-file"),
                FileOptions.of(arguments, headers.fields()),
                logColor(arguments),
                TimeLimits.of(arguments),
                NodeOptions.of(arguments),
                arguments.has("--help"),
                arguments.has("--version"));
        options.check(arguments);
        return options;
    }

    private static ColorChoice logColor(Arguments arguments) throws UsageException {
        String word = arguments.last(LOG_COLOR, ColorChoice.AUTO.toString());
        ColorChoice choice = ColorChoice.named(word);
        if (choice == null) {
            throw arguments.wrong(LOG_COLOR, word, "is none of " + ColorChoice.words());
        }
        return choice;
    }

    /** Writes an abbreviation of one of Python's options in full, which options of our own must not make ambiguous. */
    private static String[] inFull(String... words) {
        String[] full = words.clone();
        for (int i = 0; i < full.length; i++) {
            int equals = full[i].indexOf('=');
            String name = equals < 0 ? full[i] : full[i].substring(0, equals);
            String rest = full[i].substring(name.length());
            String meant = onlyMatch(name);
            if (meant != null) {
                full[i] = meant + rest;
            }
        }
        return full;
    }

    /** Returns the one option of Python's that begins so; null if there is none, or more than one. */
    private static @Nullable String onlyMatch(String name) {
        String match = null;
        for (String option : PYTHONS) {
            if (name.length() > 2 && option.startsWith(name)) {
                if (match != null) {
                    return null;
                }
                match = option;
            }
        }
        return match;
    }

    private static org.apache.commons.cli.Options known() {
        return FileOptions.addTo(NodeOptions.addTo(TimeLimits.addTo(new org.apache.commons.cli.Options())))
                .addOption(null, LOG_COLOR.substring(2), true, null)
                .addOption("h", "help", false, null)
                .addOption("V", "version", false, null)
                .addOption(null, "cgi", false, null)
                .addOption("b", "bind", true, null)
                .addOption("d", "directory", true, null)
                .addOption("p", "protocol", true, null)
                .addOption(null, CgiOptions.MODE.substring(2), true, null)
                .addOption(null, CgiOptions.USER.substring(2), true, null)
                .addOption(null, CgiOptions.ENVIRONMENT.substring(2), true, null)
                .addOption(null, CgiOptions.INTERPRETER.substring(2), true, null)
                .addOption(null, "tls-cert", true, null)
                .addOption(null, "tls-key", true, null)
                .addOption(null, "tls-password-file", true, null);
    }

    private void check(Arguments arguments) throws UsageException {
        if (help || version) {
            return;
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw arguments.wrong(
                    "--protocol", protocol, "is neither " + PROTOCOLS.get(0) + " nor " + PROTOCOLS.get(1));
        }
        if (tlsCert == null && tlsKey != null) {
            throw new UsageException("--tls-key requires --tls-cert to be set");
        }
        if (tlsCert == null && tlsPasswordFile != null) {
            throw new UsageException("--tls-password-file requires --tls-cert to be set");
        }
    }
}
