package dev.gangway.standalone.arguments;

import dev.gangway.http.syntax.GivenField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code -H NAME VALUE}, the option with two values of CPython 3.15, off a command line. One word {@code 'NAME: VALUE'} does as
 * well: a first word with a colon is the whole field.
 *
 * @param fields names and values in their order
 * @param rest the other words
 */
public record HeaderArguments(List<Map.Entry<String, String>> fields, List<String> rest) {
    private static final String NAMES = "-H/--header";
    private static final List<String> ALONE = List.of("-H", "--head", "--heade", "--header");
    private static final List<String> BEFORE_FIELD = List.of("--header=", "-H");

    /**
     * Takes the option off a command line, wherever it stands before {@code --}.
     *
     * @param words the command line
     * @return the fields
     * @throws UsageException if a value is missing, or a name or value cannot be sent
     */
    public static HeaderArguments take(String... words) throws UsageException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        int at = 0;
        while (at < words.length && !words[at].equals("--")) {
            String word = words[at++];
            String attached = attached(word);
            if (ALONE.contains(word)) {
                String name = value(words, at++);
                fields.add(name.contains(":") ? field(name) : field(name, value(words, at++)));
            } else if (attached != null) {
                fields.add(field(attached));
            } else {
                rest.add(word);
            }
        }
        rest.addAll(List.of(words).subList(at, words.length));
        return new HeaderArguments(List.copyOf(fields), List.copyOf(rest));
    }

    private static @Nullable String attached(String word) {
        for (String start : BEFORE_FIELD) {
            if (word.startsWith(start)) {
                return word.substring(start.length());
            }
        }
        return null;
    }

    private static String value(String[] words, int at) throws UsageException {
        boolean isOption = at < words.length && words[at].length() > 1 && words[at].startsWith("-");
        if (at >= words.length || isOption) {
            throw new UsageException("argument " + NAMES + ": expected 2 arguments, or one of the form 'NAME: VALUE'");
        }
        return words[at];
    }

    private static Map.Entry<String, String> field(String line) throws UsageException {
        try {
            return GivenField.parse(line);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static Map.Entry<String, String> field(String name, String value) throws UsageException {
        try {
            return GivenField.of(name, value);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static UsageException wrong(IllegalArgumentException e) {
        return new UsageException("argument " + NAMES + ": " + e.getMessage());
    }
}
