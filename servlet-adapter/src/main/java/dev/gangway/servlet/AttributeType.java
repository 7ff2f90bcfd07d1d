package dev.gangway.servlet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The kinds of values that an init-param can give an attribute. */
enum AttributeType {
    /** The text as it is, without white space around it. */
    STRING("a text") {
        @Override
        Object parse(String text) {
            return text;
        }
    },

    /** {@code true} or {@code false}. */
    BOOLEAN("true or false") {
        @Override
        Object parse(String text) {
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
            throw new IllegalArgumentException();
        }
    },

    /** A whole number. */
    INT("a whole number") {
        @Override
        Object parse(String text) {
            return Integer.valueOf(text);
        }
    },

    /** A whole number. */
    LONG("a whole number") {
        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    },

    /** A number. */
    DOUBLE("a number") {
        @Override
        Object parse(String text) {
            return Double.valueOf(text);
        }
    },

    /** Seconds, as in Python, or the notation of {@link Duration}. */
    DURATION("a number of seconds above 0 such as 30 or 2.5, or a duration such as PT30S") {
        @Override
        Object parse(String text) {
            Duration duration = SECONDS.matcher(text).matches()
                    ? Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9))
                    : Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException();
            }
            return duration;
        }
    },

    /** A path; a relative one is looked for in the web application. */
    PATH("a path") {
        @Override
        Object parse(String text) {
            return Path.of(text);
        }
    },

    /** Texts with commas or line ends between them. */
    LIST("a list with commas or line ends between its items") {
        @Override
        Object parse(String text) {
            List<String> items = new ArrayList<>();
            for (String item : ITEM_END.split(text, -1)) {
                if (!item.isBlank()) {
                    items.add(item.strip());
                }
            }
            return items;
        }
    },

    /** Names and values, one pair a line, since values may have commas. */
    ENTRIES("lines of the form NAME: VALUE") {
        @Override
        Object parse(String text) {
            List<Map.Entry<String, String>> entries = new ArrayList<>();
            for (String line : text.lines().toList()) {
                int colon = line.indexOf(':');
                if (!line.isBlank() && colon < 0) {
                    throw new IllegalArgumentException();
                } else if (colon >= 0) {
                    entries.add(Map.entry(
                            line.substring(0, colon).strip(),
                            line.substring(colon + 1).strip()));
                }
            }
            return entries;
        }
    };

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
    private static final Pattern ITEM_END = Pattern.compile("[,\\r\\n]");

    private final String form;

    AttributeType(String form) {
        this.form = form;
    }

    /** Returns the form that a value must have, for a message. */
    String form() {
        return form;
    }

    /**
     * Parses a value.
     *
     * @param text the value, without white space around it
     * @throws IllegalArgumentException if it has not the {@link #form()}
     * @throws DateTimeParseException if it has not the {@link #form()}
     */
    abstract Object parse(String text);
}
