package dev.gangway.standalone.porting;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Objects;
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
     * @return the exit status: 0, 1 if the tool has found something, 2 if it could not do its work
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(tool(arguments[0], out, err))
                .setOut(new PrintWriter(out, true, Charset.defaultCharset()))
                .setErr(new PrintWriter(err, true, Charset.defaultCharset()))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    err.println("gangway " + arguments[0] + ": " + text(failure));
                    return CommandLine.ExitCode.USAGE;
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

    /** The messages of the JDK's file exceptions are the bare name of the file. */
    private static String text(Exception failure) {
        if (failure instanceof NoSuchFileException file) {
            return "there is no file " + file.getFile();
        }
        if (failure instanceof AccessDeniedException file) {
            return "not allowed to use " + file.getFile();
        }
        if (failure instanceof FileSystemException file) {
            return "cannot use " + file.getFile() + ": "
                    + Objects.requireNonNullElse(
                            file.getReason(), file.getClass().getSimpleName());
        }
        return String.valueOf(failure.getMessage());
    }
}
