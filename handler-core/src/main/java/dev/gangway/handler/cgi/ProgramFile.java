package dev.gangway.handler.cgi;

import dev.gangway.handler.platform.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the system itself can start a file, and why not. Without this check, Java and the programs in front of a script
 * would give a file that the system does not know to a shell.
 */
public final class ProgramFile {
    /** How much of a file Linux reads to find out how to start it. */
    private static final int LOOK_BYTES = 256;

    /** How often an interpreter may itself be a script with an interpreter; Linux allows as many. */
    private static final int MAX_INTERPRETERS = 4;

    /** How programs begin: ELF, and Mach-O in its two widths, its two orders of bytes, and for several processors. */
    private static final List<String> PROGRAMS = List.of(
            "\u007fELF",
            "\u00fe\u00ed\u00fa\u00ce",
            "\u00fe\u00ed\u00fa\u00cf",
            "\u00ce\u00fa\u00ed\u00fe",
            "\u00cf\u00fa\u00ed\u00fe",
            "\u00ca\u00fe\u00ba\u00be");

    private ProgramFile() {}

    /**
     * Looks for a reason why the system cannot start a file.
     *
     * @param file an executable file
     * @return the reason, which follows "cannot be run: " in a sentence; null if there is none, or if it cannot be known
     *     because the file may not be read
     */
    public static @Nullable String fault(Path file) {
        return OperatingSystem.IS_WINDOWS ? null : fault(file, MAX_INTERPRETERS);
    }

    private static @Nullable String fault(Path file, int interpreters) {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(LOOK_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
        if (start.startsWith("#!")) {
            return interpreterFault(start, interpreters);
        }
        return PROGRAMS.stream().anyMatch(start::startsWith) ? null : textFault(start);
    }

    private static String textFault(String start) {
        if (start.isEmpty()) {
            return "it is empty";
        }
        if (start.startsWith("\u00ef\u00bb\u00bf")) {
            return "a byte order mark stands in front of its first line; save it as UTF-8 without one";
        }
        boolean utf16 =
                start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff") || hasNulBeside(start, "#!");
        if (utf16) {
            return "it is text in UTF-16; save it as UTF-8";
        }
        return "it is no program of this system, and does not begin with #! and the path of an interpreter, as in #!/bin/sh";
    }

    private static boolean hasNulBeside(String start, String text) {
        return start.startsWith(text.charAt(0) + "\0" + text.charAt(1))
                || start.startsWith("\0" + text.charAt(0) + "\0");
    }

    private static @Nullable String interpreterFault(String start, int interpreters) {
        int begin = 2;
        while (begin < start.length() && isSpace(start.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < start.length() && !isSpace(start.charAt(end)) && start.charAt(end) != '\n') {
            end++;
        }
        String name = start.substring(begin, end);
        if (name.isEmpty() || name.equals("\r")) {
            return "its first line names no interpreter behind #!";
        }
        if (end == LOOK_BYTES) {
            return "its first line names an interpreter whose path is too long for the system";
        }
        if (name.indexOf('\0') >= 0) {
            return "there is a NUL byte in its first line";
        }
        return interpreters == 0 ? "its interpreter is a script, and so on, too often" : fileFault(name, interpreters);
    }

    private static @Nullable String fileFault(String name, int interpreters) {
        boolean known = name.startsWith("/") && name.chars().allMatch(c -> c < 0x80);
        if (!known) {
            return null;
        }
        Path interpreter;
        try {
            interpreter = Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
        if (Files.notExists(interpreter)) {
            boolean windowsLine = name.endsWith("\r") && Files.exists(Path.of(name.substring(0, name.length() - 1)));
            return windowsLine
                    ? "its first line ends with CR LF, and the system takes the CR for a part of the interpreter's name; save it with"
                            + " LF at the ends of lines"
                    : "its interpreter " + name + " does not exist";
        }
        if (Files.exists(interpreter) && !(Files.isRegularFile(interpreter) && Files.isExecutable(interpreter))) {
            return "its interpreter " + name + " is not executable";
        }
        String fault = fault(interpreter, interpreters - 1);
        return fault == null ? null : "its interpreter " + name + " cannot be run: " + fault;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Tells whether a file is meant to be run: whether it names an interpreter.
     *
     * @param file a regular file
     * @return whether it begins with {@code #!}; false if it cannot be read
     */
    public static boolean namesInterpreter(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        } catch (IOException e) {
            return false;
        }
    }
}
