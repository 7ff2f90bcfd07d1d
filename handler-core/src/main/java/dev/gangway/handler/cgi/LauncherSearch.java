package dev.gangway.handler.cgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for a program of the system that can start another as some user, and tries whether it does. */
final class LauncherSearch {
    private final Function<String, Optional<String>> programs;

    /** Makes a search among programs; the function gives the path of the one with a name. */
    LauncherSearch(Function<String, Optional<String>> programs) {
        this.programs = programs;
    }

    /** Tells whether this process may start programs as another user. */
    boolean isRoot() {
        return id("-u").filter("0"::equals).isPresent();
    }

    /** Returns what to put in front of a program, so that it runs as a user and with the user's groups, if anything can. */
    Optional<List<String>> find(String user) {
        Optional<String> uid = id("-u", user);
        if (uid.isEmpty()) {
            return Optional.empty();
        }
        return unshare(user).or(() -> findSlower(user, uid));
    }

    /**
     * Returns the one that costs least, which takes half of the time of setpriv. It gives a program the user's first group alone, and
     * keeps capabilities that a program may inherit; so only if there are no others.
     */
    private Optional<List<String>> unshare(String user) {
        String uid = id("-u", user).orElse("");
        String gid = id("-g", user).orElse("");
        if (!id("-G", user).filter(gid::equals).isPresent()) {
            return Optional.empty();
        }
        return program("unshare", "--setgid=" + gid, "--setuid=" + uid, "--")
                .filter(launcher -> statusUnder(launcher)
                        .filter(status -> ProcessStatus.parse(status).isPlainUser(uid, gid))
                        .isPresent());
    }

    private Optional<List<String>> findSlower(String user, Optional<String> uid) {
        return Stream.of(
                        setpriv(user),
                        program("su-exec", user),
                        program("gosu", user),
                        program("runuser", "-u", user, "--"))
                .flatMap(Optional::stream)
                .filter(launcher -> uid.equals(idUnder(launcher)))
                .findFirst();
    }

    private Optional<List<String>> setpriv(String user) {
        return id("-u", user)
                .flatMap(uid -> id("-g", user)
                        .flatMap(gid -> program(
                                "setpriv",
                                "--reuid=" + uid,
                                "--regid=" + gid,
                                "--init-groups",
                                "--inh-caps=-all",
                                "--")));
    }

    /** Some systems have a launcher of the name that can do less, or may not use it. */
    private Optional<String> idUnder(List<String> launcher) {
        return outputUnder(launcher, "id", "-u");
    }

    private Optional<String> statusUnder(List<String> launcher) {
        return outputUnder(launcher, "cat", "/proc/self/status");
    }

    private Optional<String> outputUnder(List<String> launcher, String name, String argument) {
        return programs.apply(name).flatMap(program -> {
            List<String> command = new ArrayList<>(launcher);
            command.addAll(List.of(program, argument));
            return SystemProgram.output(command);
        });
    }

    private Optional<String> id(String... arguments) {
        return program("id", arguments).flatMap(SystemProgram::output);
    }

    private Optional<List<String>> program(String name, String... arguments) {
        return programs.apply(name).map(path -> {
            List<String> command = new ArrayList<>(List.of(path));
            command.addAll(List.of(arguments));
            return command;
        });
    }
}
