package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            "Ends with 0 if all answers are the same, with 1 if one differs, with 2 if the arguments are wrong."
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
            description = "How long to wait for an answer (default: ${DEFAULT-VALUE}).")
    int timeoutSeconds = 10;

    @Option(
            names = "--color",
            arity = "0..1",
            fallbackValue = "true",
            description = "Colours even if this is no terminal.")
    boolean color;

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
            throw new IOException("no requests in " + requests);
        }
        List<Result> results = compare(files);
        new TextReport(out, color || Ansi.AUTO.enabled()).print(results);
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
        Comparison comparison = new Comparison(namesToIgnore(), anyOrder, ignoreReason, ignoreJsonLayout);
        List<Result> results = new ArrayList<>();
        try (Answerer legacy = servers.size() == 1 ? Answerer.recorded() : Answerer.of(servers.get(0), timeout);
                Answerer port = Answerer.of(servers.get(servers.size() - 1), timeout)) {
            for (RequestFile file : files) {
                results.add(new Result(file, comparison.compare(legacy.answer(file), port.answer(file))));
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
