package dev.gangway.standalone.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option of {@code serve}.
 *
 * @param name the long name without hyphens
 * @param letter the short name, or null
 * @param kind how it is given
 * @param value what its value is called, or its choices with {@code |} between; empty for a flag
 * @param help a sentence or two
 */
record ServeOption(String name, @Nullable String letter, Kind kind, String value, String help) {
    /** How an option is given. */
    enum Kind {
        /** Without a value. */
        FLAG,
        /** With a value, as {@code --name value} or {@code --name=value}; the last one counts. */
        VALUE,
        /** With a value, once or more often. */
        REPEATED,
        /** Without a value or with one as {@code --name=value}. */
        OPTIONAL,
        /** With one word that has a colon, or with two; once or more often. */
        FIELD
    }

    /** Returns the words that the value may be; none if it may be any. */
    List<String> choices() {
        return value.contains("|") ? List.of(value.split("\\|")) : List.of();
    }

    /** Returns the option with its value, as in a synopsis. */
    String synopsis() {
        return switch (kind) {
            case FLAG -> "--" + name;
            case OPTIONAL -> "--" + name + "[=" + value + "]";
            default -> "--" + name + " " + value;
        };
    }
}
