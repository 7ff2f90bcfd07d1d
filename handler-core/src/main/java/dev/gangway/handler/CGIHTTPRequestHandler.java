package dev.gangway.handler;

import dev.gangway.handler.cgi.CgiCommand;
import dev.gangway.handler.cgi.CgiPath;
import dev.gangway.handler.cgi.ScriptUser;
import dev.gangway.handler.cgi.ScriptlessTree;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.RequestTarget;
import dev.gangway.http.HTTPStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Serves files, and runs those in certain directories as CGI scripts ("http.server: CGIHTTPRequestHandler").
 *
 * <p>GET and HEAD run a script or send a file; POST runs a script. {@link #cgiMode(String)} says how scripts are spoken
 * to: as CPython does it, or as RFC 3875 has it, which real programs need.
 *
 * <pre>{@code
 * public class Scripts extends CGIHTTPRequestHandler {
 *     public Scripts() {
 *         super(Path.of("/srv/www"));
 *         cgiMode("rfc3875");
 *         cgiInterpreters(List.of(".php=/usr/bin/php-cgi"));
 *     }
 * }
 * }</pre>
 *
 * <p>Whatever lies in one of {@link #cgiDirectories()} is run or refused, never shown, however its path is spelled and
 * whatever links lead to it. If the server runs as root, scripts run as {@code nobody}; {@link #cgiUser(String)} changes
 * that. They get little of the server's environment ({@link #cgiEnvironment(List)}). Their time and number are limited;
 * a script whose client has gone is ended. No shell is involved.
 *
 * <p>Scripts are trusted: they can do whatever their user can.
 */
public class CGIHTTPRequestHandler extends CgiAttributes {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final int MAX_LOCAL_REDIRECTS = 10;

    private int localRedirects;

    /** Makes a handler that serves the working directory of the process. */
    public CGIHTTPRequestHandler() {
        this(Path.of("").toAbsolutePath());
    }

    /**
     * Makes a handler that serves a directory.
     *
     * @param directory a directory; scripts must be in the default file system
     */
    public CGIHTTPRequestHandler(Path directory) {
        super(directory);
    }

    /**
     * Tells whether scripts can be run at all: whether there is a way to become {@link #cgiUser()}. To be called before a
     * server starts; scripts that cannot be run are answered with 403.
     *
     * @throws IllegalStateException if not; the message says why and what to do
     */
    public void checkCgi() {
        ScriptUser.named(cgiUser()).launcher();
    }

    /**
     * Answers POST ("http.server: do_POST"): runs a script, or sends 501.
     *
     * @throws IOException if the connection fails
     */
    public void do_POST() throws IOException {
        if (leadsToScript()) {
            runCgi();
        } else {
            sendError(HTTPStatus.NOT_IMPLEMENTED, "Can only POST to CGI scripts");
        }
    }

    /**
     * Runs a script, or sends the head of a file's response ("http.server: send_head").
     *
     * @return the file's content; null if the response is complete
     * @throws IOException if the connection fails
     */
    @Override
    public @Nullable InputStream sendHead() throws IOException {
        boolean script;
        try {
            script = isCgi();
        } catch (InvalidPathException e) {
            sendError(HTTPStatus.NOT_FOUND, "File not found");
            return null;
        }
        if (script) {
            runCgi();
            return null;
        }
        return super.sendHead();
    }

    /**
     * Calls the method for a command; under {@code rfc3875} scripts get every method.
     *
     * @param command the request's method
     * @return false if the method is not supported
     * @throws IOException if the connection fails
     */
    @Override
    public boolean dispatch(String command) throws IOException {
        if (super.dispatch(command)) {
            return true;
        }
        boolean script = speaksRfc3875() && leadsToScript();
        if (script) {
            runCgi();
        }
        return script;
    }

    /**
     * Tells whether {@link #path()} leads into one of {@link #cgiDirectories()}, and sets {@link #cgiInfo()} if so
     * ("http.server: is_cgi").
     *
     * @return whether a script is to be run
     * @throws InvalidPathException if the path leads out of the root, which is answered with 404
     */
    public boolean isCgi() {
        String collapsed = CgiPath.collapse(RequestTarget.originForm(path()));
        String directory = CgiPath.directoryOf(collapsed, cgiDirectories());
        if (directory == null) {
            return false;
        }
        cgiInfo(new CgiInfo(directory, collapsed.substring(directory.length() + 1)));
        return true;
    }

    /**
     * Runs the script that {@link #cgiInfo()} tells of and sends what it prints, or sends an error ("http.server:
     * run_cgi").
     *
     * @throws IOException if the connection fails
     */
    public void runCgi() throws IOException {
        new ScriptRun(this).run(cgiInfo());
    }

    /**
     * Tells whether a file can be run ("http.server: is_executable").
     *
     * @param path a regular file
     * @return whether the server may execute it
     */
    public boolean isExecutable(Path path) {
        return Files.isExecutable(path);
    }

    /**
     * Tells whether a file is a script in Python, by its name ("http.server: is_python"). It matters on Windows, where
     * such a script is run by {@code python}.
     *
     * @param path a file
     * @return whether its name ends with {@code .py} or {@code .pyw}
     */
    public boolean isPython(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.length() > 3 && name.endsWith(".py") || name.length() > 4 && name.endsWith(".pyw");
    }

    /** Returns the program that runs a script, and the script: the script alone if the system can run it. */
    final List<String> program(Path file) {
        String script = file.toAbsolutePath().toString();
        if (isPython(file) && WINDOWS) {
            return List.of("python", "-u", script);
        }
        return CgiCommand.interpreter(file, cgiInterpreters())
                .map(interpreter -> List.of(interpreter, script))
                .orElse(List.of(script));
    }

    /** Tells whether a regular file in a CGI directory can be run. */
    final boolean isRunnable(Path file) {
        return program(file).size() > 1 || isExecutable(file);
    }

    /** Returns all files, the scripts among them. */
    final FileTree scriptTree() {
        return super.tree();
    }

    /** Leaves out the scripts: what is sent as a file comes from here. */
    @Override
    final FileTree tree() {
        List<Path> directories = new ArrayList<>();
        for (String directory : cgiDirectories()) {
            directories.add(translatePath(CgiPath.quote(directory)));
        }
        return new ScriptlessTree(super.tree(), directories);
    }

    /** Tells whether a script has sent the request elsewhere, so that it is one without content. */
    final boolean isRedirected() {
        return localRedirects > 0;
    }

    /** Answers with what another path of this server gives (RFC 3875 §6.2.2); false if that has gone on for too long. */
    final boolean redirectLocally(String location) throws IOException {
        if (localRedirects == MAX_LOCAL_REDIRECTS) {
            return false;
        }
        localRedirects++;
        try {
            withoutContent();
            path(location);
            command(command().equals("HEAD") ? "HEAD" : "GET");
            dispatch(command());
        } finally {
            localRedirects--;
        }
        return true;
    }

    private boolean leadsToScript() throws IOException {
        try {
            return isCgi();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
