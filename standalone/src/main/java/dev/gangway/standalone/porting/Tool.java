package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.commons.cli.Options;

/** One of the tools: how it is called, and what it does. */
interface Tool {
    /** Returns all that a user has to know; the first paragraph says how it is called. */
    String help();

    /** Returns the options, {@code --help} among them. */
    Options options();

    /**
     * Does the work.
     *
     * @param arguments what to work on
     * @param out where results go
     * @param err where complaints go
     * @return the exit status: 0, or 1 if it has found something
     * @throws UsageException if the arguments make no sense
     * @throws IOException if the work cannot be done
     */
    int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException;
}
