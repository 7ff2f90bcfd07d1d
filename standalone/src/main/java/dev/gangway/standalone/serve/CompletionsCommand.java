package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.PrintStream;
import java.util.List;
import org.apache.commons.cli.Options;

/** Prints a script that lets a shell complete command lines: {@code gangway completions bash|zsh|fish}. */
public final class CompletionsCommand implements Command {
    private final List<String> words;

    /**
     * Makes the command.
     *
     * @param words the words that a command line may begin with
     */
    public CompletionsCommand(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public String help() {
        return """
                usage: gangway completions bash|zsh|fish

                Prints a script that lets the shell complete command lines:
                  bash: source <(gangway completions bash)
                  zsh:  source <(gangway completions zsh)
                  fish: gangway completions fish | source
                """;
    }

    @Override
    public Options options() {
        return new Options().addOption("h", "help", false, null);
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException {
        String shell = arguments.positional("SHELL", 1, 1).get(0);
        String script = Completions.of(shell, words);
        if (script == null) {
            throw new UsageException("argument SHELL: '" + shell + "' is not one of bash, zsh, fish");
        }
        out.print(script);
        out.flush();
        return 0;
    }

    @Override
    public int failureStatus() {
        return 1;
    }
}
