package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates one module: over and over, until the types of its variables are known. */
final class Translator {
    private static final int ROUNDS = 12;
    private static final int REPAIRS = 12;

    /** Classes of {@code java.lang} that the Java uses: a class of the module of that name would stand in their place. */
    private static final Set<String> JAVA_NAMES = Set.of(
            "autocloseable",
            "boolean",
            "class",
            "double",
            "error",
            "exception",
            "illegalstateexception",
            "integer",
            "iterable",
            "long",
            "math",
            "number",
            "object",
            "override",
            "runtimeexception",
            "string",
            "system",
            "throwable");

    private final ModuleModel module;
    private final Report report = new Report();
    private final Rounds rounds;
    private final String packageName;
    private final boolean hasMain;
    private final IdentityHashMap<Node, Node> parents = new IdentityHashMap<>();

    Translator(PythonTree tree, String packageName, boolean hasMain) {
        module = new ModuleModel(tree);
        rounds = new Rounds(module);
        this.packageName = packageName;
        this.hasMain = hasMain;
        place();
        lift();
        capture();
    }

    ModuleModel module() {
        return module;
    }

    Report report() {
        return report;
    }

    /** Decides which file each class stands in. */
    private void place() {
        Set<String> names = new HashSet<>(JAVA_NAMES);
        for (PyClass type : module.classes().values()) {
            String name = type.java();
            for (int i = 2; !names.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
                name = type.java() + i;
            }
            type.java(name);
        }
        List<PyClass> handlers = module.handlers();
        String top = JavaNames.type(module.name());
        if (names.contains(top.toLowerCase(java.util.Locale.ROOT))) {
            top += "Module";
        }
        module.file(handlers.size() == 1 ? handlers.get(0).java() : top);
        for (PyClass type : module.classes().values()) {
            type.file(type.isHandler() ? type.java() : module.file());
        }
    }

    /** Makes inner functions that use nothing of their outer ones functions of their own. */
    private void lift() {
        List<Func> all = new ArrayList<>(module.functions().values());
        module.classes().values().forEach(type -> all.addAll(type.methods().values()));
        for (Func function : all) {
            Set<String> local = new HashSet<>();
            function.node().body().forEach(each -> Locals.assigned(each, local, new HashSet<>()));
            function.vars().forEach(var -> local.add(var.python()));
            local.add(function.self());
            for (Node statement : function.node().body()) {
                liftFrom(statement, function.node(), local);
            }
        }
    }

    private void liftFrom(Node node, Node outermost, Set<String> local) {
        if (node.is("ClassDef")) {
            return;
        }
        if (node.is("FunctionDef")) {
            Set<String> others = new HashSet<>(local);
            others.remove(node.text("name"));
            boolean free = others.stream().noneMatch(name -> {
                List<Node> found = new ArrayList<>();
                Locals.occurrences(node, name, found);
                return !found.isEmpty();
            });
            if (free && node.list("decorator_list").isEmpty()) {
                module.lift(node, outermost, null);
            }
            return;
        }
        node.children().forEach(child -> liftFrom(child, outermost, local));
    }

    /** Finds which variables of their enclosing function the inner classes use. */
    private void capture() {
        for (PyClass type : module.classes().values()) {
            Func enclosing = type.enclosing();
            if (enclosing == null) {
                continue;
            }
            Set<String> local = new HashSet<>();
            enclosing.node().body().forEach(each -> Locals.assigned(each, local, new HashSet<>()));
            enclosing.vars().forEach(var -> local.add(var.python()));
            local.add(enclosing.self());
            local.remove("");
            local.remove("return");
            enclosing.node().walk(each -> {
                if (each.is("ClassDef")
                        || each.is("FunctionDef") && module.functionOf(each) != null && each != enclosing.node()) {
                    local.remove(each.text("name"));
                }
            });
            for (String name : local) {
                List<Node> found = new ArrayList<>();
                type.node().list("body").forEach(each -> Locals.occurrences(each, name, found));
                if (!found.isEmpty()) {
                    type.captures().put(name, new Var(name));
                }
            }
            type.constants().forEach((constant, value) -> {
                List<Node> found = new ArrayList<>();
                type.captures().keySet().forEach(name -> Locals.occurrences(value, name, found));
                if (!found.isEmpty()) {
                    type.shared().remove(constant);
                }
            });
        }
    }

    /** Returns the Java of each file, laid out; and which statement each line comes from. */
    Map<String, List<Out.Line>> translate() {
        boolean settled = false;
        for (int i = 0; i < ROUNDS && !settled; i++) {
            write();
            settled = !rounds.advance();
        }
        for (int i = 0; i < 2 && !settled; i++) {
            write();
            rounds.giveUp();
        }
        return write();
    }

    private Map<String, List<Out.Line>> write() {
        module.nextRound();
        return new ModuleWriter(module, report, rounds, packageName, hasMain).write();
    }

    /** Returns lines with their indentation, none too long. */
    static Layout layout(List<Out.Line> lines) {
        List<String> texts = new ArrayList<>();
        Map<Integer, Node> origins = new LinkedHashMap<>();
        for (Out.Line line : lines) {
            List<String> laid = line.text().isEmpty() ? List.of("") : LineLayout.of(4 * line.indent(), line.text());
            for (String each : laid) {
                texts.add(each);
                Node origin = line.origin();
                if (origin != null) {
                    origins.put(texts.size(), origin);
                }
            }
        }
        return new Layout(String.join("\n", texts) + "\n", origins);
    }

    /**
     * The text of a file.
     *
     * @param text the Java
     * @param origins the Python statement of each line, counted from 1
     */
    record Layout(String text, Map<Integer, Node> origins) {}

    /**
     * Translates, and compiles what came out; a statement whose Java does not compile is left like one that cannot be translated.
     *
     * @param check says which lines do not compile; finds nothing where there is no compiler
     */
    Map<String, Layout> translate(CompileCheck check) {
        Map<String, Layout> files = laidOut();
        for (int i = 0; i < REPAIRS; i++) {
            IdentityHashMap<Node, String> wrong = new IdentityHashMap<>();
            for (CompileCheck.Problem problem : check.problems(files, packageName)) {
                Layout layout = files.get(problem.file());
                Node origin = layout == null ? null : nearest(layout.origins(), problem.line());
                if (origin != null) {
                    wrong.putIfAbsent(origin, problem.message());
                }
            }
            if (wrong.isEmpty()) {
                return files;
            }
            boolean[] more = {false};
            wrong.forEach((node, reason) -> more[0] |= refuse(node, reason));
            if (!more[0]) {
                return outlines();
            }
            files = laidOut();
        }
        return check.problems(files, packageName).isEmpty() ? files : outlines();
    }

    /**
     * Leaves a statement whose Java does not compile; if it was left already, the function and then the class that it stands in. False if all
     * of that was left already.
     */
    private boolean refuse(Node statement, String reason) {
        Node at = statement;
        while (at != null && report.isRefusedWhole(at)) {
            at = around(at);
        }
        if (at != null) {
            report.refuse(at, reason);
            if (at.is("FunctionDef", "ClassDef")) {
                report.refuse(at, reason);
            }
        }
        return at != null;
    }

    /** Returns the function or class that a node stands in, or null. */
    private @Nullable Node around(Node node) {
        if (parents.isEmpty()) {
            module.tree().body().forEach(each -> collect(each, null));
        }
        return parents.get(node);
    }

    private void collect(Node node, @Nullable Node around) {
        if (around != null) {
            parents.put(node, around);
        }
        Node inside = node.is("FunctionDef", "ClassDef") ? node : around;
        node.children().forEach(child -> collect(child, inside));
    }

    /** Returns classes that compile whatever the translation is worth: the handlers' methods, which throw, and a start that says so. */
    private Map<String, Layout> outlines() {
        report.clear();
        module.tree().body().stream()
                .filter(each -> each.statements() > 0)
                .forEach(each -> report.leave(module.tree().name(), each, "its Java does not compile"));
        return new Outlines(module, packageName, hasMain).write();
    }

    private static Node nearest(Map<Integer, Node> origins, int line) {
        Node found = origins.get(line);
        for (int at = line; found == null && at > 0; at--) {
            found = origins.get(at);
        }
        return found == null ? origins.values().iterator().next() : found;
    }

    private Map<String, Layout> laidOut() {
        Map<String, Layout> files = new LinkedHashMap<>();
        translate().forEach((name, lines) -> files.put(name, layout(lines)));
        return files;
    }
}
