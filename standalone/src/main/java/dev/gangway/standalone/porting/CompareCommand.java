package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code gangway compare}: sends the same requests to two servers and shows where the answers differ. */
public final class CompareCommand implements Command {
    /** Exit status: the same as far as was compared, but more came than {@link Bounds} allows. */
    private static final int CUT = 3;

    /** Makes the command. */
    public CompareCommand() {}

    @Override
    public String help() {
        return CompareArguments.HELP;
    }

    @Override
    public Options options() {
        return CompareArguments.known();
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        CompareArguments wanted = CompareArguments.of(arguments);
        List<Result> results = compare(wanted, requests(wanted.requests()));
        report(wanted, results, out);
        if (results.stream().noneMatch(Result::isAnswered)) {
            throw new IOException("neither " + String.join(" nor ", sides(wanted.servers())) + " answered anything");
        }
        if (!results.stream().allMatch(Result::isSame)) {
            return 1;
        }
        return results.stream().anyMatch(Result::isCut) ? CUT : 0;
    }

    @Override
    public int failureStatus() {
        return 2;
    }

    private static List<RequestFile> requests(List<Path> paths) throws IOException {
        List<RequestFile> files = RequestSource.read(paths);
        if (files.isEmpty()) {
            String names = paths.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new IOException("no requests in " + names + "; gangway record makes some, or write a file x.http");
        }
        return files;
    }

    private static List<Result> compare(CompareArguments wanted, List<RequestFile> files) throws IOException {
        List<String> servers = wanted.servers();
        Comparison comparison =
                new Comparison(wanted.ignoredHeaders(), wanted.anyOrder(), wanted.ignoreReason(), wanted.bodies());
        List<Result> results = new ArrayList<>();
        try (Answerer legacy =
                        servers.size() == 1 ? Answerer.recorded() : Answerer.of(servers.get(0), wanted.timeout());
                Answerer port = Answerer.of(servers.get(servers.size() - 1), wanted.timeout())) {
            for (RequestFile file : files) {
                Reply expected = legacy.answer(file);
                Reply actual = port.answer(file);
                boolean cut = expected.isCut() || actual.isCut();
                boolean answered = cut
                        || !expected.responses().isEmpty()
                        || !actual.responses().isEmpty();
                results.add(new Result(file, comparison.compare(expected, actual), answered, cut));
            }
        }
        return results;
    }

    private static void report(CompareArguments wanted, List<Result> results, PrintStream out) throws IOException {
        new TextReport(out, wanted.colors()).print(results);
        if (wanted.json() != null) {
            JsonReport.write(results, wanted.json());
        }
        if (wanted.junit() != null) {
            JunitReport.write(results, wanted.junit());
        }
    }

    private static List<String> sides(List<String> servers) {
        return servers.size() == 1 ? List.of("the recorded server", servers.get(0)) : servers;
    }
}
