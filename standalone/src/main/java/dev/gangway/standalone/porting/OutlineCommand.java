package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.Options;

/** {@code gangway outline}: prints the skeleton of a port. */
public final class OutlineCommand implements Command {
    private static final String FILE = "FILE";

    /** Makes the command. */
    public OutlineCommand() {}

    @Override
    public String help() {
        return """
                usage: gangway outline [-h] FILE

                Reads the handler classes of a Python module (of Python 2 or 3) and prints Java
                classes with the same methods, the Python lines as comments, and a list of what
                needs a decision. Ends with 0, with 1 if there is no handler class in the
                module, with 2 if it cannot be read or the arguments are wrong.

                positional arguments:
                  FILE                  the Python module

                options:
                  -h, --help            show this help message and exit
                """;
    }

    @Override
    public Options options() {
        return new Options().addOption("h", "help", false, null);
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        Path file = file(arguments);
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

    @Override
    public int failureStatus() {
        return 2;
    }

    private static Path file(Arguments arguments) throws UsageException {
        String word = arguments.positional(FILE, 1, 1).get(0);
        Path file = arguments.path(FILE, word);
        if (Files.isDirectory(file)) {
            throw arguments.wrong(FILE, word, "is a folder and no Python module");
        }
        return file;
    }
}
