package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gangway outline}: prints the skeleton of a port. */
@Command(
        name = "gangway outline",
        sortOptions = false,
        description = {
            "Reads the handler classes of a Python module (of Python 2 or 3) and prints Java classes with the same",
            "methods, the Python lines as comments, and a list of what needs a decision."
        })
final class OutlineCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE", description = "The Python module.")
    Path file = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    OutlineCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        // A module may be in any encoding; this one maps every byte, and ASCII is all that matters here.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String java = new JavaOutline(String.valueOf(file.getFileName()), text).write();
        if (java.isEmpty()) {
            err.println("gangway outline: no handler class in " + file);
            return 1;
        }
        out.print(java);
        out.flush();
        return 0;
    }
}
