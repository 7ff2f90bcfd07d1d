package dev.gangway.standalone;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.util.List;
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
    static @Nullable CgiOptions of(Arguments arguments) throws UsageException {
        if (!arguments.has("--cgi")) {
            for (String option : List.of(MODE, USER, ENVIRONMENT, INTERPRETER)) {
                if (arguments.has(option)) {
                    throw new UsageException(option + " requires --cgi to be set");
                }
            }
            return null;
        }
        String mode = arguments.last(MODE);
        if (mode != null && !MODES.contains(mode)) {
            throw arguments.wrong(MODE, mode, "is neither " + MODES.get(0) + " nor " + MODES.get(1));
        }
        List<String> interpreters = arguments.all(INTERPRETER);
        for (String interpreter : interpreters) {
            if (interpreter.indexOf('=') < 1) {
                throw arguments.wrong(
                        INTERPRETER, interpreter, "is not a suffix and a program, such as .php=/usr/bin/php-cgi");
            }
        }
        return new CgiOptions(mode, arguments.last(USER), arguments.all(ENVIRONMENT), interpreters);
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
