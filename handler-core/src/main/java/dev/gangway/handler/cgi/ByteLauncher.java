package dev.gangway.handler.cgi;

import dev.gangway.handler.platform.OperatingSystem;
import dev.gangway.http.syntax.NameText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program with the bytes that its arguments, its variables and its folder are.
 *
 * <p>Java encodes all three in the encoding of the system's locale. Without a locale that is ASCII, and in no locale can a text stand
 * for bytes that are no text. So what Java would change is not given to Java: a shell stands in front of the program, reads those
 * bytes from its input, and becomes the program, which finds its own input behind them. The shell runs a text that is always the
 * same and parses nothing of what it reads; it is not there where Java changes nothing.
 */
final class ByteLauncher {
    private static final Optional<String> SHELL = SystemProgram.find("sh");

    /** Whether a text without lone surrogates reaches a process in UTF-8. */
    private static final boolean UTF_8 = StandardCharsets.UTF_8.equals(Charset.defaultCharset())
            && "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    /** A letter names the kind of a line: a variable, an argument, a folder, more of the same behind a line end, or the end. */
    private static final String PROGRAM = """
            gangway_kind=
            while IFS= read -r gangway_line
            do
              case $gangway_line in
              n*) gangway_value=$gangway_value'
            '${gangway_line#n}; continue;;
              esac
              case $gangway_kind in
              v) export "$gangway_value";;
              a) set -- "$@" "$gangway_value";;
              d) cd -- "$gangway_value" || exit 126;;
              esac
              case $gangway_line in
              v*) gangway_kind=v gangway_value=${gangway_line#v};;
              a*) gangway_kind=a gangway_value=${gangway_line#a};;
              d*) gangway_kind=d gangway_value=${gangway_line#d};;
              *) break;;
              esac
            done
            unset gangway_kind gangway_line gangway_value PWD OLDPWD SHLVL
            exec "$@"
            """;

    private final ByteArrayOutputStream fed = new ByteArrayOutputStream();

    private ByteLauncher() {}

    /**
     * Starts a program.
     *
     * @param prefix programs that run before it, and their arguments; may be empty
     * @param command the program and its arguments; each as {@link NameText}
     * @param environment all of its variables; the values as {@link NameText}
     * @param folder where it starts, as {@link NameText}; null for where the server did
     * @return the process
     * @throws IOException if it cannot be started
     */
    static Process start(
            List<String> prefix, List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        return new ByteLauncher().launch(prefix, command, environment, folder);
    }

    private Process launch(
            List<String> prefix, List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        ProcessBuilder builder = new ProcessBuilder(whole);
        setVariables(builder.environment(), environment);
        if (folder != null) {
            if (isKept(folder)) {
                builder.directory(new java.io.File(folder));
            } else {
                feed('d', folder);
            }
        }
        if (fed.size() == 0 && command.stream().allMatch(ByteLauncher::isKept)) {
            whole.addAll(command);
            return ProcessStart.start(builder);
        }
        whole.addAll(List.of(SHELL.orElse("/bin/sh"), "-c", PROGRAM, "sh"));
        command.forEach(argument -> feed('a', argument));
        fed.writeBytes(new byte[] {'e', '\n'});
        return feed(ProcessStart.start(builder));
    }

    /** A variable of the server's that is passed on as it is keeps its bytes, which a text of it may not tell. */
    private void setVariables(Map<String, String> variables, Map<String, String> wanted) {
        variables.entrySet().removeIf(own -> !own.getValue().equals(wanted.get(own.getKey())));
        wanted.forEach((name, value) -> {
            if (variables.containsKey(name)) {
                return;
            }
            if (isKept(value)) {
                variables.put(name, value);
            } else {
                feed('v', name + "=" + value);
            }
        });
    }

    /** Tells whether Java gives a text to a process as the bytes that it stands for. */
    private static boolean isKept(String text) {
        return OperatingSystem.IS_WINDOWS
                || (UTF_8 ? NameText.isUnicode(text) : text.chars().allMatch(c -> c < 0x80));
    }

    private void feed(char kind, String text) {
        byte[] bytes = NameText.encodeLossy(text);
        fed.write(kind);
        for (byte b : bytes) {
            fed.write(b);
            if (b == '\n') {
                fed.write('n');
            }
        }
        fed.write('\n');
    }

    private Process feed(Process process) throws IOException {
        try {
            OutputStream input = process.getOutputStream();
            fed.writeTo(input);
            input.flush();
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return process;
    }
}
