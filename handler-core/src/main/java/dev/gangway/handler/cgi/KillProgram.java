package dev.gangway.handler.cgi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends signals to groups by the program {@code kill}. */
record KillProgram(String path) implements GroupSignals {
    private static final long KILL_SECONDS = 5;

    static Optional<GroupSignals> find() {
        return SystemProgram.find("kill").map(KillProgram::new);
    }

    /** The program fails where no process of a group is left. */
    @Override
    public void send(List<Long> groups, boolean force) {
        List<String> command = new ArrayList<>(List.of(path, force ? "-KILL" : "-TERM", "--"));
        groups.forEach(group -> command.add("-" + group));
        try {
            Process kill = ProcessStart.start(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD));
            kill.getOutputStream().close();
            kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // The single processes are left, which Java signals.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
