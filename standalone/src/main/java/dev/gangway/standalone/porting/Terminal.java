package dev.gangway.standalone.porting;

import java.io.Console;
import java.util.Map;

/** The other end of the standard output. */
final class Terminal {
    private Terminal() {}

    /** Tells whether a person looks at the output and wants colours. */
    static boolean showsColors() {
        return isThere() && takesColors(System.getenv());
    }

    /**
     * Tells whether a terminal takes the escape sequences of colours.
     *
     * @param environment the variables of the process; {@code NO_COLOR} is what users ask for (https://no-color.org)
     */
    static boolean takesColors(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        boolean capable = kind.isEmpty() ? environment.containsKey("WT_SESSION") : !kind.equals("dumb");
        return capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    @SuppressWarnings("SystemConsoleNull") // in other versions than 22 to 24, it is null without a terminal
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there may be a console without a terminal, and this method tells.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
