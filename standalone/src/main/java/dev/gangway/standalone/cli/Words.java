package dev.gangway.standalone.cli;

import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.log.Visible;
import dev.gangway.standalone.port.PortCommand;
import dev.gangway.standalone.porting.CompareCommand;
import dev.gangway.standalone.porting.OutlineCommand;
import dev.gangway.standalone.porting.RecordCommand;
import dev.gangway.standalone.project.NewCommand;
import dev.gangway.standalone.serve.CompletionsCommand;
import dev.gangway.standalone.serve.ManCommand;
import dev.gangway.standalone.serve.ServeCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that a command line may begin with. Such a word is never a port, so all other command lines are those of {@code python
 * -m http.server}. The classes of a word are loaded when it is named, and not before.
 */
public final class Words {
    /** All words. */
    private static final List<String> NAMES =
            List.of("serve", "new", "compare", "record", "outline", "port", "completions", "man");

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
            case "port" -> new PortCommand();
            case "new" -> new NewCommand();
            case "serve" -> new ServeCommand(StopSignals::handle);
            case "completions" -> new CompletionsCommand(NAMES);
            case "man" -> new ManCommand(Options.HELP);
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
            return command.run(Arrays.copyOfRange(arguments, 1, arguments.length), out, err);
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

    /** Returns the first paragraph of the help. */
    private static String usage(Command command) {
        return command.help().substring(0, command.help().indexOf("\n\n") + 1);
    }
}
