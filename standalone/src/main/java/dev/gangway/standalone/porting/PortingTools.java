package dev.gangway.standalone.porting;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;

/** The tools by the word that the command line begins with. Such a word is never a port. */
public final class PortingTools {
    private static final Set<String> NAMES = Set.of("compare", "record", "outline");

    private PortingTools() {}

    /**
     * Tells whether a command line names a tool.
     *
     * @param arguments the command line
     * @return false if it is for somebody else
     */
    public static boolean areMeant(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * Runs a tool.
     *
     * @param out where results go
     * @param err where complaints go
     * @param arguments the command line, with the name of the tool in front
     * @return the exit status: 0, 1 if the tool has found something or failed, 2 if the arguments are wrong
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(tool(arguments[0], out, err))
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    err.println("gangway " + arguments[0] + ": " + failure.getMessage());
                    return 1;
                });
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        return line.execute(rest);
    }

    private static Object tool(String name, PrintStream out, PrintStream err) {
        return switch (name) {
            case "compare" -> new CompareCommand(out, err);
            case "record" -> new RecordCommand(out, err);
            case "outline" -> new OutlineCommand(out, err);
            default -> throw new IllegalArgumentException("no tool: " + name);
        };
    }
}
