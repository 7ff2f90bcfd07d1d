package dev.gangway.standalone.port;

import dev.gangway.porting.Bytes;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Python;
import dev.gangway.porting.UnportedException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates statements. */
final class Statements {
    private static final int SWITCH_CASES = 3;

    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;
    private final Deque<String> caught = new ArrayDeque<>();
    private final Set<Node> wrapped;
    private final Set<Integer> written = new HashSet<>();
    private int depth;

    Statements(Scope scope, Report report, Out out) {
        this.scope = scope;
        this.report = report;
        this.out = out;
        expressions = new Expressions(scope);
        wrapped = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    }

    Expressions expressions() {
        return expressions;
    }

    private String use(Class<?> type) {
        return scope.imports().use(type);
    }

    /** Translates the body of a function. */
    void body(List<Node> statements) {
        block(statements);
    }

    void block(List<Node> statements) {
        depth++;
        for (int i = 0; i < statements.size(); i++) {
            Node statement = statements.get(i);
            comments(statement);
            statement(statement, depth == 1 && i == statements.size() - 1 && statement.statements() > 0);
            if (!completes(statement)) {
                leaveUnreachable(statements.subList(i + 1, statements.size()));
                break;
            }
        }
        depth--;
    }

    private void leaveUnreachable(List<Node> rest) {
        for (Node each : rest) {
            for (String line : source(each)) {
                out.line("// " + JavaText.comment(line));
            }
        }
    }

    private void statement(Node statement, boolean last) {
        int size = out.size();
        int indent = out.indent();
        boolean io = scope.throwsIo();
        Node outer = out.origin();
        out.origin(statement);
        Out pre = scope.swapPre(new Out(0));
        try {
            String refusal = report.refusal(statement);
            if (refusal != null) {
                throw new Untranslatable(refusal);
            }
            for (Var var : scope.locals().before(statement)) {
                out.line(var.type().text(scope.imports()) + " " + var.java() + " = " + zero(var.type()) + ";");
                scope.take(var.java());
            }
            translate(statement);
        } catch (Untranslatable e) {
            out.truncate(size, indent);
            scope.throwsIo(io);
            for (Var var : scope.locals().before(statement)) {
                out.line(var.type().text(scope.imports()) + " " + var.java() + " = " + zero(var.type()) + ";");
            }
            unported(statement, last, e.reason());
        } finally {
            scope.swapPre(pre);
            out.origin(outer);
        }
    }

    static String zero(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> "false";
            case INT, LONG, DOUBLE -> "0";
            default -> "null";
        };
    }

    private void unported(Node statement, boolean last, String reason) {
        String file = scope.module().tree().name();
        report.leave(file, statement, reason);
        for (String line : source(statement)) {
            out.line("// " + JavaText.comment(line));
        }
        Set<String> assigned = new HashSet<>();
        Locals.assigned(statement, assigned, new HashSet<>());
        statement.walk(each -> {
            if (each.is("Name")) {
                Var var = scope.locals().binding(each);
                if (var != null && assigned.contains(each.text("id"))) {
                    if (scope.module().isLate()) {
                        var.observe(Type.OBJECT);
                    }
                    boolean own = statement.is("For", "With");
                    if (!own && declares(statement, var) && assigned.remove(each.text("id"))) {
                        out.line(var.type().text(scope.imports()) + " " + var.java() + " = " + zero(var.type()) + ";");
                    }
                }
            }
        });
        String text = "throw new " + use(UnportedException.class) + "(" + JavaText.string(file + ":" + statement.line())
                + ");";
        if (last && !neverLast) {
            out.line(text);
            wrapped.remove(statement);
            thrown.add(statement);
        } else {
            out.open("if (true)");
            out.line(text);
            out.close();
            wrapped.add(statement);
        }
    }

    private boolean neverLast;

    /** Says that the block must be able to end, as that of an initializer must. */
    Statements mayEnd() {
        neverLast = true;
        return this;
    }

    private final Set<Node> thrown = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    private List<String> source(Node statement) {
        List<String> lines = scope.module().tree().lines();
        List<String> found = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int i = statement.line(); i <= Math.min(statement.endLine(), lines.size()); i++) {
            String line = lines.get(i - 1).replace("\t", "    ");
            found.add(line);
            if (!line.isBlank()) {
                least = Math.min(least, line.length() - line.stripLeading().length());
            }
        }
        int cut = least == Integer.MAX_VALUE ? 0 : least;
        return found.stream()
                .map(line -> line.substring(Math.min(cut, line.length())))
                .toList();
    }

    /** Keeps the comments that stand before a statement or behind its first line. */
    private void comments(Node statement) {
        PythonTree tree = scope.module().tree();
        int from = statement.line() - 1;
        while (tree.comments().containsKey(from) && !tree.trailing().contains(from)) {
            from--;
        }
        for (int i = from + 1; i <= statement.line(); i++) {
            String comment = tree.comments().get(i);
            if (comment != null && written.add(i)) {
                String text = comment.replaceFirst("^#+\\s?", "").stripTrailing();
                boolean ours = !text.startsWith("type:")
                        && !text.startsWith("noqa")
                        && !text.startsWith("pylint")
                        && !text.startsWith("!");
                if (ours && !text.isEmpty()) {
                    out.line("// " + JavaText.comment(text));
                }
            }
        }
    }

    private void flush() {
        out.addShifted(scope.pre().lines());
        scope.pre().truncate(0, 0);
    }

    private void translate(Node statement) {
        switch (statement.type()) {
            case "Expr" -> expression(statement.get("value"));
            case "Assign" -> assign(statement);
            case "AnnAssign" -> annotated(statement);
            case "AugAssign" -> augmented(statement);
            case "Return" -> returns(statement);
            case "If" -> branch(statement);
            case "For" -> loop(statement);
            case "While" -> whileLoop(statement);
            case "Try" -> tryStatement(statement);
            case "With" -> with(statement, 0);
            case "Raise" -> raise(statement);
            case "Pass", "Import", "ImportFrom", "Global" -> {}
            case "Break" -> {
                String flag = unbroken.peek();
                if (flag != null && !flag.isEmpty()) {
                    out.line(flag + " = false;");
                }
                out.line("break;");
            }
            case "Continue" -> out.line("continue;");
            case "Delete" -> statement.list("targets").forEach(this::delete);
            case "Assert" -> assertion(statement);
            case "Print" -> print(statement);
            case "FunctionDef" -> inner(statement);
            case "ClassDef" -> {
                if (scope.module().classOf(statement) == null) {
                    throw new Untranslatable("a class here");
                }
            }
            default -> throw new Untranslatable("the statement " + statement.type());
        }
    }

    private void expression(Node value) {
        if (value.is("Constant")) {
            return;
        }
        if (value.is("Yield")) {
            addYielded(value);
            return;
        }
        if (value.is("ListComp", "GeneratorExp") && !value.list("generators").isEmpty()) {
            Expr made = expressions.of(value);
            flush();
            if (made.text().isEmpty()) {
                throw new Untranslatable("a comprehension as a statement");
            }
            return;
        }
        if (isConstructorOfBase(value)) {
            constructBase(value);
            return;
        }
        if (value.is("BoolOp", "IfExp")) {
            shortCircuit(value);
            return;
        }
        Expr x = expressions.of(value);
        flush();
        boolean statement = value.is("Call")
                && x.level() == Expr.PRIMARY
                && x.text().endsWith(")")
                && !x.text().matches("\\(.*");
        boolean parenthesised = value.is("Call") && x.text().matches("\\(\\(.*\\)\\)?.*\\..*\\)");
        if (statement || parenthesised || x.text().contains(" = ") && x.level() == Expr.PRIMARY && value.is("Call")) {
            out.line(x.text() + ";");
        } else if (x.isSimple() && !x.text().endsWith(")")) {
            out.line("// " + JavaText.comment(x.text()));
        } else {
            out.line(use(Python.class) + ".ignore(" + expressions.argument(x) + ");");
        }
    }

    /** Tells of {@code super().__init__(…)} and {@code Base.__init__(self, …)}. */
    static boolean isConstructorOfBase(Node value) {
        return value.is("Call")
                && value.get("func").is("Attribute")
                && value.get("func").text("attr").equals("__init__");
    }

    private void constructBase(Node value) {
        PyClass owner = scope.owner();
        Func function = scope.function();
        if (owner == null || function == null || !function.name().equals("__init__")) {
            throw new Untranslatable("__init__ that is called by hand");
        }
        if (owner.isHandler()) {
            for (Node keyword : value.records("keywords")) {
                if (keyword.text("arg").equals("directory")) {
                    String path = expressions.to(keyword.get("value"), Type.java(java.nio.file.Path.class));
                    flush();
                    out.line("directory(" + path + ");");
                }
            }
            return;
        }
        List<Node> args = value.list("args");
        boolean named = !value.get("func").get("value").is("Call");
        List<String> texts = new ArrayList<>();
        for (Node each : named && !args.isEmpty() ? args.subList(1, args.size()) : args) {
            texts.add(
                    owner.isServer() && texts.isEmpty()
                            ? expressions.calls().address(each)
                            : owner.isServer()
                                    ? expressions.to(each, Type.java(dev.gangway.host.HandlerFactory.class))
                                    : expressions.object(each));
        }
        if (owner.base() == null && owner.javaBase() == Object.class) {
            return;
        }
        if (!out.isEmpty()
                && !out.lines().get(out.size() - 1).text().endsWith("{")
                && !out.lines().get(out.size() - 1).text().startsWith("//")) {
            throw new Untranslatable("super().__init__() that comes late");
        }
        flush();
        if (owner.base() != null) {
            Func init = owner.base().method("__init__");
            List<Node> rest = named && !args.isEmpty() ? args.subList(1, args.size()) : args;
            texts.clear();
            if (init != null) {
                Node call = Node.made(
                        "Call",
                        value,
                        "func",
                        value.get("func"),
                        "args",
                        Node.array(rest),
                        "keywords",
                        new org.json.JSONArray());
                texts.addAll(expressions.calls().texts(init, call));
            }
        }
        out.line("super(" + String.join(", ", texts) + ");");
    }

    private void shortCircuit(Node value) {
        if (value.is("IfExp")) {
            out.open("if (" + condition(value.get("test")) + ")");
            nested(() -> expression(value.get("body")));
            out.close("} else {");
            nested(() -> expression(value.get("orelse")));
            out.close();
            return;
        }
        List<Node> values = value.list("values");
        Node first = values.size() == 2 ? values.get(0) : value;
        if (first == value) {
            throw new Untranslatable("and, or as a statement");
        }
        boolean and = value.text("op").equals("And");
        Expr test = expressions.conditions().truthOf(first);
        flush();
        out.open("if (" + (and ? test.text() : "!" + test.at(Expr.UNARY)) + ")");
        nested(() -> expression(values.get(1)));
        out.close();
    }

    private void nested(Runnable body) {
        Out pre = scope.swapPre(new Out(0));
        try {
            body.run();
        } finally {
            scope.swapPre(pre);
        }
    }

    private String condition(Node test) {
        String text = expressions.conditions().truth(test);
        flush();
        return text;
    }

    private void addYielded(Node value) {
        Func function = scope.function();
        if (function == null || scope.isLambda()) {
            throw new Untranslatable("yield");
        }
        Node given = value.find("value");
        String text = given == null ? "null" : expressions.object(given);
        flush();
        out.line("yielded.add(" + text + ");");
    }

    private void assign(Node statement) {
        List<Node> targets = statement.list("targets");
        Node value = statement.get("value");
        if (targets.size() == 1) {
            assignOne(statement, targets.get(0), value);
            return;
        }
        Expr x = expressions.of(value);
        flush();
        if (!x.isSimple() || x.text().endsWith(")")) {
            String name = scope.fresh("value");
            Type type = x.type().settled();
            out.line(type.text(scope.imports()) + " " + name + " = "
                    + expressions.coercion().to(x, type) + ";");
            x = Expr.of(name, type);
        }
        for (int i = targets.size() - 1; i >= 0; i--) {
            store(statement, targets.get(i), x);
        }
    }

    private void assignOne(Node statement, Node target, Node value) {
        if (target.is("Tuple", "List")) {
            assignTuple(statement, target, value);
            return;
        }
        Expr x = expressions.of(value);
        flush();
        store(statement, target, x);
    }

    private void assignTuple(Node statement, Node target, Node value) {
        List<Node> names = target.list("elts");
        boolean plain = value.is("Tuple", "List")
                && value.list("elts").size() == names.size()
                && names.stream().noneMatch(each -> each.is("Starred", "Tuple", "List"))
                && value.list("elts").stream().noneMatch(each -> each.is("Starred"));
        if (plain) {
            List<Expr> values = new ArrayList<>();
            for (Node each : value.list("elts")) {
                values.add(expressions.of(each));
            }
            flush();
            boolean crossing = crosses(names, value.list("elts"));
            for (int i = 0; i < names.size() && crossing; i++) {
                String name = scope.fresh("old");
                Type type = values.get(i).type().settled();
                out.line(type.text(scope.imports()) + " " + name + " = "
                        + expressions.coercion().to(values.get(i), type) + ";");
                values.set(i, Expr.of(name, type));
            }
            for (int i = 0; i < names.size(); i++) {
                store(statement, names.get(i), values.get(i));
            }
            return;
        }
        Expr x = expressions.of(value);
        flush();
        if (names.stream().anyMatch(each -> !each.is("Name"))) {
            String name = scope.fresh("parts");
            out.line(use(List.class) + "<Object> " + name + " = " + use(Python.class) + ".unpack("
                    + expressions.argument(x) + ", " + names.size() + ");");
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).is("Starred", "Tuple", "List")) {
                    throw new Untranslatable("such a target among several");
                }
                store(statement, names.get(i), Expr.of(name + ".get(" + i + ")", Type.OBJECT));
            }
            return;
        }
        new Loops(expressions).unpack(target, x, binder(statement), out);
    }

    /** Tells whether a value reads what an earlier target has overwritten. */
    private static boolean crosses(List<Node> targets, List<Node> values) {
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                String text = targets.get(i).dotted();
                boolean[] found = {text == null};
                values.get(j).walk(each -> found[0] |= text != null && text.equals(each.dotted()));
                if (found[0]) {
                    return true;
                }
            }
        }
        return false;
    }

    private Loops.Binder binder(Node statement) {
        return new Loops.Binder() {
            @Override
            public Var of(Node name) {
                Var var = expressions.variable(name);
                if (var == null) {
                    throw new Untranslatable("such a target");
                }
                return var;
            }

            @Override
            public boolean declares(Var var) {
                boolean here = Statements.this.declares(statement, var);
                if (here) {
                    scope.take(var.java());
                }
                return here;
            }
        };
    }

    private boolean declares(Node statement, Var var) {
        if (!scope.locals().declares(statement, var)) {
            return false;
        }
        Var before = var.previous();
        return before == null || !sharesPlace(var, before);
    }

    /** Tells whether a variable is the Java variable that the one before it was. */
    private static boolean sharesPlace(Var var, Var before) {
        return var.java().equals(before.java());
    }

    private void store(Node statement, Node target, Expr x) {
        if (x.type().kind() == Type.Kind.VOID) {
            throw new Untranslatable("the value of what has none");
        }
        switch (target.type()) {
            case "Name" -> storeName(statement, target, x);
            case "Attribute" -> storeAttribute(target, x);
            case "Subscript" -> storeItem(target, x);
            default -> throw new Untranslatable("such a target");
        }
    }

    private void storeName(Node statement, Node target, Expr x) {
        Var var = expressions.variable(target);
        if (var == null) {
            throw new Untranslatable("such a target");
        }
        if (scope.isLambda()
                && scope.parent() != null
                && scope.locals().binding(target) == null
                && scope.module().globals().get(target.text("id")) != var) {
            throw new Untranslatable("nonlocal");
        }
        var.observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
        boolean declares = declares(statement, var);
        String place = declares
                ? var.type().text(scope.imports()) + " " + var.java()
                : expressions.place(var, target.text("id"));
        if (declares) {
            scope.take(var.java());
        }
        String text = expressions.coercion().to(x, var.type());
        out.line(place + " = " + text + ";");
    }

    private void storeAttribute(Node target, Expr x) {
        String text = expressions.members().assign(target, x);
        flush();
        out.line(text + ";");
    }

    private void storeItem(Node target, Expr x) {
        Node object = target.get("value");
        Node slice = target.get("slice");
        if (slice.is("Slice")) {
            throw new Untranslatable("an assignment to a slice");
        }
        if (object.is("Attribute")
                && object.text("attr").equals("extensions_map")
                && expressions.members().isSelf(object.get("value"))) {
            out.line("extensionsMap(" + use(dev.gangway.porting.Dicts.class) + ".union(extensionsMap(), "
                    + use(dev.gangway.porting.Dicts.class) + ".of(" + expressions.object(slice) + ", "
                    + expressions.argument(x) + ")));");
            return;
        }
        if (scope.module().qualified(object).equals("os.environ")) {
            throw new Untranslatable("a change of os.environ");
        }
        Expr container = expressions.of(object);
        Expr key = expressions.of(slice);
        flush();
        Type valueType = x.type().kind() == Type.Kind.INT ? Type.LONG : x.type();
        switch (container.type().kind()) {
            case DICT -> {
                if (container.var() != null) {
                    container
                            .var()
                            .observe(Type.dict(key.type().kind() == Type.Kind.INT ? Type.LONG : key.type(), valueType));
                }
                out.line(container.at(Expr.PRIMARY) + ".put("
                        + expressions.boxed(key, container.type().element()) + ", "
                        + expressions.boxed(x, container.type().value()) + ");");
            }
            case LIST -> {
                if (container.var() != null) {
                    container.var().observe(Type.list(valueType));
                }
                out.line(use(Lists.class) + ".set(" + container.text() + ", "
                        + expressions.coercion().to(key, Type.LONG) + ", "
                        + expressions.boxed(x, container.type().element()) + ");");
            }
            default ->
                out.line(use(Operators.class) + ".setItem(" + expressions.argument(container) + ", "
                        + expressions.argument(key) + ", " + expressions.argument(x) + ");");
        }
    }

    private void annotated(Node statement) {
        Node value = statement.find("value");
        if (value != null) {
            assignOne(statement, statement.get("target"), value);
        } else if (statement.get("target").is("Name")) {
            return;
        }
    }

    private void augmented(Node statement) {
        Node target = statement.get("target");
        String op = statement.text("op");
        if (target.is("Name")) {
            Var var = expressions.variable(target);
            if (var == null) {
                throw new Untranslatable("such a target");
            }
            Expr value = expressions.of(statement.get("value"));
            flush();
            if (scope.isLambda()
                    && scope.parent() != null
                    && scope.locals().binding(target) == null
                    && scope.module().globals().get(target.text("id")) != var) {
                throw new Untranslatable("nonlocal");
            }
            augment(expressions.place(var, target.text("id")), var, op, value);
            return;
        }
        if (target.is("Attribute")) {
            Expr old = expressions.members().read(target);
            Expr value = expressions.of(statement.get("value"));
            flush();
            if (old.var() != null && !old.text().contains("attribute(")) {
                augment(old.text(), old.variable(), op, value);
            } else {
                out.line(expressions.members().assign(target, expressions.arithmetic(op, old, value)) + ";");
            }
            return;
        }
        Expr container = expressions.of(target.get("value"));
        Expr key = expressions.of(target.get("slice"));
        Expr value = expressions.of(statement.get("value"));
        flush();
        Expr sum = expressions.arithmetic(op, expressions.item(container, key), value);
        if (container.type().kind() == Type.Kind.DICT) {
            if (container.var() != null) {
                container
                        .var()
                        .observe(Type.dict(
                                key.type().kind() == Type.Kind.INT ? Type.LONG : key.type(),
                                sum.type().kind() == Type.Kind.INT ? Type.LONG : sum.type()));
            }
            out.line(container.at(Expr.PRIMARY) + ".put("
                    + expressions.boxed(key, container.type().element()) + ", "
                    + expressions.boxed(sum, container.type().value()) + ");");
        } else if (container.type().kind() == Type.Kind.LIST) {
            out.line(use(Lists.class) + ".set(" + container.text() + ", "
                    + expressions.coercion().to(key, Type.LONG) + ", "
                    + expressions.boxed(sum, container.type().element()) + ");");
        } else {
            out.line(use(Operators.class) + ".setItem(" + expressions.argument(container) + ", "
                    + expressions.argument(key) + ", " + expressions.argument(sum) + ");");
        }
    }

    private void augment(String place, Var var, String op, Expr value) {
        Type type = var.type();
        if (type.isWhole() && value.type().isWhole() && (op.equals("Add") || op.equals("Sub"))) {
            var.observe(Type.LONG);
            String sign = op.equals("Add") ? "+" : "-";
            out.line(
                    value.text().equals("1")
                            ? place + sign + sign + ";"
                            : place + " " + sign + "= " + value.text() + ";");
            return;
        }
        if (type.kind() == Type.Kind.STRING
                && value.type().kind() == Type.Kind.STRING
                && op.equals("Add")
                && !type.nullable()
                && !value.isNullable()) {
            var.observe(Type.STRING);
            out.line(place + " += " + value.text() + ";");
            return;
        }
        if (type.kind() == Type.Kind.BYTES && value.type().kind() == Type.Kind.BYTES && op.equals("Add")) {
            var.observe(Type.BYTES);
            out.line(place + " = " + use(Bytes.class) + ".concat(" + place + ", " + value.text() + ");");
            return;
        }
        if (type.kind() == Type.Kind.LIST && op.equals("Add")) {
            Expr added = expressions.iterable(value);
            var.observe(Type.list(added.type().element()));
            out.line(use(Lists.class) + ".extend(" + place + ", " + added.text() + ");");
            return;
        }
        Expr old = Expr.read(var, place, expressions.typeOf(var));
        Expr sum = expressions.arithmetic(op, old, value);
        var.observe(sum.type().kind() == Type.Kind.INT ? Type.LONG : sum.type());
        out.line(place + " = " + expressions.coercion().to(sum, var.type()) + ";");
    }

    private void returns(Node statement) {
        Node value = statement.find("value");
        Func function = scope.function();
        if (scope.isLambda()) {
            String text = value == null ? "null" : returned(value);
            flush();
            out.line("return " + text + ";");
            return;
        }
        if (function == null) {
            throw new Untranslatable("return here");
        }
        if (function.isGenerator()) {
            out.line("return yielded;");
            return;
        }
        Type type = expressions.members().resultOf(function);
        if (value == null || value.isConstant("none")) {
            function.result().observe(Type.NULL);
            if (value != null && function.overridden() == null) {
                function.result().observe(Type.NULL);
            }
            out.line(type.kind() == Type.Kind.VOID ? "return;" : "return " + zero(type) + ";");
            return;
        }
        Expr x = expressions.of(value);
        flush();
        if (x.type().kind() == Type.Kind.VOID) {
            function.result().observe(Type.NULL);
            out.line(x.text() + ";");
            out.line(type.kind() == Type.Kind.VOID ? "return;" : "return " + zero(type) + ";");
            return;
        }
        function.result().assigned();
        function.result().observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
        if (type.kind() == Type.Kind.VOID || name(function).equals("__init__")) {
            if (x.text().endsWith(")") && x.level() == Expr.PRIMARY) {
                out.line(x.text() + ";");
            }
            out.line("return;");
            return;
        }
        out.line("return " + expressions.coercion().to(x, type) + ";");
    }

    private String returned(Node value) {
        Expr x = expressions.of(value);
        if (x.type().kind() == Type.Kind.VOID) {
            flush();
            out.line(x.text() + ";");
            return "null";
        }
        return expressions.argument(x);
    }

    private static String name(Func function) {
        return function.name();
    }

    private void branch(Node statement) {
        if (isImportGuard(statement)) {
            return;
        }
        if (switchOn(statement)) {
            return;
        }
        out.open("if (" + condition(statement.get("test")) + ")");
        block(statement.list("body"));
        List<Node> rest = statement.list("orelse");
        while (!rest.isEmpty()) {
            Node next = rest.get(0);
            if (rest.size() == 1
                    && next.is("If")
                    && !report.isRefused(next)
                    && scope.locals().before(next).isEmpty()
                    && !written(next)) {
                Out pre = scope.swapPre(new Out(0));
                String test;
                int size = out.size();
                int indent = out.indent();
                try {
                    test = expressions.conditions().truth(next.get("test"));
                } catch (Untranslatable e) {
                    scope.swapPre(pre);
                    out.truncate(size, indent);
                    break;
                }
                Out more = scope.swapPre(pre);
                if (!more.isEmpty()) {
                    break;
                }
                comments(next);
                out.close("} else if (" + test + ") {");
                block(next.list("body"));
                rest = next.list("orelse");
            } else {
                break;
            }
        }
        if (!rest.isEmpty()) {
            out.close("} else {");
            block(rest);
        }
        out.close();
    }

    private static boolean written(Node next) {
        return next.line() == 0;
    }

    private static boolean isImportGuard(Node statement) {
        return statement.list("body").stream().allMatch(each -> each.is("Import", "ImportFrom"))
                && statement.list("orelse").stream().allMatch(each -> each.is("Import", "ImportFrom"));
    }

    /** Translates a chain that compares one text with literals. */
    private boolean switchOn(Node statement) {
        List<Node> bodies = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        Node subject = null;
        Node at = statement;
        List<Node> rest = List.of();
        Set<String> seen = new HashSet<>();
        while (true) {
            List<String> cases = new ArrayList<>();
            Node here = caseOf(at.get("test"), cases);
            if (here == null || subject != null && !subject.dottedOrEmpty().equals(here.dottedOrEmpty())) {
                return false;
            }
            for (String each : cases) {
                if (!seen.add(each)) {
                    return false;
                }
            }
            subject = here;
            labels.add(cases);
            bodies.add(at);
            rest = at.list("orelse");
            if (rest.size() == 1
                    && rest.get(0).is("If")
                    && scope.locals().before(rest.get(0)).isEmpty()) {
                at = rest.get(0);
            } else {
                break;
            }
        }
        if (bodies.size() < SWITCH_CASES) {
            return false;
        }
        for (Node body : bodies) {
            if (breaks(body.list("body")) || report.isRefused(body)) {
                return false;
            }
        }
        if (breaks(rest)) {
            return false;
        }
        Expr value = expressions.of(subject);
        if (value.type().kind() != Type.Kind.STRING || value.isNullable()) {
            return false;
        }
        flush();
        out.open("switch (" + value.text() + ")");
        for (int i = 0; i < bodies.size(); i++) {
            comments(bodies.get(i));
            out.open("case " + String.join(", ", labels.get(i)) + " ->");
            block(bodies.get(i).list("body"));
            out.close();
        }
        if (rest.isEmpty()) {
            out.line("default -> {}");
        } else {
            out.open("default ->");
            block(rest);
            out.close();
        }
        out.close();
        return true;
    }

    private static @Nullable Node caseOf(Node test, List<String> cases) {
        if (!test.is("Compare")
                || test.texts("ops").size() != 1
                || test.get("left").dotted() == null) {
            return null;
        }
        Node other = test.list("comparators").get(0);
        if (test.texts("ops").get(0).equals("Eq") && other.isText()) {
            cases.add(JavaText.string(other.text("v")));
            return test.get("left");
        }
        boolean in = test.texts("ops").get(0).equals("In")
                && other.is("Tuple", "List")
                && other.list("elts").stream().allMatch(Node::isText)
                && !other.list("elts").isEmpty();
        if (in) {
            other.list("elts").forEach(each -> cases.add(JavaText.string(each.text("v"))));
            return test.get("left");
        }
        return null;
    }

    /** Tells whether a break here would leave a switch and not the loop around it. */
    static boolean breaks(List<Node> body) {
        for (Node each : body) {
            if (each.is("Break")) {
                return true;
            }
            if (!each.is("For", "While", "FunctionDef", "ClassDef")) {
                for (List<Node> block : Locals.blocks(each)) {
                    if (breaks(block)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void loop(Node statement) {
        String flag = beginElse(statement);
        new Loops(expressions).open(statement.get("target"), statement.get("iter"), statement, binder(statement), out);
        block(statement.list("body"));
        out.close();
        endElse(statement, flag);
    }

    private final Deque<String> unbroken = new ArrayDeque<>();

    /** Begins a loop that may have an {@code else}, which is done if no break has ended the loop. */
    private String beginElse(Node statement) {
        boolean needed = !statement.list("orelse").isEmpty() && breaks(statement.list("body"));
        String flag = needed ? scope.fresh("unbroken") : "";
        if (needed) {
            out.line("boolean " + flag + " = true;");
        }
        unbroken.push(flag);
        return flag;
    }

    private void endElse(Node statement, String flag) {
        unbroken.pop();
        if (statement.list("orelse").isEmpty()) {
            return;
        }
        if (flag.isEmpty()) {
            block(statement.list("orelse"));
            return;
        }
        out.open("if (" + flag + ")");
        block(statement.list("orelse"));
        out.close();
    }

    private void whileLoop(Node statement) {
        String flag = beginElse(statement);
        whileBody(statement);
        endElse(statement, flag);
    }

    private void whileBody(Node statement) {
        Node test = statement.get("test");
        if (isTrue(test)) {
            out.open("while (true)");
            block(statement.list("body"));
            out.close();
            return;
        }
        Out pre = scope.swapPre(new Out(0));
        Expr condition = expressions.conditions().truthOf(test);
        Out before = scope.swapPre(pre);
        if (before.isEmpty()) {
            out.open("while (" + condition.text() + ")");
        } else {
            out.open("while (true)");
            out.addShifted(before.lines());
            out.open("if (!" + condition.at(Expr.UNARY) + ")");
            out.line("break;");
            out.close();
        }
        block(statement.list("body"));
        out.close();
    }

    static boolean isTrue(Node test) {
        return test.isConstant("bool") && test.truth("v")
                || test.isConstant("int") && !test.text("v").equals("0");
    }

    private void tryStatement(Node statement) {
        if (ModuleModel.isImports(statement)) {
            return;
        }
        boolean outer = scope.throwsIo();
        scope.throwsIo(false);
        List<Node> handlers = statement.list("handlers");
        Out held = new Out(out.indent());
        int size = out.size();
        int indent = out.indent();
        out.open("try");
        block(statement.list("body"));
        List<Node> orelse = statement.list("orelse");
        if (!orelse.isEmpty() && completesAll(statement.list("body"))) {
            block(orelse);
        }
        boolean thrownIo = scope.throwsIo();
        scope.throwsIo(outer);
        boolean caughtIo = false;
        List<Class<?>> seen = new ArrayList<>();
        List<PyClass> seenOwn = new ArrayList<>();
        boolean any = false;
        for (Node handler : handlers) {
            Catch each = catchOf(handler, thrownIo, seen, seenOwn);
            caughtIo |= each.all();
            if (each.types().isEmpty()) {
                neverThrown(handler);
                continue;
            }
            any = true;
            String wanted = handler.text("name").isEmpty() ? "e" : Names.variable(handler.text("name"));
            String name = scope.fresh(wanted);
            out.close("} catch (" + String.join(" | ", each.types()) + " " + name + ") {");
            Map<String, Var> variables = new HashMap<>();
            if (!handler.text("name").isEmpty()) {
                Var var = new Var(handler.text("name"), name);
                var.fix(each.type());
                variables.put(handler.text("name"), var);
            }
            scope.push(variables);
            caught.push(name);
            caughtIoStack.push(thrownIo);
            List<Node> body = handler.list("body");
            if (body.stream().allMatch(one -> one.is("Pass"))) {
                out.line("// passed over");
            }
            block(body);
            caughtIoStack.pop();
            caught.pop();
            scope.pop();
            scope.free(name);
        }
        if (thrownIo && !caughtIo) {
            scope.mayThrowIo();
        }
        List<Node> last = statement.list("finalbody");
        if (!last.isEmpty()) {
            out.close("} finally {");
            block(last);
        }
        if (!any && last.isEmpty()) {
            List<Out.Line> body = new ArrayList<>(out.lines().subList(size + 1, out.size()));
            out.truncate(size, indent);
            out.open("");
            out.truncate(size, indent);
            out.open("if (true)");
            out.addShifted(body);
            out.close();
            if (!held.isEmpty()) {
                out.addAll(held);
            }
            return;
        }
        out.close();
    }

    private final Deque<Boolean> caughtIoStack = new ArrayDeque<>();

    private void neverThrown(Node handler) {
        Node type = handler.find("type");
        String dotted = type == null ? "" : type.dotted();
        out.line("// " + (dotted == null ? "one of the exceptions" : dotted) + " is never thrown here");
        if (type != null
                && dotted != null
                && scope.module().classes().get(scope.module().qualified(type)) == null
                && Library.exception(scope.module().qualified(type)) == null) {
            handler.list("body")
                    .forEach(each -> report.leave(
                            scope.module().tree().name(),
                            each,
                            "the exception " + scope.module().qualified(type)));
        }
    }

    /** The exceptions of a clause: the classes in Java, whether all of IOException is among them, and the type of its variable. */
    private record Catch(List<String> types, boolean all, Type type) {}

    private Catch catchOf(Node handler, boolean thrownIo, List<Class<?>> seen, List<PyClass> seenOwn) {
        Node type = handler.find("type");
        if (type == null) {
            return library(List.of(Exception.class), thrownIo, seen);
        }
        List<Node> nodes = type.is("Tuple") ? type.list("elts") : List.of(type);
        List<Class<?>> classes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Type result = Type.BOTTOM;
        for (Node each : nodes) {
            String qualified = scope.module().qualified(each);
            PyClass own = scope.module().classes().get(qualified);
            if (own != null) {
                if (java.io.IOException.class.isAssignableFrom(own.javaBase()) && !thrownIo) {
                    continue;
                }
                if (!seenOwn.contains(own)
                        && seen.stream().noneMatch(before -> before.isAssignableFrom(own.javaBase()))) {
                    names.add(own.reference(scope.imports()));
                    seenOwn.add(own);
                    result = nodes.size() == 1 ? Type.user(own) : Type.java(Exception.class);
                }
                continue;
            }
            Class<?> known = Library.exception(qualified);
            if (known != null) {
                classes.add(known);
            }
        }
        Catch library = library(classes, thrownIo, seen);
        names.addAll(library.types());
        return new Catch(
                names,
                library.all(),
                result.kind() == Type.Kind.BOTTOM
                        ? library.type()
                        : names.size() > 1 ? Type.java(Exception.class) : result);
    }

    private Catch library(List<Class<?>> classes, boolean thrownIo, List<Class<?>> seen) {
        List<String> names = new ArrayList<>();
        List<Class<?>> kept = new ArrayList<>();
        boolean all = false;
        for (Class<?> each : classes) {
            boolean io = IOException.class.isAssignableFrom(each);
            all |= each.isAssignableFrom(IOException.class);
            boolean covered = seen.stream().anyMatch(before -> before.isAssignableFrom(each))
                    || classes.stream().anyMatch(other -> other != each && other.isAssignableFrom(each));
            if (!covered && (!io || thrownIo) && !kept.contains(each)) {
                kept.add(each);
                names.add(use(each));
            }
        }
        seen.addAll(kept);
        Type type = Type.java(kept.size() == 1 ? kept.get(0) : Exception.class);
        return new Catch(names, all, type);
    }

    private void with(Node statement, int index) {
        List<Node[]> items = statement.pairs("items");
        if (index == items.size()) {
            block(statement.list("body"));
            return;
        }
        Node[] item = items.get(index);
        Expr x = expressions.of(item[0]);
        flush();
        Class<?> java = x.type().kind() == Type.Kind.USER && x.type().user() != null
                ? x.type().user().javaBase()
                : x.type().java();
        boolean closes = java != null && AutoCloseable.class.isAssignableFrom(java);
        if (java == dev.gangway.porting.Lock.class) {
            String lock = x.isSimple() ? x.text() : scope.fresh("lock");
            if (!x.isSimple()) {
                out.line("Lock " + lock + " = " + x.text() + ";");
            }
            out.line(lock + ".acquire();");
            out.open("try");
            with(statement, index + 1);
            out.close("} finally {");
            out.line(lock + ".release();");
            out.close();
            return;
        }
        if (!closes) {
            dynamicWith(statement, index, item, x);
            return;
        }
        if (java != null && Library.isOurs(java)
                || java != null && java.getPackageName().startsWith("java.io")) {
            scope.mayThrowIo();
        }
        if (item.length > 1 && item[1].is("Name")) {
            Var var = expressions.variable(item[1]);
            if (var == null) {
                throw new Untranslatable("such a target");
            }
            var.observe(x.type());
            if (declares(statement, var) && occurs(statement.list("body"), item[1].text("id"))) {
                out.open("try (" + var.type().text(scope.imports()) + " " + var.java() + " = "
                        + expressions.coercion().to(x, var.type()) + ")");
                scope.take(var.java());
                with(statement, index + 1);
                out.close();
                return;
            }
            String type = declares(statement, var) ? var.type().text(scope.imports()) + " " : "";
            out.line(type + var.java() + " = " + expressions.coercion().to(x, var.type()) + ";");
            out.open("try");
            with(statement, index + 1);
            out.close("} finally {");
            out.line(expressions
                            .coercion()
                            .of(Expr.of(var.java(), var.type()), x.type())
                            .at(Expr.PRIMARY) + ".close();");
            out.close();
            return;
        }
        String name = scope.fresh("resource");
        out.line(x.type().text(scope.imports()) + " " + name + " = " + x.text() + ";");
        out.open("try");
        with(statement, index + 1);
        out.close("} finally {");
        out.line(name + ".close();");
        out.close();
    }

    private void dynamicWith(Node statement, int index, Node[] item, Expr x) {
        if (x.type().kind() != Type.Kind.OBJECT && x.type().kind() != Type.Kind.USER) {
            throw new Untranslatable("with " + x.type().kind());
        }
        scope.mayThrowIo();
        String name = scope.fresh("context");
        out.line("Object " + name + " = " + expressions.argument(x) + ";");
        String enter = use(dev.gangway.porting.Dynamic.class) + ".enter(" + name + ")";
        if (item.length > 1) {
            store(statement, item[1], Expr.of(enter, Type.OBJECT));
        } else {
            out.line(enter + ";");
        }
        out.open("try");
        with(statement, index + 1);
        out.close("} finally {");
        out.line(use(dev.gangway.porting.Dynamic.class) + ".exit(" + name + ");");
        out.close();
    }

    private static boolean occurs(List<Node> body, String name) {
        List<Node> found = new ArrayList<>();
        body.forEach(each -> Locals.occurrences(each, name, found));
        return !found.isEmpty();
    }

    private void raise(Node statement) {
        Node exc = statement.find("exc");
        if (exc == null) {
            if (caught.isEmpty()) {
                throw new Untranslatable("raise without an exception");
            }
            if (Boolean.TRUE.equals(caughtIoStack.peek())) {
                scope.mayThrowIo();
            }
            out.line("throw " + caught.peek() + ";");
            return;
        }
        Node made = exc;
        if (exc.is("Name", "Attribute") && isException(exc)) {
            made = Node.made(
                    "Call", exc, "func", exc, "args", new org.json.JSONArray(), "keywords", new org.json.JSONArray());
        }
        Expr x = expressions.of(made);
        flush();
        boolean throwable = x.type().isJava(Throwable.class)
                || x.type().kind() == Type.Kind.USER
                        && x.type().user() != null
                        && x.type().user().isException();
        if (!throwable) {
            throw new Untranslatable("raise of what is no exception");
        }
        Class<?> java = x.type().kind() == Type.Kind.USER && x.type().user() != null
                ? x.type().user().javaBase()
                : x.type().java();
        if (java == Exception.class || java == Throwable.class) {
            out.line("throw " + use(dev.gangway.porting.Exceptions.class) + ".unchecked(" + x.text() + ");");
            return;
        }
        if (java != null && IOException.class.isAssignableFrom(java)) {
            scope.mayThrowIo();
        }
        out.line("throw " + x.text() + ";");
    }

    private boolean isException(Node name) {
        if (name.is("Name") && expressions.variable(name) != null) {
            return false;
        }
        String qualified = scope.module().qualified(name);
        PyClass own = scope.module().classes().get(qualified);
        return own != null ? own.isException() : Library.exception(qualified) != null;
    }

    private void delete(Node target) {
        switch (target.type()) {
            case "Name" -> {}
            case "Subscript" -> {
                Expr container = expressions.of(target.get("value"));
                String key = expressions.object(target.get("slice"));
                flush();
                if (container.type().isJava(dev.gangway.http.HTTPMessage.class)) {
                    out.line(container.at(Expr.PRIMARY) + ".remove(" + expressions.to(target.get("slice"), Type.STRING)
                            + ");");
                } else {
                    out.line(use(Operators.class) + ".deleteItem(" + expressions.argument(container) + ", " + key
                            + ");");
                }
            }
            default -> throw new Untranslatable("del of this");
        }
    }

    private void assertion(Node statement) {
        Expr test = expressions.conditions().truthOf(statement.get("test"));
        flush();
        out.open("if (!" + test.at(Expr.UNARY) + ")");
        Node message = statement.find("msg");
        out.line("throw new " + use(dev.gangway.porting.AssertionError.class) + "("
                + (message == null ? "" : expressions.object(message)) + ");");
        out.close();
    }

    private void print(Node statement) {
        List<Node> values = statement.list("values");
        if (values.size() == 1 && values.get(0).is("Tuple")) {
            values = values.get(0).list("elts");
            if (values.size() > 1) {
                values = List.of(statement.list("values").get(0));
            }
        }
        List<String> texts = new ArrayList<>();
        for (Node each : values) {
            texts.add(expressions.argument(expressions.of(each)));
        }
        Map<String, Expr> keywords = new java.util.LinkedHashMap<>();
        Node dest = statement.find("dest");
        if (dest != null) {
            keywords.put("file", expressions.of(dest));
        }
        if (!statement.truth("nl")) {
            keywords.put("end", Expr.of("\" \"", Type.STRING));
        }
        flush();
        if (!keywords.isEmpty()) {
            texts.add(expressions.keywords(keywords));
        }
        if (dest != null) {
            scope.mayThrowIo();
        }
        out.line(use(Python.class) + ".print("
                + (texts.size() == 1 && texts.get(0).equals("null") ? "(Object) null" : String.join(", ", texts))
                + ");");
    }

    /** Translates a function inside of a function. */
    private void inner(Node definition) {
        Func lifted = scope.module().functionOf(definition);
        if (lifted != null) {
            return;
        }
        if (!definition.list("decorator_list").isEmpty()) {
            throw new Untranslatable("a decorator");
        }
        Var var = scope.locals().binding(definition);
        if (var == null) {
            throw new Untranslatable("a function here");
        }
        var.observe(Type.FUNCTION);
        Func function = scope.module().innerFunction(definition);
        if (function.isGenerator() || function.keywords() != null) {
            throw new Untranslatable("such a function in a function");
        }
        Map<String, Var> params = new HashMap<>();
        String args = scope.fresh("args");
        for (Func.Param param : function.params()) {
            param.var().fix(Type.OBJECT);
            params.put(param.var().python(), param.var());
        }
        Var rest = function.rest();
        if (rest != null) {
            rest.fix(Type.tuple(List.of()));
            params.put(rest.python(), rest);
        }
        refuseChanging(definition, params.keySet());
        Locals locals = scope.module().localsOf(definition, function.node().body(), params);
        Scope inside = scope.inside(function, locals);
        for (Func.Param param : function.params()) {
            param.var().java(inside.fresh(Names.variable(param.var().python())));
        }
        for (Var each : locals.all()) {
            if (!inside.isTaken(each.java()) || each.previous() == null) {
                each.java(inside.fresh(Names.variable(each.python())));
            }
        }
        String declared = declares(definition, var) ? use(dev.gangway.porting.Function.class) + " " : "";
        out.open(declared + var.java() + " = " + args + " ->");
        int index = 0;
        for (Func.Param param : function.params()) {
            String value = param.defaultValue() == null
                    ? args + "[" + index + "]"
                    : use(Python.class) + ".argument(" + args + ", " + index + ", "
                            + expressions.object(param.defaultValue()) + ")";
            out.line("Object " + param.var().java() + " = " + value + ";");
            index++;
        }
        if (rest != null) {
            out.line(use(dev.gangway.porting.Tuple.class) + " " + rest.java() + " = "
                    + use(dev.gangway.porting.Tuple.class) + ".rest(" + args + ", " + index + ");");
        }
        Statements statements = new Statements(inside, report, out);
        statements.written.addAll(written);
        statements.block(function.node().body());
        if (statements.completesAll(function.node().body())) {
            out.line("return null;");
        }
        out.close("};");
        scope.free(args);
        scope.module().advanceLater(locals.all());
    }

    /** Refuses variables of the outer function that change: Java's inner functions do not see that. */
    private void refuseChanging(Node definition, Set<String> own) {
        Set<String> mine = new HashSet<>(own);
        Set<String> global = new HashSet<>();
        definition.list("body").forEach(each -> Locals.assigned(each, mine, global));
        if (definition.list("body").stream().anyMatch(Statements::hasNonlocal)) {
            throw new Untranslatable("nonlocal");
        }
        definition.walk(each -> {
            if (each.is("Name") && !mine.contains(each.text("id"))) {
                for (Scope at = scope; at != null; at = at.parent()) {
                    Var var = at.locals().binding(each);
                    if (var != null && var.assignments() > 1) {
                        throw new Untranslatable("a variable that changes, in an inner function");
                    }
                }
            }
        });
    }

    private static boolean hasNonlocal(Node node) {
        boolean[] found = {false};
        node.walk(each -> found[0] |= each.is("Nonlocal"));
        return found[0];
    }

    boolean completesAll(List<Node> statements) {
        return statements.stream().allMatch(this::completes);
    }

    /** Tells whether Java takes a statement for one that may end normally (JLS §14.22). */
    boolean completes(Node statement) {
        if (thrown.contains(statement)) {
            return false;
        }
        if (wrapped.contains(statement)) {
            return true;
        }
        return switch (statement.type()) {
            case "Return", "Raise", "Break", "Continue" -> false;
            case "If" ->
                statement.list("orelse").isEmpty()
                        || isImportGuard(statement)
                        || completesAll(statement.list("body"))
                        || completesAll(statement.list("orelse"));
            case "While" -> !isTrue(statement.get("test")) || breaks(statement.list("body"));
            case "Try" -> completesTry(statement);
            case "With" -> completesAll(statement.list("body"));
            default -> true;
        };
    }

    private boolean completesTry(Node statement) {
        if (ModuleModel.isImports(statement)) {
            return true;
        }
        List<Node> last = statement.list("finalbody");
        if (!last.isEmpty() && !completesAll(last)) {
            return false;
        }
        boolean body = completesAll(statement.list("body")) && completesAll(statement.list("orelse"));
        return body || statement.list("handlers").stream().anyMatch(each -> completesAll(each.list("body")));
    }
}
