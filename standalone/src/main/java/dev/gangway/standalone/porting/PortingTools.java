package dev.gangway.standalone.porting;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** The tools by the word that the command line begins with. Such a word is never a port. */
public final class PortingTools {
    private static final Set<String> NAMES = Set.of("compare", "record", "outline");
    private static final int FAILURE = 2;

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
        String name = "gangway " + arguments[0];
        Tool tool = tool(arguments[0]);
        try {
            return run(tool, out, err, Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (UsageException e) {
            err.print(usage(tool));
            err.println(name + ": error: " + Visible.lines(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            err.println(name + ": " + Visible.lines(text(e)));
        } catch (RuntimeException e) {
            // Else the process would end with 1, which says that something was found.
            err.println(name + ": " + Visible.lines(e.toString()));
        }
        return FAILURE;
    }

    private static int run(Tool tool, PrintStream out, PrintStream err, String... words)
            throws UsageException, IOException {
        Arguments arguments = Arguments.parse(tool.options(), words);
        if (arguments.has("--help")) {
            out.print(tool.help());
            out.flush();
            return 0;
        }
        return tool.run(arguments, out, err);
    }

    static Tool tool(String name) {
        return switch (name) {
            case "compare" -> new CompareCommand();
            case "record" -> new RecordCommand();
            case "outline" -> new OutlineCommand();
            default -> throw new IllegalArgumentException("no tool: " + name);
        };
    }

    /** Returns the first paragraph of the help. */
    private static String usage(Tool tool) {
        return tool.help().substring(0, tool.help().indexOf("\n\n") + 1);
    }

    /** The messages of the JDK's file exceptions are the bare name of the file. */
    private static String text(IOException failure) {
        if (failure instanceof NoSuchFileException file) {
            return "there is no file or folder " + file.getFile();
        }
        if (failure instanceof AccessDeniedException file) {
            return "not allowed to use " + file.getFile();
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is there already, and is no folder";
        }
        if (failure instanceof FileSystemException file) {
            return "cannot use " + file.getFile() + ": "
                    + Objects.requireNonNullElse(
                            file.getReason(), file.getClass().getSimpleName());
        }
        return String.valueOf(failure.getMessage());
    }
}
