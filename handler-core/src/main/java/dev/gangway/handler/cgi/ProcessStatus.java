package dev.gangway.handler.cgi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The credentials of a process, as Linux shows them in {@code /proc/PID/status} (proc(5)). */
record ProcessStatus(Map<String, List<String>> fields) {
    private static final List<String> CAPABILITIES = List.of("CapInh", "CapPrm", "CapEff", "CapAmb");
    private static final int KINDS_OF_IDS = 4;

    static ProcessStatus parse(String text) {
        return new ProcessStatus(text.lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> words(line.substring(line.indexOf(':') + 1)),
                        (first, second) -> second)));
    }

    private static List<String> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+", -1));
    }

    /** Tells whether a process has the numbers of a user and a group alone, real, effective and saved, and no capability. */
    boolean isPlainUser(String uid, String gid) {
        return is("Uid", uid)
                && is("Gid", gid)
                && Set.of(gid).containsAll(fields.getOrDefault("Groups", List.of("?")))
                && CAPABILITIES.stream().allMatch(this::isNone);
    }

    private boolean is(String name, String id) {
        List<String> ids = fields.getOrDefault(name, List.of());
        return ids.size() == KINDS_OF_IDS && Set.of(id).containsAll(ids);
    }

    private boolean isNone(String capabilities) {
        return fields.getOrDefault(capabilities, List.of()).stream().allMatch(set -> set.matches("0+"))
                && fields.containsKey(capabilities);
    }
}
