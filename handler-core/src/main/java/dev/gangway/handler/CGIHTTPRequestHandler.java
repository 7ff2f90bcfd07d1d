package dev.gangway.handler;

import dev.gangway.handler.cgi.CgiCommand;
import dev.gangway.handler.cgi.CgiDirectories;
import dev.gangway.handler.cgi.CgiLocator;
import dev.gangway.handler.cgi.CgiPath;
import dev.gangway.handler.cgi.ProgramFile;
import dev.gangway.handler.cgi.ScriptUser;
import dev.gangway.handler.cgi.ScriptlessTree;
import dev.gangway.handler.files.FileNames;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.platform.OperatingSystem;
import dev.gangway.http.HTTPStatus;
import dev.gangway.http.syntax.RequestTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
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
 * a script whose client has gone is ended. No shell parses anything of a request.
 *
 * <p>Scripts are trusted: they can do whatever their user can.
 */
public class CGIHTTPRequestHandler extends SimpleHTTPRequestHandler {
    static final String RFC_3875 = "rfc3875";

    private static final String DOCUMENTED = "documented";
    private static final int MAX_LOCAL_REDIRECTS = 10;
    private static final int DEFAULT_MAX_SCRIPTS = 64;
    private static final int DEFAULT_QUEUE = 1024;

    private List<String> cgiDirectories = new CgiDirectories(List.of("/cgi-bin", "/htbin"));
    private @Nullable CgiInfo cgiInfo;
    private String cgiMode = DOCUMENTED;
    private String cgiUser = ScriptUser.NOBODY;
    private List<String> cgiEnvironment = List.of();
    private List<String> cgiInterpreters = List.of();
    private boolean cgiAuthorization;
    private @Nullable Duration cgiTimeout = Duration.ofHours(1);
    private @Nullable Duration cgiIdleTimeout = Duration.ofMinutes(5);
    private int cgiMaxScripts = DEFAULT_MAX_SCRIPTS;
    private int cgiQueue = DEFAULT_QUEUE;
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
     * @throws IllegalStateException if not; the message has the reason and the remedy
     * @throws IllegalArgumentException if an override of {@link #cgiDirectories()} gives a path that no request can lead to
     */
    public void checkCgi() {
        cgiDirectories().forEach(CgiDirectories::check);
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
        String target = RequestTarget.originForm(path());
        String path = RequestTarget.path(target);
        String collapsed = CgiPath.collapse(speaksRfc3875() ? CgiPath.decode(path) : CgiPath.unquote(path));
        String directory = CgiPath.directoryOf(collapsed, cgiDirectories());
        if (directory == null && cgiDirectories().contains(CgiDirectories.ROOT) && isScriptInFolder(collapsed)) {
            directory = CgiDirectories.ROOT;
        }
        if (directory == null) {
            return false;
        }
        boolean inFolder = directory.equals(CgiDirectories.ROOT) && !collapsed.startsWith("//");
        String rest = collapsed.substring(inFolder ? 1 : directory.length() + 1);
        cgiInfo(
                speaksRfc3875()
                        ? new CgiInfo(directory, rest, RequestTarget.query(target))
                        : asPython(directory, rest, target));
        return true;
    }

    /** CPython reads a fragment as a part of the query, and looks for the question mark in the decoded text. */
    private static CgiInfo asPython(String directory, String rest, String target) {
        int mark = target.indexOf('?');
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new CgiInfo(directory, query.isEmpty() ? rest : rest + "?" + query);
    }

    /** Where the directory that is served is a CGI directory, its folders hold files and scripts. */
    private boolean isScriptInFolder(String path) {
        try {
            return locator().leadsTo(path, this::isScript);
        } catch (FilesUnavailableException e) {
            // Then it cannot be shown either; the attempt to run it says why.
            return true;
        }
    }

    /** Tells whether a regular file can be run, or is meant to be: its source must not be shown. */
    private boolean isScript(Path file) {
        return isRunnable(file) || isPython(file) || ProgramFile.namesInterpreter(file);
    }

    /** Returns the object that finds scripts. */
    final CgiLocator locator() {
        return new CgiLocator(super.tree(), this::translatePath, this::isRunnable);
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

    /**
     * Returns the directories whose files are scripts ("http.server: cgi_directories").
     *
     * @return paths below {@link #directory()}, decoded, each with a slash in front and none at the end, or {@code /}; may be
     *     changed, and refuses what {@link #cgiDirectories(List)} refuses
     */
    public List<String> cgiDirectories() {
        return cgiDirectories;
    }

    /**
     * Sets the directories whose files are scripts.
     *
     * <p>{@code /} is {@link #directory()} itself. Its files are scripts then. In its folders files are shown and scripts are not: a
     * file that can be executed, or has an interpreter, is run; one that begins with {@code #!} or is named like a program in
     * Python is refused.
     *
     * @param cgiDirectories paths below {@link #directory()}, decoded, each with a slash in front and none at the end, or {@code /}
     * @throws IllegalArgumentException if an entry is none; the message names it
     */
    public void cgiDirectories(List<String> cgiDirectories) {
        this.cgiDirectories = new CgiDirectories(cgiDirectories);
    }

    /**
     * Returns the result of {@link #isCgi()} ("http.server: cgi_info").
     *
     * @return where the request leads to
     * @throws IllegalStateException if it has not returned true yet
     */
    public CgiInfo cgiInfo() {
        CgiInfo info = cgiInfo;
        if (info == null) {
            throw new IllegalStateException("isCgi() has not returned true yet");
        }
        return info;
    }

    /**
     * Sets where the request leads to, for an {@link #isCgi()} of one's own.
     *
     * @param cgiInfo a directory and the path below it
     */
    public void cgiInfo(CgiInfo cgiInfo) {
        this.cgiInfo = cgiInfo;
    }

    /**
     * Returns how scripts are spoken to.
     *
     * @return {@code documented}, the default: as CPython does, with {@code 200 Script output follows} in front of whatever
     *     the script prints; or {@code rfc3875}: as RFC 3875 has it
     */
    public String cgiMode() {
        return cgiMode;
    }

    /**
     * Sets how scripts are spoken to.
     *
     * @param cgiMode {@code documented} or {@code rfc3875}
     * @throws IllegalArgumentException if it is another word
     */
    public void cgiMode(String cgiMode) {
        if (!cgiMode.equals(DOCUMENTED) && !cgiMode.equals(RFC_3875)) {
            throw new IllegalArgumentException(
                    "no CGI mode: " + cgiMode + "; there are " + DOCUMENTED + " and " + RFC_3875);
        }
        this.cgiMode = cgiMode;
    }

    /**
     * Returns the user that scripts run as.
     *
     * @return {@code nobody}, the default, which is heeded if the server runs as root; {@code none}: the server's own user;
     *     or another user's name
     */
    public String cgiUser() {
        return cgiUser;
    }

    /**
     * Sets the user that scripts run as.
     *
     * @param cgiUser a user's name, or {@code none} for the server's own
     */
    public void cgiUser(String cgiUser) {
        this.cgiUser = cgiUser;
    }

    /**
     * Returns the variables that scripts get besides those of CGI: some of the server's environment, and others that are set for them.
     *
     * @return entries as for {@link #cgiEnvironment(List)}; empty by default
     */
    public List<String> cgiEnvironment() {
        return cgiEnvironment;
    }

    /**
     * Sets the variables that scripts get besides those of CGI and the few that every program needs ({@code PATH}, the locale,
     * the time zone, where temporary files go).
     *
     * @param cgiEnvironment {@code NAME=value} to set a variable, {@code NAME} to pass on the server's own, {@code *} to
     *     pass on all of the server's, as CPython does
     */
    public void cgiEnvironment(List<String> cgiEnvironment) {
        this.cgiEnvironment = List.copyOf(cgiEnvironment);
    }

    /**
     * Returns the programs that run scripts which are not executable themselves.
     *
     * @return entries as for {@link #cgiInterpreters(List)}; empty by default
     */
    public List<String> cgiInterpreters() {
        return cgiInterpreters;
    }

    /**
     * Sets the programs that run scripts by the ending of their names. Such a script need not be executable.
     *
     * @param cgiInterpreters an ending, an equals sign and the path of a program: {@code .php=/usr/bin/php-cgi}
     */
    public void cgiInterpreters(List<String> cgiInterpreters) {
        this.cgiInterpreters = List.copyOf(cgiInterpreters);
    }

    /**
     * Tells whether scripts get the client's credentials under {@code rfc3875}: {@code HTTP_AUTHORIZATION}, {@code
     * AUTH_TYPE} and {@code REMOTE_USER}.
     *
     * @return false by default
     */
    public boolean cgiAuthorization() {
        return cgiAuthorization;
    }

    /**
     * Sets whether scripts get the client's credentials under {@code rfc3875}. They have not been checked.
     *
     * @param cgiAuthorization true to pass them on
     */
    public void cgiAuthorization(boolean cgiAuthorization) {
        this.cgiAuthorization = cgiAuthorization;
    }

    /**
     * Returns how long a script may run.
     *
     * @return a positive duration, an hour by default; null for no limit
     */
    public @Nullable Duration cgiTimeout() {
        return cgiTimeout;
    }

    /**
     * Sets how long a script may run. It is ended then, with all that it has started.
     *
     * @param cgiTimeout a positive duration, or null for no limit
     */
    public void cgiTimeout(@Nullable Duration cgiTimeout) {
        this.cgiTimeout = cgiTimeout;
    }

    /**
     * Returns how long a script may neither print anything nor take input.
     *
     * @return a positive duration, five minutes by default; null for no limit
     */
    public @Nullable Duration cgiIdleTimeout() {
        return cgiIdleTimeout;
    }

    /**
     * Sets how long a script may neither print anything nor take input. It is ended then, with all that it has started.
     *
     * @param cgiIdleTimeout a positive duration, or null for no limit
     */
    public void cgiIdleTimeout(@Nullable Duration cgiIdleTimeout) {
        this.cgiIdleTimeout = cgiIdleTimeout;
    }

    /**
     * Returns how many scripts of one server may run at once.
     *
     * @return 1 or more, 64 by default
     */
    public int cgiMaxScripts() {
        return cgiMaxScripts;
    }

    /**
     * Sets how many scripts of one server may run at once. The first script of a server makes the number hold for it.
     *
     * @param cgiMaxScripts 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public void cgiMaxScripts(int cgiMaxScripts) {
        if (cgiMaxScripts < 1) {
            throw new IllegalArgumentException("fewer scripts than 1: " + cgiMaxScripts);
        }
        this.cgiMaxScripts = cgiMaxScripts;
    }

    /**
     * Returns how many requests may wait while as many scripts run as may.
     *
     * @return 0 or more, 1024 by default
     */
    public int cgiQueue() {
        return cgiQueue;
    }

    /**
     * Sets how many requests may wait while as many scripts run as may. Further requests, and those that have
     * waited for half a minute, are answered with 503.
     *
     * @param cgiQueue 0 or more
     */
    public void cgiQueue(int cgiQueue) {
        this.cgiQueue = cgiQueue;
    }

    final boolean speaksRfc3875() {
        return cgiMode().equals(RFC_3875);
    }

    /** Returns the program that runs a script, and the script: the script alone if the system can run it. */
    final List<String> program(Path file) {
        String script = FileNames.wholeText(file.toAbsolutePath());
        if (isPython(file) && OperatingSystem.IS_WINDOWS) {
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

    /** Leaves out the scripts: files to send come from here. */
    @Override
    @SuppressWarnings("exports") // As where it comes from.
    protected final FileTree tree() {
        List<Path> directories = new ArrayList<>();
        Path root = null;
        for (String directory : cgiDirectories()) {
            Path path = translatePath(CgiPath.quote(directory));
            if (directory.equals(CgiDirectories.ROOT)) {
                root = path;
            } else {
                directories.add(path);
            }
        }
        return new ScriptlessTree(super.tree(), directories, root, this::isScript);
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
