package dev.gangway.standalone.cli;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.log.Visible;
import dev.gangway.standalone.porting.CompareCommand;
import dev.gangway.standalone.porting.OutlineCommand;
import dev.gangway.standalone.porting.RecordCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words that a command line may begin with. Such a word is never a port, so all other command lines are those of {@code python
 * -m http.server}. The classes of a word are loaded when it is named, and not before.
 */
public final class Words {
    private Words() {}

    /**
     * Finds what a word stands for.
     *
     * @param word the first argument
     * @return the command, or null if the word is none of ours
     */
    public static @Nullable Command command(String word) {
        return switch (word) {
            case "compare" -> new CompareCommand();
            case "record" -> new RecordCommand(RecordServer::new);
            case "outline" -> new OutlineCommand();
            default -> null;
        };
    }

    /**
     * Runs the command that the first argument stands for.
     *
     * @param out where results go
     * @param err where complaints go
     * @param arguments the command line, with the word in front
     * @return the exit status
     * @throws IllegalArgumentException if there is no such word
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        Command command = command(arguments[0]);
        if (command == null) {
            throw new IllegalArgumentException("no such word: " + arguments[0]);
        }
        return run(command, out, err, arguments);
    }

    /** Runs a command; the word stands in front of its arguments. */
    static int run(Command command, PrintStream out, PrintStream err, String... arguments) {
        String name = "gangway " + arguments[0];
        try {
            return run(command, Arrays.copyOfRange(arguments, 1, arguments.length), out, err);
        } catch (UsageException e) {
            err.print(usage(command));
            err.println(name + ": error: " + Visible.lines(String.valueOf(e.getMessage())));
            return ExitCode.USAGE.status();
        } catch (IOException e) {
            err.println(name + ": " + Visible.lines(FailureText.withName(e)));
        } catch (RuntimeException e) {
            // Else the process would end with 1, which may say that a tool has found something.
            err.println(name + ": " + Visible.lines(e.toString()));
        }
        return command.failureStatus();
    }

    private static int run(Command command, String[] words, PrintStream out, PrintStream err)
            throws UsageException, IOException {
        Arguments arguments = Arguments.parse(command.options(), words);
        if (arguments.has("--help")) {
            out.print(command.help());
            out.flush();
            return ExitCode.OK.status();
        }
        return command.run(arguments, out, err);
    }

    /** Returns the first paragraph of the help. */
    private static String usage(Command command) {
        return command.help().substring(0, command.help().indexOf("\n\n") + 1);
    }
}
