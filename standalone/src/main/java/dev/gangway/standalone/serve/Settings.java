package dev.gangway.standalone.serve;

import dev.gangway.files.values.ByteSize;
import dev.gangway.standalone.arguments.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of {@code serve}: from the command line, else from the environment, else from the file. */
final class Settings {
    /** The key of what the command line has without an option. */
    static final String DIRECTORY = "directory";

    private static final int MAX_PORT = 65_535;

    private static final int ENVIRONMENT = 1;

    /** The command line, the environment, the file. */
    private final List<Map<String, List<String>>> sources;

    private final @Nullable String directory;
    private final @Nullable String file;

    private Settings(List<Map<String, List<String>>> sources, @Nullable String directory, @Nullable String file) {
        this.sources = sources;
        this.directory = directory;
        this.file = file;
    }

    /**
     * Gathers what there is.
     *
     * @throws UsageException if a source has an unknown option, or an impossible value
     */
    static Settings of(ServeLine line, Map<String, String> variables) throws UsageException {
        Map<String, List<String>> environment = OtherSources.environment(variables);
        Settings two = new Settings(List.of(line.values(), environment), line.directory(), null);
        String file = two.last("config");
        Map<String, List<String>> properties = file == null ? Map.of() : OtherSources.file(path("--config", file));
        Settings all = new Settings(List.of(line.values(), environment, properties), line.directory(), file);
        all.check();
        return all;
    }

    private void check() throws UsageException {
        for (ServeOptions.Group group : ServeOptions.GROUPS) {
            for (ServeOption option : group.options()) {
                String value = last(option.name());
                if (value != null
                        && !option.choices().isEmpty()
                        && !option.choices().contains(value)) {
                    throw wrong(option.name(), value, "is not one of " + String.join(", ", option.choices()));
                }
            }
        }
        port();
        size("upload-limit");
        size("upload-total-limit");
        directory();
        if (has("tls-self-signed") && last("tls-cert") != null) {
            throw new UsageException("--tls-self-signed and --tls-cert exclude each other");
        }
        for (String name : List.of("tls-key", "tls-password-file")) {
            if (last(name) != null && last("tls-cert") == null) {
                throw new UsageException("--" + name + " requires --tls-cert to be set");
            }
        }
    }

    /** Returns the values of an option; empty if it was not given. */
    List<String> all(String name) {
        for (Map<String, List<String>> source : sources) {
            List<String> values = source.get(name);
            if (values != null) {
                return values;
            }
        }
        return List.of();
    }

    /** Returns the last value of an option; null if it was not given. */
    @Nullable String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** Returns the last value of an option, or what it is if it was not given. */
    String last(String name, String otherwise) {
        String value = last(name);
        return value == null ? otherwise : value;
    }

    /** Tells whether a flag is set. */
    boolean has(String name) {
        return "true".equals(last(name));
    }

    int port() throws UsageException {
        String value = last("port", "8000");
        int port = 0;
        boolean digits = !value.isEmpty() && value.length() <= 5;
        for (int i = 0; digits && i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            digits = digit >= 0 && digit <= 9;
            port = port * 10 + digit;
        }
        if (digits && port <= MAX_PORT) {
            return port;
        }
        throw wrong("port", value, "is not a port from 0 to " + MAX_PORT);
    }

    private void size(String name) throws UsageException {
        String value = last(name);
        if (value == null) {
            return;
        }
        try {
            ByteSize.parse(value);
        } catch (IllegalArgumentException e) {
            throw wrong(name, value, "is not a size such as 512, 20M or 1G");
        }
    }

    Path directory() throws UsageException {
        String given = directory == null ? last(DIRECTORY) : directory;
        return path("DIRECTORY", given == null ? "" : given);
    }

    /** Returns the path that is the value of an option; null if it was not given. */
    @Nullable Path path(String name) throws UsageException {
        String value = last(name);
        return value == null ? null : path("--" + name, value);
    }

    /** Tells whether clients reach the server by TLS. */
    boolean isSecure() {
        return has("tls-self-signed") || last("tls-cert") != null;
    }

    private static Path path(String argument, String value) throws UsageException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("argument " + argument + ": '" + value + "' is not a path: " + e.getReason());
        }
    }

    private UsageException wrong(String name, String value, String why) {
        return new UsageException(origin(name) + ": '" + value + "' " + why);
    }

    /** Returns where the value of an option comes from, for a message. */
    String origin(String name) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).containsKey(name)) {
                return i == 0
                        ? "argument --" + name
                        : i == ENVIRONMENT
                                ? "environment variable " + OtherSources.variable(name)
                                : file + ": key " + name;
            }
        }
        return "argument --" + name;
    }
}
