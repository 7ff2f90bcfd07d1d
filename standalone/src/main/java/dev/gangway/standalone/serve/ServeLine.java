package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.serve.ServeOption.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line of {@code serve}, sorted. {@code Arguments} cannot sort it: a value that is only given behind {@code =}, and one of two
 * words, are more than its library knows.
 *
 * @param values the values of the options that were given, by long name; a flag has {@code true}
 * @param directory the word beside the options, or null
 */
record ServeLine(Map<String, List<String>> values, @Nullable String directory) {
    /**
     * Sorts a command line.
     *
     * @throws UsageException if it has an unknown option, a value too many or too few, or two directories
     */
    static ServeLine parse(String... words) throws UsageException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        boolean options = true;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            if (!options || !word.startsWith("-") || word.equals("-")) {
                others.add(word);
            } else if (word.equals("--")) {
                options = false;
            } else {
                i = option(words, i, values);
            }
        }
        if (others.size() > 1) {
            throw new UsageException("unrecognized arguments: '" + String.join("' '", others.subList(1, others.size()))
                    + "'" + hint(values));
        }
        return new ServeLine(values, others.isEmpty() ? null : others.get(0));
    }

    /** A word too many may be meant as the value of an option that takes it behind an equals sign alone. */
    private static String hint(Map<String, List<String>> values) {
        for (Map.Entry<String, List<String>> each : values.entrySet()) {
            ServeOption option = ServeOptions.named(each.getKey());
            if (option != null
                    && option.kind() == Kind.OPTIONAL
                    && each.getValue().contains("")) {
                return "; a value of --" + option.name() + " is given as --" + option.name() + "=" + option.value();
            }
        }
        return "";
    }

    /** Takes one option, and returns the index of its last word. */
    private static int option(String[] words, int at, Map<String, List<String>> values) throws UsageException {
        String word = words[at];
        ServeOption option;
        String value = null;
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            value = equals < 0 ? null : word.substring(equals + 1);
            option = named(equals < 0 ? word.substring(2) : word.substring(2, equals));
        } else {
            option = ServeOptions.lettered(word.substring(1, 2));
            value = word.length() > 2 ? word.substring(2) : null;
            if (option == null) {
                throw new UsageException("unrecognized arguments: " + word);
            }
        }
        int last = at;
        if (option.kind() == Kind.FLAG) {
            if (value != null) {
                throw new UsageException("argument --" + option.name() + ": takes no value");
            }
            value = "true";
        } else if (value == null && option.kind() == Kind.OPTIONAL) {
            value = "";
        } else if (value == null) {
            if (++last >= words.length) {
                throw new UsageException("argument --" + option.name() + ": expected one argument");
            }
            value = words[last];
        }
        if (option.kind() == Kind.FIELD && value.indexOf(':') < 0) {
            if (++last >= words.length) {
                throw new UsageException(
                        "argument --" + option.name() + ": expected NAME and VALUE, or one word 'NAME: VALUE'");
            }
            value += ": " + words[last];
        }
        values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
        return last;
    }

    private static ServeOption named(String name) throws UsageException {
        ServeOption option = ServeOptions.named(name);
        if (option == null) {
            String like = ServeOptions.like(name);
            throw new UsageException(
                    "unrecognized arguments: --" + name + (like == null ? "" : "; did you mean --" + like + "?"));
        }
        return option;
    }
}
