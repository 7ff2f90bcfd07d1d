package dev.gangway.standalone.arguments;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.AmbiguousOptionException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/**
 * A command line, sorted into options and positional arguments, in any order. An option is named with its two hyphens.
 * Complaints are in the words of Python's {@code argparse}.
 */
public final class Arguments {
    private final Options known;
    private final CommandLine line;

    private Arguments(Options known, CommandLine line) {
        this.known = known;
        this.line = line;
    }

    /**
     * Sorts a command line.
     *
     * @param known the options that there are
     * @param words the command line
     * @return the options and positional arguments in it
     * @throws UsageException if an option is unknown, ambiguous or without its value
     */
    public static Arguments parse(Options known, String... words) throws UsageException {
        try {
            CommandLine line = DefaultParser.builder()
                    .setAllowPartialMatching(true) // as argparse
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(known, words);
            return new Arguments(known, line);
        } catch (AmbiguousOptionException e) {
            throw new UsageException("ambiguous option: " + e.getOption() + " could match --"
                    + String.join(", --", e.getMatchingOptions()));
        } catch (UnrecognizedOptionException e) {
            throw new UsageException("unrecognized arguments: " + e.getOption());
        } catch (MissingArgumentException e) {
            throw new UsageException("argument " + names(e.getOption()) + ": expected one argument");
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Tells whether an option was given.
     *
     * @param option its name
     * @return false if not
     */
    public boolean has(String option) {
        Option wanted = known.getOption(option);
        for (Option given : line.getOptions()) {
            if (given.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the value of an option.
     *
     * @param option its name
     * @return the last value if it was given more than once; null if it was not given, or without one
     */
    public @Nullable String last(String option) {
        List<String> values = all(option);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /**
     * Returns the value of an option that may be left out.
     *
     * @param option its name
     * @param otherwise the value if it was left out
     * @return the last value if it was given more than once
     */
    public String last(String option, String otherwise) {
        String value = last(option);
        return value == null ? otherwise : value;
    }

    /**
     * Returns the values of an option that may be given more than once.
     *
     * @param option its name
     * @return the values as they were given; empty if it was not
     */
    public List<String> all(String option) {
        Option wanted = known.getOption(option);
        List<String> values = new ArrayList<>();
        for (Option given : line.getOptions()) {
            if (given.equals(wanted)) {
                values.addAll(given.getValuesList());
            }
        }
        return values;
    }

    /**
     * Returns the values of an option that must be given, and may be given more than once.
     *
     * @param option its name
     * @return the values as they were given, at least one
     * @throws UsageException if it was not given
     */
    public List<String> required(String option) throws UsageException {
        List<String> values = all(option);
        if (values.isEmpty()) {
            throw missing(option);
        }
        return values;
    }

    /**
     * Returns the positional arguments.
     *
     * @param name what the help calls one
     * @param min how many there must be
     * @param max how many there may be
     * @return the arguments as they were given
     * @throws UsageException if they are fewer or more
     */
    public List<String> positional(String name, int min, int max) throws UsageException {
        List<String> words = line.getArgList();
        if (words.size() < min) {
            throw missing(name);
        }
        if (words.size() > max) {
            throw new UsageException(
                    "unrecognized arguments: '" + String.join("' '", words.subList(max, words.size())) + "'");
        }
        return List.copyOf(words);
    }

    /**
     * Reads a number.
     *
     * @param argument the option or the positional argument that it is the value of
     * @param value the word that was given; null if none was
     * @param min the least that it may be, not below 0
     * @param max the most that it may be
     * @param usual what it is if nothing was given
     * @return the number
     * @throws UsageException if it is none, or out of bounds
     */
    public int number(String argument, @Nullable String value, int min, int max, int usual) throws UsageException {
        if (value == null) {
            return usual;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max) {
            return Integer.parseInt(value);
        }
        throw wrong(argument, value, "is not a number from " + min + " to " + max + ", such as " + usual);
    }

    /**
     * Reads the value of an option that is a path.
     *
     * @param option its name
     * @return the last value if it was given more than once; null if it was not given
     * @throws UsageException if the machine knows no such paths
     */
    public @Nullable Path path(String option) throws UsageException {
        String value = last(option);
        return value == null ? null : path(option, value);
    }

    /**
     * Reads a path.
     *
     * @param argument the option or the positional argument that it is the value of
     * @param value the word that was given
     * @return the path
     * @throws UsageException if the machine knows no such paths
     */
    public Path path(String argument, String value) throws UsageException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw wrong(argument, value, "is not a path: " + e.getReason());
        }
    }

    /**
     * Makes a complaint about a value.
     *
     * @param argument the option or the positional argument that it is the value of
     * @param value the word that was given
     * @param why the fault, as the end of a sentence: {@code "is neither A nor B"}
     * @return the complaint, to be thrown
     */
    public UsageException wrong(String argument, String value, String why) {
        return new UsageException("argument " + names(argument) + ": '" + value + "' " + why);
    }

    private UsageException missing(String argument) {
        return new UsageException("the following arguments are required: " + names(argument));
    }

    private String names(String argument) {
        return argument.startsWith("--") ? names(known.getOption(argument)) : argument;
    }

    private static String names(Option option) {
        return option.getOpt() == null
                ? "--" + option.getLongOpt()
                : "-" + option.getOpt() + "/--" + option.getLongOpt();
    }
}
