package dev.gangway.handler.cgi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

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
    private static final boolean ROOT = "0".equals(id(List.of("-u")).orElse(""));
    private static final List<Function<String, Optional<List<String>>>> LAUNCHERS = List.of(
            ScriptUser::setpriv,
            user -> SystemProgram.find("su-exec").map(program -> List.of(program, user)),
            user -> SystemProgram.find("gosu").map(program -> List.of(program, user)),
            user -> SystemProgram.find("runuser").map(program -> List.of(program, "-u", user, "--")));

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
                                        ? ": there is no such user, or none of setpriv, su-exec, gosu and runuser that works."
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
        return new ScriptUser(
                name,
                LAUNCHERS.stream()
                        .map(launcher -> launcher.apply(name))
                        .flatMap(Optional::stream)
                        .filter(launcher -> works(launcher, name))
                        .findFirst());
    }

    private static Optional<List<String>> setpriv(String user) {
        Optional<String> program = SystemProgram.find("setpriv");
        Optional<String> uid = id(List.of("-u", user));
        Optional<String> gid = id(List.of("-g", user));
        Optional<String> groups = id(List.of("-G", user));
        if (program.isEmpty() || uid.isEmpty() || gid.isEmpty() || groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                List.of(program.get(), "--reuid=" + uid.get(), "--regid=" + gid.get(), "--init-groups", "--"));
    }

    /** Tries the launcher: some systems have one of the name that can do less, or may not use it. */
    private static boolean works(List<String> launcher, String user) {
        Optional<String> id = SystemProgram.find("id");
        if (id.isEmpty()) {
            return false;
        }
        List<String> command = new java.util.ArrayList<>(launcher);
        command.add(id.get());
        command.add("-u");
        return SystemProgram.output(command).equals(id(List.of("-u", user)));
    }

    private static Optional<String> id(List<String> arguments) {
        return SystemProgram.find("id").flatMap(program -> {
            List<String> command = new java.util.ArrayList<>(List.of(program));
            command.addAll(arguments);
            return SystemProgram.output(command);
        });
    }
}
