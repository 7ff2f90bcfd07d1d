package dev.gangway.handler.cgi;

import dev.gangway.handler.spawn.PosixSpawn;
import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts scripts by the C library: no other program runs before, and names, arguments and variables are bytes. */
final class DirectLauncher implements ScriptLauncher, GroupSignals {
    /** As the C library looks for programs where there is no variable. */
    private static final String DEFAULT_PATH = "/bin:/usr/bin";

    private final PosixSpawn spawn;
    private final ServerVariables own = new ServerVariables();

    private DirectLauncher(PosixSpawn spawn) {
        this.spawn = spawn;
    }

    static Optional<DirectLauncher> find() {
        return PosixSpawn.find().map(DirectLauncher::new);
    }

    @Override
    public ProcessTree start(List<String> command, Map<String, String> environment, @Nullable String folder)
            throws IOException {
        String file = file(command.get(0), environment.getOrDefault("PATH", DEFAULT_PATH));
        List<byte[]> arguments = new ArrayList<>(command.size());
        for (String argument : command) {
            arguments.add(bytes(argument));
        }
        List<byte[]> variables = new ArrayList<>(environment.size());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            byte @Nullable [] kept = own.line(variable.getKey(), variable.getValue());
            variables.add(kept == null ? bytes(variable.getKey() + "=" + variable.getValue()) : kept);
        }
        byte @Nullable [] start = folder == null ? null : bytes(folder);
        try {
            return new ProcessTree(spawn.start(bytes(file), arguments, variables, start), Optional.of(this));
        } catch (IOException e) {
            throw new IOException("Cannot run program \"" + file + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public void send(List<Long> groups, boolean force) {
        groups.forEach(group -> spawn.signalGroup(group, force));
    }

    /** Looks for a program without a folder where a shell would. */
    private static String file(String name, String path) {
        if (name.indexOf('/') >= 0) {
            return name;
        }
        for (String folder : path.split(":", -1)) {
            String file = (folder.isEmpty() ? "." : folder) + "/" + name;
            try {
                if (Files.isExecutable(Path.of(file)) && Files.isRegularFile(Path.of(file))) {
                    return file;
                }
            } catch (InvalidPathException e) {
                // Java cannot name such a folder.
            }
        }
        return name;
    }

    private static byte[] bytes(String text) throws IOException {
        byte[] bytes = NameText.encodeLossy(text);
        for (byte b : bytes) {
            if (b == 0) {
                throw new IOException("there is a NUL in an argument or a variable");
            }
        }
        return bytes;
    }
}
