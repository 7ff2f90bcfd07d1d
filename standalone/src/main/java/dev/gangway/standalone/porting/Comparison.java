package dev.gangway.standalone.porting;

import dev.gangway.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what differs in two answers, but for what may. */
final class Comparison {
    private static final String NONE = "(none)";

    private final Set<String> ignored = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean anyOrder;
    private final boolean ignoreReason;
    private final Bodies bodies;

    Comparison(List<String> ignored, boolean anyOrder, boolean ignoreReason, Bodies bodies) {
        this.ignored.addAll(ignored);
        this.anyOrder = anyOrder;
        this.ignoreReason = ignoreReason;
        this.bodies = bodies;
    }

    List<Difference> compare(Reply legacy, Reply port) {
        List<Difference> differences = new ArrayList<>();
        int common = Math.min(legacy.responses().size(), port.responses().size());
        boolean several = Math.max(legacy.responses().size(), port.responses().size()) > 1;
        for (int i = 0; i < common; i++) {
            String prefix = several ? "response " + (i + 1) + " " : "";
            boolean goesOn = i == common - 1 && legacy.wentOn() && port.wentOn();
            compare(prefix, legacy.responses().get(i), port.responses().get(i), goesOn, differences);
        }
        add(differences, "responses", count(legacy), count(port));
        add(differences, "connection", orNone(legacy.failure()), orNone(port.failure()));
        return differences;
    }

    private void compare(
            String prefix, TestResponse legacy, TestResponse port, boolean goesOn, List<Difference> differences) {
        add(differences, prefix + "status", statusLine(legacy), statusLine(port));
        Bodies.Pair whole = bodies.pair(legacy, port);
        Bodies.Pair pair = goesOn ? whole.beginnings() : whole;
        boolean anyLength = pair.isAltered() && pair.isSame();
        compareHeaders(prefix, fields(legacy, anyLength), fields(port, anyLength), differences);
        if (!pair.isSame()) {
            differences.add(BodyDifference.of(prefix + "body", pair.legacy(), pair.port()));
        }
        add(
                differences,
                prefix + "end of body",
                legacy.isTruncated() ? "too soon" : "as said",
                port.isTruncated() ? "too soon" : "as said");
    }

    private String statusLine(TestResponse response) {
        String code = response.version() + " " + response.status();
        return ignoreReason ? code : code + " " + response.reason();
    }

    private List<String> fields(TestResponse response, boolean anyLength) {
        return response.headers().items().stream()
                .filter(field -> !anyLength || !field.getKey().equalsIgnoreCase("Content-Length"))
                .filter(field -> !ignored.contains(field.getKey()))
                .map(field -> name(field) + ": " + field.getValue())
                .toList();
    }

    private String name(Map.Entry<String, String> field) {
        return anyOrder ? field.getKey().toLowerCase(Locale.ROOT) : field.getKey();
    }

    private void compareHeaders(String prefix, List<String> legacy, List<String> port, List<Difference> differences) {
        List<String> missing = minus(legacy, port);
        List<String> added = minus(port, legacy);
        for (String line : missing) {
            String name = line.substring(0, line.indexOf(':'));
            String other = added.stream()
                    .filter(candidate -> candidate.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .findFirst()
                    .orElse(NONE);
            added.remove(other);
            add(differences, prefix + "header " + name, line, other);
        }
        for (String line : added) {
            add(differences, prefix + "header " + line.substring(0, line.indexOf(':')), NONE, line);
        }
        if (!anyOrder && missing.isEmpty() && added.isEmpty() && differences.isEmpty()) {
            add(differences, prefix + "order of headers", String.join("\n", legacy), String.join("\n", port));
        }
    }

    private static List<String> minus(List<String> all, List<String> taken) {
        List<String> rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest;
    }

    private static String count(Reply reply) {
        return Integer.toString(reply.responses().size());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "well" : text;
    }

    private static void add(List<Difference> differences, String where, String legacy, String port) {
        if (!legacy.equals(port)) {
            differences.add(new Difference(where, legacy, port));
        }
    }
}
