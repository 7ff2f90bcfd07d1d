package dev.gangway.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.cli.AmbiguousOptionException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
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
        CommandLine line = line(arguments);
        List<String> words = line.getArgList();
        if (words.size() > 1) {
            throw new UsageException(
                    "unrecognized arguments: '" + String.join("' '", words.subList(1, words.size())) + "'");
        }
        Options options = new Options(
                port(words.isEmpty() ? null : words.get(0)),
                last(line, "--bind"),
                Path.of(Objects.requireNonNullElse(last(line, "--directory"), "")),
                Objects.requireNonNullElse(last(line, "--protocol"), PROTOCOLS.get(0)),
                CgiOptions.of(line),
                path(line, "--tls-cert"),
                path(line, "--tls-key"),
                path(line, "--tls-password-file"),
                line.hasOption("--help"),
                line.hasOption("--version"));
        options.check();
        return options;
    }

    /** Returns the value of an option, the last one if it was given more than once; null if it was not given. */
    static @Nullable String last(CommandLine line, String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? null : values[values.length - 1];
    }

    /** Sorts the arguments; complaints are in the words of argparse. */
    private static CommandLine line(String... arguments) throws UsageException {
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(true) // as argparse
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(known(), arguments);
        } catch (AmbiguousOptionException e) {
            throw new UsageException("ambiguous option: " + e.getOption() + " could match --"
                    + String.join(", --", e.getMatchingOptions()));
        } catch (UnrecognizedOptionException e) {
            throw new UsageException("unrecognized arguments: " + e.getOption());
        } catch (MissingArgumentException e) {
            throw new UsageException("argument " + names(e.getOption()) + ": expected one argument");
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String names(Option option) {
        return option.getOpt() == null
                ? "--" + option.getLongOpt()
                : "-" + option.getOpt() + "/--" + option.getLongOpt();
    }

    private static org.apache.commons.cli.Options known() {
        return new org.apache.commons.cli.Options()
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

    private static @Nullable Path path(CommandLine line, String option) {
        String value = last(line, option);
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
