package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The local variables of a function: which name means which variable, and where Java declares it. A Python name that is bound
 * anew in the block where it is declared is a new variable, so that {@code data = data.decode()} may change its type.
 */
final class Locals {
    private final IdentityHashMap<Node, Var> bindings = new IdentityHashMap<>();
    private final IdentityHashMap<Node, List<Var>> before = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Set<Var>> declares = new IdentityHashMap<>();
    private final List<Var> all = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private Locals() {}

    /**
     * Finds the variables of a function.
     *
     * @param body its statements
     * @param params its parameters by name
     * @param foreign names that belong to the module, or to functions that were made methods
     */
    static Locals of(List<Node> body, Map<String, Var> params, Set<String> foreign) {
        Locals locals = new Locals();
        Set<String> assigned = new LinkedHashSet<>();
        Set<String> global = new HashSet<>(foreign);
        body.forEach(statement -> assigned(statement, assigned, global));
        params.keySet().forEach(assigned::add);
        assigned.removeAll(global);
        locals.names.addAll(assigned);
        for (String name : assigned) {
            locals.place(name, body, params.get(name));
        }
        return locals;
    }

    @Nullable Var binding(Node name) {
        return bindings.get(name);
    }

    boolean isLocal(String name) {
        return names.contains(name);
    }

    List<Var> before(Node statement) {
        return before.getOrDefault(statement, List.of());
    }

    boolean declares(Node statement, Var var) {
        return declares.getOrDefault(statement, Set.of()).contains(var);
    }

    List<Var> all() {
        return all;
    }

    Set<String> names() {
        return names;
    }

    /** Collects the names that statements bind, and those that they declare global. */
    static void assigned(Node node, Set<String> assigned, Set<String> global) {
        switch (node.type()) {
            case "FunctionDef", "AsyncFunctionDef", "ClassDef" -> {
                assigned.add(node.text("name"));
                return;
            }
            case "Lambda", "Import", "ImportFrom" -> {
                return;
            }
            case "ListComp", "SetComp", "DictComp", "GeneratorExp" -> {
                return;
            }
            case "Global", "Nonlocal" -> global.addAll(node.texts("names"));
            case "Assign" -> node.list("targets").forEach(target -> targets(target, assigned));
            case "MatchAs", "MatchStar", "MatchMapping" -> captured(node, assigned);
            case "AugAssign", "AnnAssign", "For", "AsyncFor", "NamedExpr" -> targets(node.get("target"), assigned);
            case "With" -> {
                for (Node[] item : node.pairs("items")) {
                    if (item.length > 1) {
                        targets(item[1], assigned);
                    }
                }
            }
            default -> {}
        }
        node.children().forEach(child -> assigned(child, assigned, global));
    }

    /** Collects the name that a pattern of {@code match} binds. */
    private static void captured(Node pattern, Set<String> names) {
        String name = pattern.text(pattern.is("MatchMapping") ? "rest" : "name");
        if (!name.isEmpty()) {
            names.add(name);
        }
    }

    static void targets(Node target, Set<String> names) {
        if (target.is("Name")) {
            names.add(target.text("id"));
        } else if (target.is("Tuple", "List")) {
            target.list("elts").forEach(each -> targets(each, names));
        } else if (target.is("Starred")) {
            targets(target.get("value"), names);
        }
    }

    /** Finds where a name occurs, names of inner scopes left out. */
    static void occurrences(Node node, String name, List<Node> found) {
        switch (node.type()) {
            case "Name" -> {
                if (node.text("id").equals(name)) {
                    found.add(node);
                }
                return;
            }
            case "FunctionDef", "AsyncFunctionDef" -> {
                if (node.text("name").equals(name)) {
                    found.add(node);
                }
                node.list("decorator_list").forEach(each -> occurrences(each, name, found));
                node.get("args").children().forEach(each -> occurrences(each, name, found));
                if (isFree(node, name)) {
                    node.list("body").forEach(each -> occurrences(each, name, found));
                }
                return;
            }
            case "Lambda" -> {
                if (node.get("args").records("args").stream()
                        .noneMatch(each -> each.text("name").equals(name))) {
                    occurrences(node.get("body"), name, found);
                }
                return;
            }
            case "ListComp", "SetComp", "DictComp", "GeneratorExp" -> {
                Set<String> bound = new HashSet<>();
                node.list("generators").forEach(each -> targets(each.get("target"), bound));
                if (bound.contains(name)) {
                    occurrences(node.list("generators").get(0).get("iter"), name, found);
                    return;
                }
            }
            case "ClassDef" -> {
                if (node.text("name").equals(name)) {
                    found.add(node);
                }
            }
            case "MatchAs", "MatchStar", "MatchMapping" -> {
                if (node.text(node.is("MatchMapping") ? "rest" : "name").equals(name)) {
                    found.add(node);
                }
            }
            default -> {}
        }
        node.children().forEach(child -> occurrences(child, name, found));
    }

    private static boolean isFree(Node function, String name) {
        Set<String> own = new HashSet<>();
        Set<String> global = new HashSet<>();
        function.list("body").forEach(each -> assigned(each, own, global));
        Node arguments = function.get("args");
        arguments.records("args").forEach(each -> own.add(each.text("name")));
        arguments.records("kwonly").forEach(each -> own.add(each.text("name")));
        own.add(arguments.text("vararg"));
        own.add(arguments.text("kwarg"));
        own.removeAll(global);
        return !own.contains(name);
    }

    private static boolean occurs(Node node, String name) {
        List<Node> found = new ArrayList<>();
        occurrences(node, name, found);
        return !found.isEmpty();
    }

    private void place(String name, List<Node> block, @Nullable Var param) {
        List<Node> using = block.stream().filter(each -> occurs(each, name)).toList();
        if (using.isEmpty()) {
            return;
        }
        if (changesInside(name, using, param)) {
            Var cell = param == null ? new Var(name) : param;
            cell.box();
            using.forEach(statement -> bind(statement, name, cell, cell));
            if (param == null) {
                all.add(cell);
                before.computeIfAbsent(using.get(0), key -> new ArrayList<>()).add(cell);
            }
            return;
        }
        if (param == null && using.size() == 1 && placeInside(name, using.get(0))) {
            return;
        }
        versions(name, using, param);
    }

    /** Tells whether an inner function sees that a variable changes: Java needs a cell for it. */
    private static boolean changesInside(String name, List<Node> using, @Nullable Var param) {
        if (param != null && !param.isBoxable()) {
            return false;
        }
        boolean[] inner = {false};
        Var counted = new Var(name);
        if (param != null) {
            counted.assigned();
        }
        for (Node statement : using) {
            statement.walk(each -> {
                boolean function = each.is("FunctionDef", "Lambda")
                        && (each.is("Lambda") || !each.text("name").equals(name) || !occursOnce(each, name));
                inner[0] |= function && occurs(each, name);
                countAssignments(each, name, counted);
                if (each.is("For") && bindsName(each.get("target"), name)) {
                    counted.assigned(); // once for each element
                }
            });
        }
        return inner[0] && counted.assignments() > 1;
    }

    /** Declares a name in the one inner block that has all of its occurrences, if there is one. */
    private boolean placeInside(String name, Node statement) {
        List<List<Node>> blocks = blocks(statement);
        int inBlocks = 0;
        List<Node> only = List.of();
        for (List<Node> block : blocks) {
            if (block.stream().anyMatch(each -> occurs(each, name))) {
                inBlocks++;
                only = block;
            }
        }
        if (inBlocks != 1 || occursInHead(statement, name)) {
            return false;
        }
        boolean loop = statement.is("While", "For");
        String wanted = name;
        Node first =
                only.stream().filter(each -> occurs(each, wanted)).findFirst().orElseThrow();
        if (loop && !binds(first, name)) {
            return false;
        }
        place(name, only, null);
        return true;
    }

    private static boolean occursInHead(Node statement, String name) {
        List<Node> inside = new ArrayList<>();
        blocks(statement).forEach(block -> block.forEach(each -> occurrences(each, name, inside)));
        List<Node> everywhere = new ArrayList<>();
        occurrences(statement, name, everywhere);
        return everywhere.size() > inside.size();
    }

    static List<List<Node>> blocks(Node statement) {
        List<List<Node>> blocks = new ArrayList<>();
        if (statement.is("FunctionDef", "AsyncFunctionDef", "ClassDef")) {
            return blocks;
        }
        for (String field : List.of("body", "orelse", "finalbody")) {
            if (statement.isStatement() && !statement.list(field).isEmpty()) {
                blocks.add(statement.list(field));
            }
        }
        statement.list("handlers").forEach(handler -> blocks.add(handler.list("body")));
        statement.list("cases").forEach(each -> blocks.add(each.list("body")));
        return blocks;
    }

    /** Tells whether a statement gives a name a value before anything reads it. */
    private static boolean binds(Node statement, String name) {
        return switch (statement.type()) {
            case "Assign" ->
                statement.list("targets").stream().anyMatch(target -> bindsName(target, name))
                        && !occurs(statement.get("value"), name);
            case "AnnAssign" ->
                statement.has("value")
                        && bindsName(statement.get("target"), name)
                        && !occurs(statement.get("value"), name);
            case "For" -> bindsName(statement.get("target"), name) && !occurs(statement.get("iter"), name);
            case "With" ->
                statement.pairs("items").stream().anyMatch(item -> item.length > 1 && bindsName(item[1], name));
            case "FunctionDef", "ClassDef" -> statement.text("name").equals(name);
            default -> false;
        };
    }

    private static boolean bindsName(Node target, String name) {
        Set<String> names = new HashSet<>();
        targets(target, names);
        return names.contains(name);
    }

    private void versions(String name, List<Node> using, @Nullable Var param) {
        Var current = param;
        boolean pinned = false;
        for (Node statement : using) {
            pinned |= isInner(statement, name);
        }
        Map<Var, List<Node>> ranges = new HashMap<>();
        List<Var> order = new ArrayList<>();
        if (param != null) {
            order.add(param);
            ranges.put(param, new ArrayList<>());
        }
        for (Node statement : using) {
            boolean rebinds = rebinds(statement, name);
            if (current == null || (rebinds && !pinned)) {
                Var next = new Var(name);
                bind(statement, name, current, next);
                current = next;
                order.add(next);
                ranges.put(next, new ArrayList<>());
                all.add(next);
            } else {
                bind(statement, name, current, current);
            }
            ranges.computeIfAbsent(current, key -> new ArrayList<>()).add(statement);
        }
        Var visible = null;
        for (Var version : order) {
            boolean own = false;
            if (version != param) {
                if (visible != null) {
                    version.after(visible);
                }
                List<Node> range = ranges.getOrDefault(version, List.of());
                own = range.size() == 1 && range.get(0).is("For", "With") && binds(range.get(0), name);
                declare(name, version, range);
            }
            visible = own ? visible : version;
        }
    }

    private static boolean rebinds(Node statement, String name) {
        return switch (statement.type()) {
            case "Assign" -> statement.list("targets").stream().anyMatch(target -> bindsName(target, name));
            case "AnnAssign" -> statement.has("value") && bindsName(statement.get("target"), name);
            default -> binds(statement, name);
        };
    }

    /** Tells whether an inner function uses the name: then it must stay one variable. */
    private static boolean isInner(Node statement, String name) {
        boolean[] inner = {false};
        statement.walk(each -> {
            if (each.is("FunctionDef", "Lambda", "ClassDef") && occurs(each, name)) {
                inner[0] |= !(each.is("FunctionDef", "ClassDef")
                        && each.text("name").equals(name)
                        && occursOnce(each, name));
            }
        });
        return inner[0];
    }

    private static boolean occursOnce(Node node, String name) {
        List<Node> found = new ArrayList<>();
        occurrences(node, name, found);
        return found.size() == 1;
    }

    private void bind(Node statement, String name, @Nullable Var old, Var current) {
        List<Node> found = new ArrayList<>();
        occurrences(statement, name, found);
        List<Node> read = new ArrayList<>();
        if (old != null && old != current && statement.is("Assign", "AnnAssign")) {
            occurrences(statement.get("value"), name, read);
        } else if (old != null && old != current && statement.is("For")) {
            occurrences(statement.get("iter"), name, read);
        } else if (old != null && old != current && statement.is("With")) {
            statement.pairs("items").forEach(item -> occurrences(item[0], name, read));
        }
        Set<Node> reads = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        reads.addAll(read);
        for (Node each : found) {
            bindings.put(each, reads.contains(each) && old != null ? old : current);
        }
        statement.walk(each -> countAssignments(each, name, current));
    }

    private static void countAssignments(Node node, String name, Var var) {
        boolean assigns = switch (node.type()) {
            case "Assign" -> node.list("targets").stream().anyMatch(target -> bindsName(target, name));
            case "AugAssign", "AnnAssign", "For", "NamedExpr" -> bindsName(node.get("target"), name);
            case "With" -> node.pairs("items").stream().anyMatch(item -> item.length > 1 && bindsName(item[1], name));
            case "FunctionDef" -> node.text("name").equals(name);
            case "MatchAs", "MatchStar" -> node.text("name").equals(name);
            case "MatchMapping" -> node.text("rest").equals(name);
            default -> false;
        };
        if (assigns) {
            var.assigned();
        }
    }

    private void declare(String name, Var version, List<Node> range) {
        Node first = range.get(0);
        boolean single = range.size() == 1;
        boolean plain = first.is("Assign", "AnnAssign", "FunctionDef", "ClassDef");
        boolean own = single && first.is("For", "With");
        if (binds(first, name) && (plain || own) || plain && rebinds(first, name) && version.previous() != null) {
            declares.computeIfAbsent(first, key -> new HashSet<>()).add(version);
        } else {
            before.computeIfAbsent(first, key -> new ArrayList<>()).add(version);
        }
    }
}
