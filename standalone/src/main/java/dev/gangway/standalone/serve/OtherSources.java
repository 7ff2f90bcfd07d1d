package dev.gangway.standalone.serve;

import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.serve.ServeOption.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Options that do not come from the command line: the environment, and a file of properties. */
final class OtherSources {
    private static final String PREFIX = "GANGWAY_";

    private OtherSources() {}

    /** Reads {@code GANGWAY_UPLOAD_LIMIT} and the like; other names are of others. */
    static Map<String, List<String>> environment(Map<String, String> variables) throws UsageException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (variable.getKey().startsWith(PREFIX)) {
                String name = variable.getKey()
                        .substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                ServeOption option = ServeOptions.named(name);
                if (name.equals(Settings.DIRECTORY)) {
                    values.put(name, List.of(variable.getValue()));
                } else if (option != null && !isOfService(name, variable.getValue())) {
                    put(values, option, variable.getValue(), "environment variable " + variable.getKey());
                }
            }
        }
        return values;
    }

    /** Returns the variable that stands for an option. */
    static String variable(String name) {
        return PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Whether Kubernetes has set the variable because a service is called {@code gangway}: {@code GANGWAY_PORT=tcp://10.0.0.1:80}. */
    private static boolean isOfService(String name, String value) {
        return name.equals("port") && value.startsWith("tcp://");
    }

    /** Reads a file whose keys are the long names; {@code directory} is one too. */
    static Map<String, List<String>> file(Path file) throws UsageException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            String reason = e instanceof IOException failure ? FailureText.of(failure) : String.valueOf(e.getMessage());
            throw new UsageException("argument --config: cannot read " + file + ": " + reason);
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            ServeOption option = ServeOptions.named(key);
            if (key.equals(Settings.DIRECTORY)) {
                values.put(key, List.of(properties.getProperty(key)));
            } else if (option == null || key.equals("config") || key.equals("help")) {
                String like = option == null ? ServeOptions.like(key) : null;
                throw new UsageException(
                        file + ": unknown key " + key + (like == null ? "" : "; did you mean " + like + "?"));
            } else {
                put(values, option, properties.getProperty(key), file + ": key " + key);
            }
        }
        return values;
    }

    private static void put(Map<String, List<String>> values, ServeOption option, String value, String where)
            throws UsageException {
        @Nullable String problem = null;
        switch (option.kind()) {
            case FLAG -> {
                if (value.equals("true")) {
                    values.put(option.name(), List.of("true"));
                } else if (value.equals("false") || value.isEmpty()) {
                    values.put(option.name(), List.of("false"));
                } else {
                    problem = "is neither true nor false";
                }
            }
            case OPTIONAL -> values.put(option.name(), List.of(value.equals("true") ? "" : value));
            case REPEATED, FIELD -> {
                List<String> items = new ArrayList<>();
                for (String item : value.split(option.kind() == Kind.FIELD ? "\n" : "[,\n]", -1)) {
                    if (!item.isBlank()) {
                        items.add(item.strip());
                    }
                }
                values.put(option.name(), items);
            }
            default -> values.put(option.name(), List.of(value));
        }
        if (problem != null) {
            throw new UsageException(where + ": '" + value + "' " + problem);
        }
    }
}
