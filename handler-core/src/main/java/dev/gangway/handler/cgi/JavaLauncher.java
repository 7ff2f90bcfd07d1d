package dev.gangway.handler.cgi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts scripts as Java starts a program, with {@code setsid} in front of them where the system has it. */
final class JavaLauncher implements ScriptLauncher {
    private static final Optional<String> SETSID = SystemProgram.find("setsid");
    private static final Optional<GroupSignals> KILL = KillProgram.find();

    @Override
    public ProcessTree start(List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        List<String> session = SETSID.map(List::of).orElse(List.of());
        Process process = ByteLauncher.start(session, command, environment, folder);
        return new ProcessTree(process, session.isEmpty() ? Optional.empty() : KILL);
    }
}
