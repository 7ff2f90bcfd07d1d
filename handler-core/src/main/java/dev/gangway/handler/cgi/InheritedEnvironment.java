package dev.gangway.handler.cgi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Selects the variables of the server's own environment for scripts: few, because it may hold secrets. */
public final class InheritedEnvironment {
    private static final Set<String> PASSED = Set.of(
            "PATH",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "SYSTEMROOT",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "TEMP",
            "TMP");
    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    private InheritedEnvironment() {}

    /**
     * Chooses variables.
     *
     * @param server the server's environment
     * @param entries {@code NAME=value} to set a variable, {@code NAME} to pass one on, {@code *} to pass all on
     * @return a new map; never with {@code HTTP_PROXY}, which many programs would obey
     */
    public static Map<String, String> of(Map<String, String> server, List<String> entries) {
        boolean all = entries.contains("*");
        Map<String, String> chosen = new HashMap<>();
        server.forEach((name, value) -> {
            if (all || PASSED.contains(name.toUpperCase(java.util.Locale.ROOT)) || name.startsWith("LC_")) {
                chosen.put(name, value);
            }
        });
        chosen.putIfAbsent("PATH", DEFAULT_PATH);
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String value = equals < 0 ? server.get(entry) : entry.substring(equals + 1);
            if (equals != 0 && value != null) {
                chosen.put(equals < 0 ? entry : entry.substring(0, equals), value);
            }
        }
        chosen.remove("HTTP_PROXY");
        return chosen;
    }
}
