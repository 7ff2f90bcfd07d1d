package dev.gangway.standalone;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        boolean help,
        boolean version) {
    static final String USAGE = """
            usage: gangway [-h] [-V] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION]
                           [--cgi-mode MODE] [--cgi-user NAME] [--cgi-env NAME[=VALUE]]
                           [--cgi-interpreter SUFFIX=PROGRAM]
                           [--tls-cert PATH] [--tls-key PATH] [--tls-password-file PATH]
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

            tools for porting a Python program, each with a --help of its own:
              gangway compare       send the same requests to two servers and compare
              gangway record        write down what a server is asked and answers
              gangway outline       print the skeleton of a port
            """;

    private static final int DEFAULT_PORT = 8000;
    private static final List<String> PROTOCOLS = List.of("HTTP/1.0", "HTTP/1.1");

    /** Reads the arguments. */
    static Options parse(String... arguments) throws UsageException {
        ParseResult result;
        try {
            result = new CommandLine(spec())
                    .setAbbreviatedOptionsAllowed(true) // as argparse
                    .setOverwrittenOptionsAllowed(true)
                    .parseArgs(arguments);
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Options options = new Options(
                port(result.matchedPositionalValue(0, (String) null)),
                result.matchedOptionValue("--bind", (String) null),
                Path.of(result.matchedOptionValue("--directory", "")),
                result.matchedOptionValue("--protocol", PROTOCOLS.get(0)),
                CgiOptions.of(result),
                path(result, "--tls-cert"),
                path(result, "--tls-key"),
                path(result, "--tls-password-file"),
                result.hasMatchedOption("--help"),
                result.hasMatchedOption("--version"));
        options.check();
        return options;
    }

    /** In code, because annotations would have to be found by reflection at every start. */
    private static CommandSpec spec() {
        return CommandSpec.create()
                .name("gangway")
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build())
                .addOption(
                        OptionSpec.builder("-V", "--version").versionHelp(true).build())
                .addOption(OptionSpec.builder("--cgi").build())
                .addOption(text("MODE", CgiOptions.MODE))
                .addOption(text("NAME", CgiOptions.USER))
                .addOption(texts("NAME[=VALUE]", CgiOptions.ENVIRONMENT))
                .addOption(texts("SUFFIX=PROGRAM", CgiOptions.INTERPRETER))
                .addOption(text("ADDRESS", "-b", "--bind"))
                .addOption(text("DIRECTORY", "-d", "--directory"))
                .addOption(text("VERSION", "-p", "--protocol"))
                .addOption(text("PATH", "--tls-cert"))
                .addOption(text("PATH", "--tls-key"))
                .addOption(text("PATH", "--tls-password-file"))
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("port")
                        .type(String.class)
                        .arity("0..1")
                        .build());
    }

    private static OptionSpec text(String label, String name, String... more) {
        String[] names = more.length == 0 ? new String[] {name} : new String[] {name, more[0]};
        return OptionSpec.builder(names)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .build();
    }

    private static OptionSpec texts(String label, String name) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .build();
    }

    private static @Nullable Path path(ParseResult result, String option) {
        String value = result.matchedOptionValue(option, (String) null);
        return value == null ? null : Path.of(value);
    }

    private static int port(@Nullable String text) throws UsageException {
        if (text == null) {
            return DEFAULT_PORT;
        }
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new UsageException("argument port: '" + text + "' is not a number from 0 to 65535, such as 8000");
    }

    private void check() throws UsageException {
        if (help || version) {
            return;
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw new UsageException("argument -p/--protocol: '" + protocol + "' is neither " + PROTOCOLS.get(0)
                    + " nor " + PROTOCOLS.get(1));
        }
        if (tlsCert == null && tlsKey != null) {
            throw new UsageException("--tls-key requires --tls-cert to be set");
        }
        if (tlsCert == null && tlsPasswordFile != null) {
            throw new UsageException("--tls-password-file requires --tls-cert to be set");
        }
    }
}
