package dev.gangway.standalone.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the log has colors: {@code --log-color}. */
public enum ColorChoice {
    /** By the environment, and if standard error is a terminal. */
    AUTO,
    /** Yes. */
    ALWAYS,
    /** No. */
    NEVER;

    /**
     * Finds a choice.
     *
     * @param word {@code auto}, {@code always} or {@code never}
     * @return the choice; null if it is another word
     */
    public static @Nullable ColorChoice named(String word) {
        for (ColorChoice choice : values()) {
            if (choice.toString().equals(word)) {
                return choice;
            }
        }
        return null;
    }

    /**
     * Returns the words for a message.
     *
     * @return the words of all choices, with commas between them
     */
    public static String words() {
        return Arrays.stream(values()).map(ColorChoice::toString).collect(Collectors.joining(", "));
    }

    /**
     * Decides as CPython does, after this choice: {@code PYTHON_COLORS} if it is 0 or 1, {@code NO_COLOR} and {@code FORCE_COLOR} if they
     * are not empty, {@code TERM} if it is {@code dumb}, and then the terminal.
     *
     * @param environment the variables of the process
     * @param terminal tells whether standard error is a terminal; asked last
     * @return whether the log has colors
     */
    public boolean decide(Map<String, String> environment, BooleanSupplier terminal) {
        if (this != AUTO) {
            return this == ALWAYS;
        }
        String python = environment.get("PYTHON_COLORS");
        if ("0".equals(python) || "1".equals(python)) {
            return "1".equals(python);
        }
        if (isSet(environment.get("NO_COLOR"))) {
            return false;
        }
        if (isSet(environment.get("FORCE_COLOR"))) {
            return true;
        }
        return !"dumb".equals(environment.get("TERM")) && terminal.getAsBoolean();
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
