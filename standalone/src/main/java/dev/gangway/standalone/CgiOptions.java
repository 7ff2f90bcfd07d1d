package dev.gangway.standalone;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that say how scripts are run.
 *
 * @param mode the mode, or null for the handler's own
 * @param user the user, or null for the handler's own
 * @param environment what scripts get besides the variables of CGI
 * @param interpreters programs by the ending of a script's name
 */
record CgiOptions(@Nullable String mode, @Nullable String user, List<String> environment, List<String> interpreters) {
    static final String MODE = "--cgi-mode";
    static final String USER = "--cgi-user";
    static final String ENVIRONMENT = "--cgi-env";
    static final String INTERPRETER = "--cgi-interpreter";

    private static final List<String> MODES = List.of("documented", "rfc3875");

    /** Reads the arguments; null if no scripts are to be run. */
    static @Nullable CgiOptions of(CommandLine line) throws UsageException {
        if (!line.hasOption("--cgi")) {
            for (String option : List.of(MODE, USER, ENVIRONMENT, INTERPRETER)) {
                if (line.hasOption(option)) {
                    throw new UsageException(option + " requires --cgi to be set");
                }
            }
            return null;
        }
        String mode = Options.last(line, MODE);
        if (mode != null && !MODES.contains(mode)) {
            throw new UsageException(
                    "argument " + MODE + ": '" + mode + "' is neither " + MODES.get(0) + " nor " + MODES.get(1));
        }
        List<String> interpreters = all(line, INTERPRETER);
        for (String interpreter : interpreters) {
            if (interpreter.indexOf('=') < 1) {
                throw new UsageException("argument " + INTERPRETER + ": '" + interpreter
                        + "' is not a suffix and a program, such as .php=/usr/bin/php-cgi");
            }
        }
        return new CgiOptions(mode, Options.last(line, USER), all(line, ENVIRONMENT), interpreters);
    }

    private static List<String> all(CommandLine line, String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** Sets the attributes of a handler. */
    void apply(CGIHTTPRequestHandler handler) {
        if (mode != null) {
            handler.cgiMode(mode);
        }
        if (user != null) {
            handler.cgiUser(user);
        }
        handler.cgiEnvironment(environment);
        handler.cgiInterpreters(interpreters);
    }
}
