package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a module: its classes, functions, variables and imports. */
final class ModuleModel {
    private static final Set<String> MUTABLE_CALLS = Set.of(
            "list",
            "dict",
            "set",
            "Lock",
            "RLock",
            "Queue",
            "deque",
            "defaultdict",
            "OrderedDict",
            "Event",
            "Condition");

    private final PythonTree tree;
    private final String name;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, Var> globals = new LinkedHashMap<>();
    private final Map<String, Func> functions = new LinkedHashMap<>();
    private final Map<String, PyClass> classes = new LinkedHashMap<>();
    private final IdentityHashMap<Node, PyClass> classByNode = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Func> funcByNode = new IdentityHashMap<>();
    private final List<Node> statements = new ArrayList<>();
    private final Map<String, Integer> globalAssignments = new LinkedHashMap<>();
    private final Map<String, Var> serverAttributes = new LinkedHashMap<>();
    private String file = "";

    ModuleModel(PythonTree tree) {
        this.tree = tree;
        String full = tree.name();
        name = full.endsWith(".py") ? full.substring(0, full.length() - 3) : full;
        tree.body().forEach(this::collect);
        classes.values().forEach(this::resolveBase);
        classes.values().forEach(this::findFields);
        functions.values().forEach(function -> rename(function, null));
    }

    PythonTree tree() {
        return tree;
    }

    String name() {
        return name;
    }

    Map<String, Var> globals() {
        return globals;
    }

    Map<String, Func> functions() {
        return functions;
    }

    Map<String, PyClass> classes() {
        return classes;
    }

    /** Returns the statements of the module that are no definitions and no imports. */
    List<Node> statements() {
        return statements;
    }

    Map<String, Var> serverAttributes() {
        return serverAttributes;
    }

    boolean isPython2() {
        return tree.isPython2();
    }

    List<PyClass> handlers() {
        return classes.values().stream().filter(PyClass::isHandler).toList();
    }

    @Nullable PyClass classOf(Node definition) {
        return classByNode.get(definition);
    }

    @Nullable Func functionOf(Node definition) {
        return funcByNode.get(definition);
    }

    /** Makes an inner function that uses nothing of its outer one, or of one around that, a function of its own. */
    Func lift(Node definition, Node outermost, @Nullable PyClass owner) {
        Func lifted = new Func(definition, null);
        Set<Node> inside = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        outermost.walk(inside::add);
        this.lifted.add(new Lifted(lifted, inside));
        funcByNode.put(definition, lifted);
        String base = lifted.java();
        for (int i = 2; isTaken(lifted.java(), owner); i++) {
            lifted.java(base + i);
        }
        functions.put(definition.text("name") + "@" + definition.line(), lifted);
        return lifted;
    }

    /**
     * A function that stood in another one.
     *
     * @param function the function
     * @param inside all nodes of the outermost function around it
     */
    private record Lifted(Func function, Set<Node> inside) {}

    private final List<Lifted> lifted = new ArrayList<>();

    /** Returns the function that a name means in the body of a function, or null. */
    @Nullable Func function(String name, @Nullable Func user) {
        for (Lifted each : lifted) {
            boolean visible = each.function().name().equals(name)
                    && user != null
                    && each.inside().contains(user.node());
            if (visible) {
                return each.function();
            }
        }
        return functions.get(name);
    }

    private final IdentityHashMap<Node, Locals> innerLocals = new IdentityHashMap<>();
    private final Set<Var> later = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    private final IdentityHashMap<Node, Func> innerFunctions = new IdentityHashMap<>();

    /** Returns an inner function that uses variables of its outer one. */
    Func innerFunction(Node definition) {
        return innerFunctions.computeIfAbsent(definition, key -> new Func(key, null));
    }

    /** Returns the variables of an inner function, the same ones in each round. */
    Locals localsOf(Node definition, List<Node> body, Map<String, Var> params) {
        return innerLocals.computeIfAbsent(definition, key -> Locals.of(body, params, Set.of()));
    }

    /** Notes variables of inner functions, whose types advance with all others. */
    void advanceLater(List<Var> vars) {
        later.addAll(vars);
    }

    Set<Var> later() {
        return later;
    }

    private int round;

    private final Set<Node> left = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    /** Begins another round of the translation. */
    void nextRound() {
        round++;
        left.clear();
    }

    /** Says that an expression is left: Java throws where it would be evaluated. */
    void leave(Node expression) {
        left.add(expression);
    }

    void leaveNoMore(Node expression) {
        left.remove(expression);
    }

    boolean isLeft(Node expression) {
        return left.contains(expression);
    }

    /** Tells whether types that are not known by now will hardly be found. */
    boolean isLate() {
        return round > 3;
    }

    private boolean isTaken(String java, @Nullable PyClass owner) {
        return JavaNames.isInherited(java)
                || functions.values().stream().anyMatch(each -> each.java().equals(java))
                || (owner != null
                        && owner.methods().values().stream()
                                .anyMatch(each -> each.java().equals(java)));
    }

    /** Returns the top-level class that holds what belongs to no class. */
    String file() {
        return file;
    }

    void file(String top) {
        file = top;
    }

    int assignments(String global) {
        return globalAssignments.getOrDefault(global, 0);
    }

    /** Returns the qualified name that an imported name stands for, or null. */
    @Nullable String imported(String name) {
        return aliases.get(name);
    }

    private void collect(Node statement) {
        switch (statement.type()) {
            case "FunctionDef" -> {
                Func function = new Func(statement, null);
                functions.put(statement.text("name"), function);
                funcByNode.put(statement, function);
                inner(statement, function);
            }
            case "ClassDef" -> collectClass(statement, null);
            case "Import", "ImportFrom" -> imports(statement);
            case "Try" -> {
                if (isImports(statement)) {
                    statement
                            .list("handlers")
                            .forEach(handler -> handler.list("body").forEach(this::importInside));
                    statement.list("body").forEach(this::importInside);
                    statement.list("body").stream()
                            .filter(each -> each.is("ClassDef", "FunctionDef"))
                            .forEach(this::collect);
                } else {
                    keep(statement);
                }
            }
            case "If" -> {
                statement.walk(this::importInside);
                keep(statement);
            }
            default -> {
                if (!Node.isDocstring(statement) || statement.line() > firstLine()) {
                    keep(statement);
                }
            }
        }
    }

    private int firstLine() {
        return tree.body().isEmpty() ? 0 : tree.body().get(0).line();
    }

    static boolean isImports(Node statement) {
        return statement.is("Try")
                && !statement.list("body").isEmpty()
                && statement.list("body").stream().allMatch(each -> each.is("Import", "ImportFrom", "Assign", "Pass"))
                && statement.list("body").stream().anyMatch(each -> each.is("Import", "ImportFrom"));
    }

    private void importInside(Node node) {
        if (node.is("Import", "ImportFrom")) {
            imports(node);
        }
    }

    private void keep(Node statement) {
        statements.add(statement);
        Set<String> assigned = new LinkedHashSet<>();
        Locals.assigned(statement, assigned, new HashSet<>());
        statement.walk(each -> {
            if (each.is("FunctionDef") && funcByNode.get(each) == null) {
                Func function = new Func(each, null);
                functions.putIfAbsent(each.text("name"), function);
                funcByNode.put(each, function);
                inner(each, function);
                assigned.remove(each.text("name"));
            } else if (each.is("ClassDef") && classByNode.get(each) == null) {
                collectClass(each, null);
                assigned.remove(each.text("name"));
            } else if (each.is("Import", "ImportFrom")) {
                imports(each);
            }
        });
        for (String each : assigned) {
            globals.computeIfAbsent(each, Var::new);
            globalAssignments.merge(each, 1, Integer::sum);
        }
        statement.walk(each -> {
            if (each.is("AugAssign", "For")) {
                Set<String> changed = new HashSet<>();
                Locals.targets(each.get("target"), changed);
                changed.forEach(one -> globalAssignments.merge(one, 1, Integer::sum));
            }
        });
    }

    private void imports(Node statement) {
        if (statement.is("Import")) {
            for (Node alias : statement.list("names")) {
                String full = alias.text("name");
                if (alias.has("asname")) {
                    aliases.put(alias.text("asname"), full);
                } else {
                    String top = full.contains(".") ? full.substring(0, full.indexOf('.')) : full;
                    aliases.put(top, top);
                }
            }
            return;
        }
        String module = statement.text("module");
        for (Node alias : statement.list("names")) {
            String imported = alias.text("name");
            if (imported.equals("*")) {
                star(module);
            } else {
                String local = alias.has("asname") ? alias.text("asname") : imported;
                String full = Library.canonical(module) + "." + imported;
                String old = aliases.get(local);
                if (old == null || Library.exception(full) == null || statement.isStatement()) {
                    aliases.put(local, full);
                }
            }
        }
    }

    private void star(String module) {
        String canonical = Library.canonical(module);
        List<String> names = switch (canonical) {
            case "http.server" ->
                List.of(
                        "BaseHTTPRequestHandler",
                        "SimpleHTTPRequestHandler",
                        "CGIHTTPRequestHandler",
                        "HTTPServer",
                        "ThreadingHTTPServer");
            case "socketserver" -> List.of("ThreadingMixIn", "TCPServer", "ThreadingTCPServer");
            case "urllib.parse" ->
                List.of(
                        "urlparse",
                        "parse_qs",
                        "parse_qsl",
                        "quote",
                        "unquote",
                        "unquote_plus",
                        "quote_plus",
                        "urlencode",
                        "urlsplit",
                        "urljoin");
            case "os" -> List.of("listdir", "getcwd", "environ", "remove", "mkdir", "makedirs", "system", "chdir");
            case "os.path" -> List.of("join", "isfile", "isdir", "exists", "basename", "dirname", "splitext");
            case "time" -> List.of("time", "sleep", "strftime", "localtime", "gmtime");
            case "json" -> List.of("loads", "dumps", "load", "dump");
            default -> List.of();
        };
        names.forEach(each -> aliases.put(each, canonical + "." + each));
    }

    private PyClass collectClass(Node definition, @Nullable Func enclosing) {
        PyClass made = new PyClass(definition, enclosing);
        classByNode.put(definition, made);
        classes.put(definition.text("name"), made);
        for (Node statement : definition.body()) {
            switch (statement.type()) {
                case "FunctionDef" -> {
                    Func method = new Func(statement, made);
                    boolean setter = statement.list("decorator_list").stream()
                            .anyMatch(each ->
                                    each.is("Attribute") && each.text("attr").equals("setter"));
                    String key = statement.text("name") + (setter ? PyClass.SETTER : "");
                    if (setter) {
                        method.java(JavaNames.camel("set_" + statement.text("name")));
                    }
                    made.methods().put(key, method);
                    funcByNode.put(statement, method);
                    inner(statement, method);
                }
                case "Assign" -> assign(made, statement);
                case "AnnAssign" -> {
                    if (statement.has("value") && statement.get("target").is("Name")) {
                        made.constants().put(statement.get("target").text("id"), statement.get("value"));
                    }
                }
                case "ClassDef" -> collectClass(statement, enclosing);
                case "Pass" -> {}
                case "Import", "ImportFrom" -> imports(statement);
                default -> {
                    if (!Node.isDocstring(statement)) {
                        made.statements().add(statement);
                    }
                }
            }
        }
        return made;
    }

    private static void assign(PyClass made, Node statement) {
        Node value = statement.get("value");
        for (Node target : statement.list("targets")) {
            if (!target.is("Name")) {
                made.statements().add(statement);
            } else if (value.is("Name") && made.methods().containsKey(value.text("id"))) {
                made.aliases().put(target.text("id"), value.text("id"));
            } else {
                made.constants().put(target.text("id"), value);
            }
        }
    }

    /** Finds the classes and imports inside of a function. */
    private void inner(Node function, Func enclosing) {
        for (Node child : function.list("body")) {
            innerOf(child, enclosing);
        }
    }

    private void innerOf(Node node, Func enclosing) {
        if (node.is("ClassDef")) {
            collectClass(node, enclosing);
            return;
        }
        importInside(node);
        if (node.is("Global")) {
            node.texts("names").forEach(each -> {
                globals.computeIfAbsent(each, Var::new);
                globalAssignments.merge(each, 2, Integer::sum);
            });
        }
        node.children().forEach(child -> innerOf(child, enclosing));
    }

    private void resolveBase(PyClass made) {
        List<Node> bases = made.node().list("bases");
        boolean threading = bases.stream()
                .map(this::qualified)
                .anyMatch(each -> each.endsWith(".ThreadingMixIn") || each.equals("ThreadingMixIn"));
        for (Node base : bases) {
            String qualified = qualified(base);
            PyClass own = classes.get(qualified);
            if (own != null && own != made) {
                made.base(own);
                return;
            }
            Class<?> known = Library.type(qualified);
            Class<?> failure = Library.exception(qualified);
            if (known != null && !java.lang.reflect.Modifier.isFinal(known.getModifiers())) {
                made.javaBase(
                        threading && known == dev.gangway.standalone.HTTPServer.class
                                ? dev.gangway.standalone.ThreadingHTTPServer.class
                                : known);
                return;
            }
            if (failure != null) {
                made.javaBase(
                        dev.gangway.porting.PythonException.class.isAssignableFrom(failure)
                                        || java.io.IOException.class.isAssignableFrom(failure)
                                ? failure == java.io.IOException.class ? java.io.IOException.class : failure
                                : dev.gangway.porting.PythonException.class);
                if (java.io.IOException.class.isAssignableFrom(failure)) {
                    made.javaBase(java.io.IOException.class);
                }
                return;
            }
        }
        boolean answers = made.methods().keySet().stream().anyMatch(each -> each.matches("do_[A-Z]+"));
        if (answers) {
            made.javaBase(dev.gangway.handler.BaseHTTPRequestHandler.class);
        }
    }

    /** Returns the qualified name of an expression of names, "" for another. */
    String qualified(Node node) {
        String dotted = node.dotted();
        if (dotted == null) {
            return "";
        }
        String first = dotted.contains(".") ? dotted.substring(0, dotted.indexOf('.')) : dotted;
        String alias = aliases.get(first);
        if (alias == null) {
            return dotted;
        }
        return Library.canonical(alias + dotted.substring(first.length()));
    }

    private void findFields(PyClass made) {
        Set<String> assignedBySelf = new HashSet<>();
        for (Func method : made.methods().values()) {
            method.node().walk(node -> {
                if (isStore(node, method.self(), assignedBySelf)) {
                    return;
                }
            });
            rename(method, made);
        }
        made.tellApart();
        for (String constant : made.constants().keySet()) {
            made.fields().computeIfAbsent(constant, key -> field(key, made));
        }
        for (String field : assignedBySelf) {
            made.fields().computeIfAbsent(field, key -> field(key, made));
        }
        made.constants().forEach((constant, value) -> {
            if (!assignedBySelf.contains(constant) || isMutable(value) && !isReassigned(made, constant)) {
                made.shared().add(constant);
            }
        });
        Set<String> stored = new HashSet<>();
        for (Node statement : tree.body()) {
            statement.walk(node -> {
                for (Node target : storeTargets(node)) {
                    if (target.is("Attribute") && isClassReference(target.get("value"), made)) {
                        stored.add(target.text("attr"));
                    }
                }
            });
        }
        for (String field : stored) {
            made.fields().computeIfAbsent(field, key -> field(key, made));
            made.shared().add(field);
        }
    }

    private static boolean isReassigned(PyClass made, String field) {
        return made.methods().values().stream().anyMatch(method -> {
            boolean[] found = {false};
            method.node()
                    .walk(node -> storeTargets(node)
                            .forEach(target -> found[0] |= target.isAttributeOf(method.self(), field)));
            return found[0];
        });
    }

    private static boolean isClassReference(Node value, PyClass made) {
        return value.isName(made.name())
                || value.isName("cls")
                || value.is("Attribute") && value.text("attr").equals("__class__");
    }

    private Var field(String name, PyClass owner) {
        Var field = new Var(name);
        if (owner.isHandler() && JavaNames.isReserved(field.java())) {
            field.java(field.java() + "Field");
        }
        return field;
    }

    private static boolean isMutable(Node value) {
        return value.is("List", "Dict", "Set", "ListComp", "DictComp")
                || value.is("Call") && MUTABLE_CALLS.contains(lastName(value.get("func")));
    }

    static String lastName(Node function) {
        return function.is("Attribute") ? function.text("attr") : function.text("id");
    }

    private static boolean isStore(Node node, String self, Set<String> found) {
        for (Node target : storeTargets(node)) {
            if (target.is("Attribute") && target.get("value").isName(self)) {
                found.add(target.text("attr"));
            }
        }
        return false;
    }

    /** Returns the simple targets that a statement assigns to. */
    static List<Node> storeTargets(Node node) {
        List<Node> targets = new ArrayList<>();
        switch (node.type()) {
            case "Assign" -> node.list("targets").forEach(target -> flatten(target, targets));
            case "AugAssign", "AnnAssign", "For" -> flatten(node.get("target"), targets);
            case "With" ->
                node.pairs("items").forEach(item -> {
                    if (item.length > 1) {
                        flatten(item[1], targets);
                    }
                });
            default -> {}
        }
        return targets;
    }

    private static void flatten(Node target, List<Node> targets) {
        if (target.is("Tuple", "List")) {
            target.list("elts").forEach(each -> flatten(each, targets));
        } else {
            targets.add(target);
        }
    }

    /** Gives a method the Java name of the one that it overrides, or one that overrides nothing by accident. */
    private void rename(Func function, @Nullable PyClass owner) {
        if (owner != null && (owner.isHandler() || owner.isServer())) {
            java.lang.reflect.Method known = Overrides.find(function, owner.javaBase());
            if (known != null) {
                function.overrides(known);
                return;
            }
        }
        if (function.isDo()) {
            function.java(function.name());
            return;
        }
        boolean inherited = JavaNames.isInherited(function.java());
        if (inherited || function.java().equals("main")) {
            String java = function.java();
            function.java("own" + Character.toUpperCase(java.charAt(0)) + java.substring(1));
        }
    }
}
