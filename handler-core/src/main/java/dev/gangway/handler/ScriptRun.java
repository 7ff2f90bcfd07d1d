package dev.gangway.handler;

import dev.gangway.handler.cgi.CgiCommand;
import dev.gangway.handler.cgi.CgiDirectories;
import dev.gangway.handler.cgi.CgiEnvironment;
import dev.gangway.handler.cgi.CgiLimits;
import dev.gangway.handler.cgi.CgiPath;
import dev.gangway.handler.cgi.CgiProcess;
import dev.gangway.handler.cgi.CgiRequest;
import dev.gangway.handler.cgi.CgiScript;
import dev.gangway.handler.cgi.CgiTarget;
import dev.gangway.handler.cgi.ClientWatch;
import dev.gangway.handler.cgi.ErrorLines;
import dev.gangway.handler.cgi.HostLogin;
import dev.gangway.handler.cgi.InheritedEnvironment;
import dev.gangway.handler.cgi.ProgramFile;
import dev.gangway.handler.cgi.ScriptHeadException;
import dev.gangway.handler.cgi.ScriptSlots;
import dev.gangway.handler.cgi.ScriptTimeoutException;
import dev.gangway.handler.cgi.ScriptUser;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.io.MalformedResponseException;
import dev.gangway.handler.text.IpAddress;
import dev.gangway.host.HandlerConnection;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.Grammar;
import dev.gangway.http.syntax.RequestTarget;
import dev.gangway.sight.Limit;
import dev.gangway.sight.Metrics;
import dev.gangway.sight.MetricsOwner;
import dev.gangway.sight.ReachedLimit;
import dev.gangway.sight.ScriptOutcome;
import dev.gangway.sight.ServedScript;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one script for one request: finds it, starts it, and lets a {@link ScriptResponse} send its output. */
final class ScriptRun {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CGIHTTPRequestHandler handler;
    private ScriptOutcome outcome = ScriptOutcome.CUT;
    private int exitCode = -1;

    ScriptRun(CGIHTTPRequestHandler handler) {
        this.handler = handler;
    }

    void run(CgiInfo info) throws IOException {
        CgiTarget target;
        try {
            target = handler.locator().locate(directory(info), info.path(), info.query());
        } catch (FilesUnavailableException e) {
            handler.sendUnavailable(e);
            return;
        }
        if (target instanceof CgiTarget.Refused refused) {
            handler.sendError(refused.status(), refused.message());
        } else if (target instanceof CgiScript script) {
            run(script);
        }
    }

    /** The directory that is served has no name of its own. CPython has two slashes in front of the names of scripts there. */
    private String directory(CgiInfo info) {
        boolean named = !info.directory().equals(CgiDirectories.ROOT);
        boolean asPython = !handler.speaksRfc3875() && info.path().indexOf('/') < 0;
        return named || asPython ? info.directory() : "";
    }

    private void run(CgiScript script) throws IOException {
        List<String> command;
        Map<String, String> environment;
        try {
            command = command(script);
            environment = environment(script);
        } catch (IllegalStateException e) {
            handler.logError("%s", String.valueOf(e.getMessage()));
            handler.sendError(HTTPStatus.FORBIDDEN, "CGI script cannot be run");
            return;
        } catch (InvalidPathException e) {
            handler.sendError(HTTPStatus.NOT_FOUND, "No such CGI script");
            return;
        }
        Metrics metrics = MetricsOwner.of(handler.server());
        ServedScript served = ServedScript.begin(metrics, script.scriptName());
        try {
            run(script, command, environment, metrics);
        } finally {
            served.end(outcome, exitCode);
        }
    }

    private void run(CgiScript script, List<String> command, Map<String, String> environment, @Nullable Metrics metrics)
            throws IOException {
        ScriptSlots slots = ScriptSlots.of(handler.server(), handler.cgiMaxScripts());
        if (!acquire(slots)) {
            outcome = ScriptOutcome.REFUSED;
            ReachedLimit.tell(metrics, Limit.SCRIPTS, () -> IpAddress.text(handler.clientAddress()));
            handler.sendError(HTTPStatus.SERVICE_UNAVAILABLE, "Too many CGI scripts are running");
            return;
        }
        ScriptResponse response = response(script);
        try {
            answer(script, command, environment, response);
        } finally {
            slots.release();
        }
        response.afterwards();
    }

    private ScriptResponse response(CgiScript script) {
        if (!handler.speaksRfc3875()) {
            return new DocumentedResponse(handler);
        }
        return script.name().startsWith("nph-") ? new NphResponse(handler) : new Rfc3875Response(handler);
    }

    private void answer(
            CgiScript script, List<String> command, Map<String, String> environment, ScriptResponse response)
            throws IOException {
        response.begin();
        try {
            int code = execute(script, command, environment, response);
            if (code != 0) {
                handler.logError("CGI script exit code %d", code);
            }
            ended(code, response.isResponse());
            response.end(code);
        } catch (ScriptTimeoutException e) {
            outcome = ScriptOutcome.TIMEOUT;
            fail(script, e, HTTPStatus.GATEWAY_TIMEOUT, response);
        } catch (ScriptHeadException | MalformedResponseException e) {
            outcome = ScriptOutcome.BAD_OUTPUT;
            fail(script, e, HTTPStatus.BAD_GATEWAY, response);
        }
    }

    private void ended(int code, boolean isResponse) {
        exitCode = code;
        if (outcome != ScriptOutcome.NOT_STARTED) {
            outcome = code != 0 ? ScriptOutcome.FAILED : isResponse ? ScriptOutcome.OK : ScriptOutcome.BAD_OUTPUT;
        }
    }

    /** Returns the exit code; 127 for a script that cannot be started, as a shell and CPython would. */
    private int execute(
            CgiScript script, List<String> command, Map<String, String> environment, ScriptResponse response)
            throws IOException {
        int cannotStart = 127;
        String fault = handler.program(script.file()).size() == 1 ? ProgramFile.fault(script.file()) : null;
        if (fault != null) {
            handler.logError("CGI script %s cannot be run: %s", script.scriptName(), fault);
            outcome = ScriptOutcome.NOT_STARTED;
            return cannotStart;
        }
        Path parent = handler.speaksRfc3875() ? script.file().toAbsolutePath().getParent() : null;
        String folder = parent == null ? null : FileNames.wholeText(parent);
        CgiProcess process;
        try {
            process = CgiProcess.start(command, environment, folder);
        } catch (IOException e) {
            handler.logError("CGI script %s: %s", script.scriptName(), String.valueOf(e.getMessage()));
            outcome = ScriptOutcome.NOT_STARTED;
            return cannotStart;
        }
        try (process) {
            process.feed(handler.rfile(), contentBytes());
            ErrorLines errors =
                    new ErrorLines(line -> handler.logError("CGI script %s: %s", script.scriptName(), line));
            ClientWatch client = new ClientWatch(() -> handler.connection().clientHasEnded());
            CgiLimits limits = new CgiLimits(handler.cgiTimeout(), handler.cgiIdleTimeout());
            return process.run(response, errors, limits, client);
        } finally {
            endInput(process);
        }
    }

    /** The script may not have read all of its input: then the rest is dropped. */
    private void endInput(CgiProcess process) throws InterruptedIOException {
        if (!process.isFed()) {
            handler.closeConnection(true);
            if (handler.wire().isParsedByHost()) {
                // A container may use the stream for another request once this one has been served.
                process.awaitFed();
            }
        }
    }

    private void fail(CgiScript script, IOException e, HTTPStatus status, ScriptResponse response) throws IOException {
        handler.logError("CGI script %s: %s", script.scriptName(), String.valueOf(e.getMessage()));
        response.fail(status);
    }

    private List<String> command(CgiScript script) {
        List<String> program = handler.program(script.file());
        List<String> arguments;
        if (!handler.speaksRfc3875()) {
            arguments = CgiCommand.documentedArguments(script.query());
        } else {
            // An interpreter might take a word of the query for an option.
            arguments = program.size() > 1 ? List.of() : CgiCommand.indexArguments(script.query(), handler.command());
        }
        return CgiCommand.of(ScriptUser.named(handler.cgiUser()).launcher(), program, arguments);
    }

    private Map<String, String> environment(CgiScript script) {
        CgiRequest request = request(script);
        Map<String, String> environment = InheritedEnvironment.of(System.getenv(), handler.cgiEnvironment());
        environment.putAll(
                handler.speaksRfc3875()
                        ? CgiEnvironment.rfc3875(request, handler.cgiAuthorization())
                        : CgiEnvironment.documented(request));
        environment.values().forEach(value -> {
            if (value.indexOf('\0') >= 0) {
                throw new InvalidPathException(value, "Nul character not allowed");
            }
        });
        return environment;
    }

    private CgiRequest request(CgiScript script) {
        String[] words = handler.requestline().split(" ", 3);
        return new CgiRequest(
                script,
                handler.command(),
                words.length > 1 ? words[1] : handler.path(),
                handler.requestVersion(),
                handler.protocolVersion(),
                handler.versionString(),
                handler.server().serverName(),
                handler.server().serverPort(),
                IpAddress.text(handler.clientAddress()),
                handler.clientAddress().getPort(),
                handler.connection().isSecure(),
                handler.connection().mountPath(),
                handler.directory(),
                pathTranslated(script.pathInfo()),
                handler.headers(),
                !handler.isRedirected(),
                hostLogin(handler.connection()));
    }

    /** The host's word on who the client is; null where authentication is not the host's business. */
    private static @Nullable HostLogin hostLogin(HandlerConnection connection) {
        if (!connection.authenticates()) {
            return null;
        }
        Principal user = connection.principal();
        return new HostLogin(connection.authType(), user == null ? null : user.getName());
    }

    private String pathTranslated(String pathInfo) {
        String path = handler.speaksRfc3875() ? CgiPath.quote(pathInfo) : CgiPath.unquote(pathInfo);
        return FileNames.wholeText(handler.translatePath(path)) + (RequestTarget.hasTrailingSlash(path) ? "/" : "");
    }

    /** How many bytes of content the request has; −1 if that is not known. */
    private long contentBytes() {
        if (handler.isRedirected()) {
            return 0;
        }
        if (handler.headers().contains("Transfer-Encoding")) {
            return -1;
        }
        String length = handler.headers().get("Content-Length");
        if (length == null) {
            boolean mayFollow = handler.wire().isParsedByHost()
                    && !handler.command().equals("GET")
                    && !handler.command().equals("HEAD");
            return mayFollow ? -1 : 0;
        }
        return Grammar.length(length);
    }

    private boolean acquire(ScriptSlots slots) throws InterruptedIOException {
        try {
            return slots.acquire(handler.cgiQueue(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other scripts");
        }
    }
}
