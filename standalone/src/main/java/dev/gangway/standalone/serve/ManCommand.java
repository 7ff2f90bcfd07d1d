package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.PrintStream;
import org.apache.commons.cli.Options;

/** Prints the manual page: {@code gangway man}. */
public final class ManCommand implements Command {
    private final String documented;

    /**
     * Makes the command.
     *
     * @param documented the help of the command line without a word
     */
    public ManCommand(String documented) {
        this.documented = documented;
    }

    @Override
    public String help() {
        return """
                usage: gangway man

                Prints the manual page in roff: gangway man > gangway.1
                """;
    }

    @Override
    public Options options() {
        return new Options().addOption("h", "help", false, null);
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException {
        arguments.positional("", 0, 0);
        out.print(ManPage.text(documented));
        out.flush();
        return 0;
    }

    @Override
    public int failureStatus() {
        return 1;
    }
}
