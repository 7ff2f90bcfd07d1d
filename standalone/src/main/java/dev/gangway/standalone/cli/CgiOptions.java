package dev.gangway.standalone.cli;

import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
            if (interpreter.indexOf('=') < 1 || interpreter.endsWith("=")) {
                throw arguments.wrong(
                        INTERPRETER, interpreter, "is not a suffix and a program, such as .php=/usr/bin/php-cgi");
            }
            arguments.path(INTERPRETER, interpreter.substring(interpreter.indexOf('=') + 1));
        }
        List<String> environment = arguments.all(ENVIRONMENT);
        Pattern known = Pattern.compile("[^=\\s\\p{Cntrl}]+(=.*)?", Pattern.DOTALL);
        for (String variable : environment) {
            if (!known.matcher(variable).matches()) {
                throw arguments.wrong(
                        ENVIRONMENT, variable, "is not a variable's name, alone or with =VALUE behind it");
            }
        }
        return new CgiOptions(mode, arguments.last(USER), environment, interpreters);
    }

    /** Complains if a program is not there that is to run scripts. Where one without a folder is, the system knows. */
    void checkInterpreters() throws IOException {
        for (String interpreter : interpreters) {
            int equals = interpreter.indexOf('=');
            Path program = Path.of(interpreter.substring(equals + 1));
            if (program.isAbsolute() && !(Files.isRegularFile(program) && Files.isExecutable(program))) {
                throw new IOException("cannot run " + interpreter.substring(0, equals)
                        + " scripts: there is no program " + program + " (" + INTERPRETER + ")");
            }
        }
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
