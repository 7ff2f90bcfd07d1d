package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code gangway compare}.
 *
 * @param servers the legacy server and its port, or the port alone: addresses, and commands with {@code {port}} in them
 * @param requests files and folders with requests
 * @param ignoredHeaders the names of headers that may differ
 * @param anyOrder whether headers may come in any order
 * @param ignoreReason whether the reason phrase may differ
 * @param bodies what of bodies is compared
 * @param json where to write the results as JSON, or null
 * @param junit where to write the results as JUnit XML, or null
 * @param timeout how long to wait for an answer
 * @param colors whether to paint
 */
record CompareArguments(
        List<String> servers,
        List<Path> requests,
        List<String> ignoredHeaders,
        boolean anyOrder,
        boolean ignoreReason,
        Bodies bodies,
        @Nullable Path json,
        @Nullable Path junit,
        Duration timeout,
        boolean colors) {
    static final String HELP = """
            usage: gangway compare [-h] -r PATH [-i NAME] [--all-headers] [--any-order]
                                   [--ignore-reason] [--ignore-body REGEX]
                                   [--ignore-json-layout] [--json FILE] [--junit FILE]
                                   [--timeout SECONDS] [--color[=WHEN]]
                                   SERVER [SERVER]

            Sends the same requests to a legacy server and to its port, and compares status,
            headers and bodies. Ends with 0 if all answers are the same, with 1 if one
            differs, with 2 if it could not compare: the arguments are wrong, a file cannot
            be read, a server does not start, nothing is answered at all; with 3 if all
            is the same, but more came than is compared: 64 MiB on a connection (less in
            a small heap), 1 MiB of a head, or 100 interim responses.

            positional arguments:
              SERVER                the legacy server, then the port: http://HOST:PORT, or
                                    a command that starts it, with {port} in it; one
                                    server alone is compared with the responses that
                                    were recorded

            options:
              -h, --help            show this help message and exit
              -r, --requests PATH   a file with a raw request, a folder of such files, a
                                    recording, or a HAR file (required; may be given
                                    more than once)
              -i, --ignore-header NAME
                                    a header that may differ, besides Date and Server
                                    (default: none; may be given more than once)
              --all-headers         compare Date and Server too (default: they may
                                    differ)
              --any-order           headers may come in any order, their names in any
                                    case (default: order and case count)
              --ignore-reason       the reason phrase may differ (default: it counts)
              --ignore-body REGEX   what matches in a body may differ, times and random
                                    names for example; then Content-Length may too
                                    (default: none; may be given more than once)
              --ignore-json-layout  where both bodies are JSON, compare their values, and
                                    no Content-Length (default: compare their bytes)
              --json FILE           write the results as JSON too (default: off)
              --junit FILE          write the results as JUnit XML too (default: off)
              --timeout SECONDS     how long to wait for a whole answer (default: 10); of
                                    answers that have not ended by then, the beginnings
                                    are compared
              --color[=WHEN]        colours: auto (default: if this is a terminal), always
                                    or never; always without WHEN
            """;

    private static final String SERVER = "SERVER";
    private static final String COLOR = "--color";
    private static final int DEFAULT_TIMEOUT_SECONDS = 10;
    private static final int MAX_TIMEOUT_SECONDS = 86_400;

    static Options known() {
        return new Options()
                .addOption("h", "help", false, null)
                .addOption("r", "requests", true, null)
                .addOption("i", "ignore-header", true, null)
                .addOption(null, "all-headers", false, null)
                .addOption(null, "any-order", false, null)
                .addOption(null, "ignore-reason", false, null)
                .addOption(null, "ignore-body", true, null)
                .addOption(null, "ignore-json-layout", false, null)
                .addOption(null, "json", true, null)
                .addOption(null, "junit", true, null)
                .addOption(null, "timeout", true, null)
                .addOption(Option.builder()
                        .longOpt(COLOR.substring(2))
                        .hasArg()
                        .optionalArg(true)
                        .get());
    }

    static CompareArguments of(Arguments arguments) throws UsageException {
        return new CompareArguments(
                servers(arguments),
                requests(arguments),
                ignoredHeaders(arguments),
                arguments.has("--any-order"),
                arguments.has("--ignore-reason"),
                new Bodies(ignoredInBodies(arguments), arguments.has("--ignore-json-layout")),
                arguments.path("--json"),
                arguments.path("--junit"),
                timeout(arguments),
                colors(arguments));
    }

    private static List<String> servers(Arguments arguments) throws UsageException {
        List<String> servers = arguments.positional(SERVER, 1, 2);
        for (String server : servers) {
            if (!StartedServer.isCommand(server) && ServerAddress.of(server) == null) {
                throw arguments.wrong(
                        SERVER, server, "is neither " + ServerAddress.FORM + " nor a command with {port} in it");
            }
        }
        return servers;
    }

    private static List<Path> requests(Arguments arguments) throws UsageException {
        List<Path> paths = new ArrayList<>();
        for (String path : arguments.required("--requests")) {
            paths.add(arguments.path("--requests", path));
        }
        return paths;
    }

    private static List<String> ignoredHeaders(Arguments arguments) {
        List<String> names = new ArrayList<>(arguments.all("--ignore-header"));
        if (!arguments.has("--all-headers")) {
            names.addAll(List.of("Date", "Server"));
        }
        return names;
    }

    private static List<Pattern> ignoredInBodies(Arguments arguments) throws UsageException {
        List<Pattern> patterns = new ArrayList<>();
        for (String regex : arguments.all("--ignore-body")) {
            try {
                patterns.add(Pattern.compile(regex));
            } catch (PatternSyntaxException e) {
                throw arguments.wrong("--ignore-body", regex, "is not a regular expression: " + e.getDescription());
            }
        }
        return patterns;
    }

    private static Duration timeout(Arguments arguments) throws UsageException {
        String seconds = arguments.last("--timeout");
        return Duration.ofSeconds(
                arguments.number("--timeout", seconds, 1, MAX_TIMEOUT_SECONDS, DEFAULT_TIMEOUT_SECONDS));
    }

    private static boolean colors(Arguments arguments) throws UsageException {
        String when = arguments.last(COLOR, arguments.has(COLOR) ? "always" : "auto");
        return switch (when) {
            case "auto" -> Terminal.showsColors();
            case "always" -> true;
            case "never" -> false;
            default -> throw arguments.wrong(COLOR, when, "is neither auto nor always nor never");
        };
    }
}
