package dev.gangway.handler.cgi;

import dev.gangway.http.syntax.NameText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The program to start for a script, and its arguments (RFC 3875 §4.4). There is no shell in between. */
public final class CgiCommand {
    private CgiCommand() {}

    /**
     * Returns the arguments that CPython gives a script: the query, if there is no equals sign in it.
     *
     * @param query the query as it was sent
     * @return one argument or none
     */
    public static List<String> documentedArguments(String query) {
        return query.indexOf('=') < 0 ? List.of(query.replace('+', ' ')) : List.of();
    }

    /**
     * Returns the words of an indexed query (RFC 3875 §4.4).
     *
     * @param query the query as it was sent
     * @param method the request's method
     * @return the words, decoded, as {@link NameText}; none unless the method is GET or HEAD and there is no equals sign in the query
     */
    public static List<String> indexArguments(String query, String method) {
        boolean indexed = method.equals("GET") || method.equals("HEAD");
        if (!indexed || query.isEmpty() || query.indexOf('=') >= 0) {
            return List.of();
        }
        List<String> words =
                Arrays.stream(query.split("\\+", -1)).map(CgiPath::decode).toList();
        return words.stream().anyMatch(word -> word.indexOf('\0') >= 0) ? List.of() : words;
    }

    /**
     * Finds the interpreter of a script by the ending of its name.
     *
     * @param file the script
     * @param interpreters entries such as {@code .php=/usr/bin/php-cgi}
     * @return the interpreter, if one is named
     */
    public static Optional<String> interpreter(Path file, List<String> interpreters) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (String entry : interpreters) {
            int equals = entry.indexOf('=');
            if (equals > 0 && name.endsWith(entry.substring(0, equals).toLowerCase(Locale.ROOT))) {
                return Optional.of(entry.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * Joins the parts of a command.
     *
     * @param launcher what changes the user; may be empty
     * @param program the script or its interpreter
     * @param arguments what follows it
     * @return the command
     */
    public static List<String> of(List<String> launcher, List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }
}
