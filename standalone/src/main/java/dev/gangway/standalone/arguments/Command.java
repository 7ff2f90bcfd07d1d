package dev.gangway.standalone.arguments;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.commons.cli.Options;

/** A word at the beginning of the command line: its name and its program. */
public interface Command {
    /**
     * Returns all that a user has to know.
     *
     * @return lines; the first paragraph says how the command is called
     */
    String help();

    /**
     * Returns the options.
     *
     * @return the options, {@code --help} among them
     */
    Options options();

    /**
     * Does the work.
     *
     * @param arguments what to work on
     * @param out where results go
     * @param err where complaints go
     * @return the exit status: 0, or another that the help explains
     * @throws UsageException if the arguments make no sense
     * @throws IOException if the work cannot be done
     */
    int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException;

    /**
     * Reads a command line and does the work, or prints the help if that is asked for. A command whose line is more than {@link
     * Arguments} can sort overrides it.
     *
     * @param words the command line without the word in front
     * @param out where results go
     * @param err where complaints go
     * @return the exit status
     * @throws UsageException if the line makes no sense
     * @throws IOException if the work cannot be done
     */
    default int run(String[] words, PrintStream out, PrintStream err) throws UsageException, IOException {
        Arguments arguments = Arguments.parse(options(), words);
        if (arguments.has("--help")) {
            out.print(help());
            out.flush();
            return 0;
        }
        return run(arguments, out, err);
    }

    /**
     * Returns the exit status if the work cannot be done.
     *
     * @return 2 for a tool whose status 1 says that it has found something
     */
    int failureStatus();
}
