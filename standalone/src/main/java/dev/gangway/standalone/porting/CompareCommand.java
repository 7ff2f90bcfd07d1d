package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gangway compare}: sends the same requests to two servers and shows where the answers differ. */
@Command(
        name = "gangway compare",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Sends the same requests to a legacy server and to its port, and compares status, headers and bodies.",
            "Ends with 0 if all answers are the same, with 1 if one differs, with 2 if it could not compare: the",
            "arguments are wrong, a file cannot be read, a server does not start."
        })
final class CompareCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(
            arity = "1..2",
            paramLabel = "SERVER",
            description = {
                "The legacy server, then the port: http://HOST:PORT, or a command that starts it, with {port} in it.",
                "With one server alone, it is compared with the responses that were recorded."
            })
    List<String> servers = List.of();

    @Option(
            names = {"-r", "--requests"},
            required = true,
            paramLabel = "PATH",
            description =
                    "A file with a raw request, a folder of such files, a recording, or a HAR file; may be repeated.")
    List<Path> requests = List.of();

    @Option(
            names = {"-i", "--ignore-header"},
            paramLabel = "NAME",
            description = "A header that may differ, besides Date and Server; may be repeated.")
    List<String> ignored = new ArrayList<>();

    @Option(names = "--all-headers", description = "Compare Date and Server too.")
    boolean allHeaders;

    @Option(names = "--any-order", description = "Headers may come in any order, their names in any case.")
    boolean anyOrder;

    @Option(names = "--ignore-reason", description = "The reason phrase may differ.")
    boolean ignoreReason;

    @Option(
            names = "--ignore-body",
            paramLabel = "REGEX",
            description = {
                "What matches in a body may differ, times and random names for example; then Content-Length may too.",
                "May be repeated."
            })
    List<Pattern> ignoredInBodies = new ArrayList<>();

    @Option(
            names = "--ignore-json-layout",
            description = "Where both bodies are JSON, compare their values, and no Content-Length.")
    boolean ignoreJsonLayout;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    @Nullable Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML too.")
    @Nullable Path junit;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = {
                "How long to wait for a whole answer (default: ${DEFAULT-VALUE}). Of answers that have not ended by",
                "then, the beginnings are compared."
            })
    int timeoutSeconds = 10;

    /** When to paint. */
    enum When {
        auto,
        always,
        never
    }

    @Option(
            names = "--color",
            arity = "0..1",
            fallbackValue = "always",
            paramLabel = "WHEN",
            description = "Colours: auto (if this is a terminal, the default), always or never.")
    When color = When.auto;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    CompareCommand(PrintStream out, PrintStream err) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        List<RequestFile> files = RequestSource.read(requests);
        if (files.isEmpty()) {
            String paths = requests.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new IOException("no requests in " + paths + "; gangway record makes some, or write a file x.http");
        }
        List<Result> results = compare(files);
        new TextReport(out, color == When.always || (color == When.auto && Ansi.AUTO.enabled())).print(results);
        if (json != null) {
            JsonReport.write(results, json);
        }
        if (junit != null) {
            JunitReport.write(results, junit);
        }
        return results.stream().allMatch(Result::isSame) ? 0 : 1;
    }

    private List<Result> compare(List<RequestFile> files) throws IOException {
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        Bodies bodies = new Bodies(ignoredInBodies, ignoreJsonLayout);
        Comparison comparison = new Comparison(namesToIgnore(), anyOrder, ignoreReason, bodies);
        List<Result> results = new ArrayList<>();
        try (Answerer legacy = servers.size() == 1 ? Answerer.recorded() : Answerer.of(servers.get(0), timeout);
                Answerer port = Answerer.of(servers.get(servers.size() - 1), timeout)) {
            for (RequestFile file : files) {
                Reply expected = legacy.answer(file);
                Reply actual = port.answer(file);
                boolean answered =
                        !expected.responses().isEmpty() || !actual.responses().isEmpty();
                results.add(new Result(file, comparison.compare(expected, actual), answered));
            }
        }
        return results;
    }

    private List<String> namesToIgnore() {
        List<String> names = new ArrayList<>(ignored);
        if (!allHeaders) {
            names.addAll(List.of("Date", "Server"));
        }
        return names;
    }
}
