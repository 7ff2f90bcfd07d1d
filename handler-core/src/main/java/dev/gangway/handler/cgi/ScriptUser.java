package dev.gangway.handler.cgi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The user that scripts run as. Java cannot change the user of a process it starts; a launcher of the system does, which
 * then becomes the script.
 */
public final class ScriptUser {
    /** The name that means: as whom the server runs. */
    public static final String NONE = "none";

    /** The user of the documentation, as which scripts run if the server is root. */
    public static final String NOBODY = "nobody";

    private static final Map<String, ScriptUser> KNOWN = new ConcurrentHashMap<>();
    private static final LauncherSearch SEARCH = new LauncherSearch(SystemProgram::find);
    private static final boolean ROOT = SEARCH.isRoot();

    private final String name;
    private final Optional<List<String>> launcher;

    private ScriptUser(String name, Optional<List<String>> launcher) {
        this.name = name;
        this.launcher = launcher;
    }

    /**
     * Finds out how to run as a user. The answer is kept.
     *
     * @param name a user's name, or {@link #NONE}
     * @return the user
     */
    public static ScriptUser named(String name) {
        return KNOWN.computeIfAbsent(name, ScriptUser::find);
    }

    /**
     * Returns what to put in front of a script and its arguments.
     *
     * @return a program and its arguments; empty if none is needed
     * @throws IllegalStateException if scripts cannot be run as this user; the message says why and what can be done
     */
    public List<String> launcher() {
        return launcher.orElseThrow(
                () -> new IllegalStateException(
                        "CGI scripts cannot be run as the user " + name
                                + (ROOT
                                        ? ": there is no such user, or none of unshare, setpriv, su-exec, gosu and runuser that works."
                                                + " Install util-linux, name another user, or say \"none\" to run scripts as root"
                                        : ": the server itself does not run as root. Say \"none\" to run scripts as the server's user")));
    }

    private static ScriptUser find(String name) {
        if (name.equals(NONE) || !ROOT && (name.equals(NOBODY) || name.equals(System.getProperty("user.name")))) {
            return new ScriptUser(name, Optional.of(List.of()));
        }
        if (!ROOT || name.isEmpty() || name.startsWith("-")) {
            return new ScriptUser(name, Optional.empty());
        }
        return new ScriptUser(name, SEARCH.find(name));
    }
}
