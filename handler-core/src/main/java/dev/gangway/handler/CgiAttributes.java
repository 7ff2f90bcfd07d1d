package dev.gangway.handler;

import dev.gangway.handler.cgi.ScriptUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link CGIHTTPRequestHandler}. */
abstract class CgiAttributes extends SimpleHTTPRequestHandler {
    static final String RFC_3875 = "rfc3875";

    private static final String DOCUMENTED = "documented";
    private static final int DEFAULT_MAX_SCRIPTS = 64;
    private static final int DEFAULT_QUEUE = 1024;

    private List<String> cgiDirectories = new ArrayList<>(List.of("/cgi-bin", "/htbin"));
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

    CgiAttributes(Path directory) {
        super(directory);
    }

    /**
     * Returns the directories whose files are scripts ("http.server: cgi_directories").
     *
     * @return paths below {@link #directory()}, decoded, each with a slash in front and none at the end; may be changed
     */
    public List<String> cgiDirectories() {
        return cgiDirectories;
    }

    /**
     * Sets the directories whose files are scripts.
     *
     * @param cgiDirectories paths below {@link #directory()}, decoded, each with a slash in front and none at the end
     */
    public void cgiDirectories(List<String> cgiDirectories) {
        this.cgiDirectories = new ArrayList<>(cgiDirectories);
    }

    /**
     * Returns what {@link CGIHTTPRequestHandler#isCgi()} has found out ("http.server: cgi_info").
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
     * Sets where the request leads to, for an {@link CGIHTTPRequestHandler#isCgi()} of one's own.
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
     * Returns what scripts get of the server's environment, or what is set for them, besides the variables of CGI.
     *
     * @return entries as for {@link #cgiEnvironment(List)}; empty by default
     */
    public List<String> cgiEnvironment() {
        return cgiEnvironment;
    }

    /**
     * Sets what scripts get besides the variables of CGI and the few that every program needs ({@code PATH}, the locale,
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
     * Sets whether scripts get the client's credentials under {@code rfc3875}. Nobody has checked them.
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
     * Sets how many requests may wait while as many scripts run as may. What is more, and what has waited for half a
     * minute, is answered with 503.
     *
     * @param cgiQueue 0 or more
     */
    public void cgiQueue(int cgiQueue) {
        this.cgiQueue = cgiQueue;
    }

    final boolean speaksRfc3875() {
        return cgiMode().equals(RFC_3875);
    }
}
