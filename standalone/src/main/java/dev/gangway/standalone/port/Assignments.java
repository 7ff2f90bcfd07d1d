package dev.gangway.standalone.port;

import dev.gangway.porting.Bytes;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Ported;
import java.util.ArrayList;
import java.util.List;

/** Translates assignments of all kinds, and {@code del}. */
final class Assignments {
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Out out;

    Assignments(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        out = statements.out();
    }

    void assign(Node statement) {
        List<Node> targets = statement.list("targets");
        Node value = statement.get("value");
        if (targets.size() == 1) {
            assignOne(statement, targets.get(0), value);
            return;
        }
        Expr x = expressions.of(value);
        statements.flush();
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
        statements.flush();
        boolean call = x.type().kind() == Type.Kind.VOID && x.text().endsWith(")") && x.level() == Expr.PRIMARY;
        if (call) {
            out.line(x.text() + ";");
        }
        store(statement, target, call ? Expr.of("null", Type.NULL) : x);
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
            statements.flush();
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
        statements.flush();
        if (names.stream().anyMatch(each -> !each.is("Name", "Starred"))) {
            String name = scope.fresh("parts");
            out.line(expressions.use(List.class) + "<Object> " + name + " = " + expressions.use(Ported.class)
                    + ".unpack(" + expressions.argument(x) + ", " + names.size() + ");");
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).is("Starred", "Tuple", "List")) {
                    throw new Untranslatable("such a target among several");
                }
                store(statement, names.get(i), Expr.of(name + ".get(" + i + ")", Type.OBJECT));
            }
            return;
        }
        new Loops(expressions).unpack(target, x, statements.binder(statement), out);
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

    void store(Node statement, Node target, Expr x) {
        Expr value = x.type().kind() == Type.Kind.VOID ? expressions.coercion().none(x) : x;
        switch (target.type()) {
            case "Name" -> storeName(statement, target, value);
            case "Attribute" -> storeAttribute(target, value);
            case "Subscript" -> storeItem(target, value);
            default -> throw new Untranslatable("such a target");
        }
    }

    private void storeName(Node statement, Node target, Expr x) {
        Var var = expressions.variables().of(target);
        if (var == null) {
            throw new Untranslatable("such a target");
        }
        if (scope.isLambda()
                && !var.isBoxed()
                && scope.parent() != null
                && scope.locals().binding(target) == null
                && scope.module().globals().get(target.text("id")) != var) {
            throw new Untranslatable("nonlocal");
        }
        var.observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
        boolean declares = statements.declares(statement, var);
        String place = declares
                ? var.type().text(scope.imports()) + " " + var.java()
                : expressions.variables().place(var, target.text("id"));
        if (declares) {
            scope.take(var.java());
        }
        out.line(place + " = " + expressions.displays().stored(x, var) + ";");
    }

    private void storeAttribute(Node target, Expr x) {
        String text = expressions.members().assign(target, x);
        statements.flush();
        out.line(text + ";");
    }

    private void storeItem(Node target, Expr x) {
        Node object = target.get("value");
        Node slice = target.get("slice");
        if (slice.is("Slice")) {
            storeSlice(object, slice, x);
            return;
        }
        if (expressions.members().isExtensionsMap(object)) {
            out.line("extensionsMap(" + expressions.use(dev.gangway.porting.Dicts.class) + ".union(extensionsMap(), "
                    + expressions.use(dev.gangway.porting.Dicts.class) + ".of(" + expressions.object(slice) + ", "
                    + expressions.argument(x) + ")));");
            return;
        }
        if (scope.module().qualified(object).equals("os.environ")) {
            throw new Untranslatable("a change of os.environ");
        }
        Expr container = expressions.of(object);
        Expr key = expressions.of(slice);
        statements.flush();
        Type valueType = x.type().kind() == Type.Kind.INT ? Type.LONG : x.type();
        switch (container.type().kind()) {
            case DICT -> {
                if (container.var() != null) {
                    container
                            .var()
                            .observe(Type.dict(key.type().kind() == Type.Kind.INT ? Type.LONG : key.type(), valueType));
                }
                out.line(container.at(Expr.PRIMARY) + ".put("
                        + expressions.displays().boxed(key, container.type().element()) + ", "
                        + expressions.displays().boxed(x, container.type().value()) + ");");
            }
            case LIST -> {
                if (container.var() != null) {
                    container.var().observe(Type.list(valueType));
                }
                out.line(expressions.use(Lists.class) + ".set(" + container.text() + ", "
                        + expressions.coercion().to(key, Type.LONG) + ", "
                        + expressions.displays().boxed(x, container.type().element()) + ");");
            }
            default ->
                out.line(expressions.use(Operators.class) + ".setItem(" + expressions.argument(container) + ", "
                        + expressions.argument(key) + ", " + expressions.argument(x) + ");");
        }
    }

    private void storeSlice(Node object, Node slice, Expr x) {
        Expr container = expressions.of(object);
        if (slice.has("step")) {
            throw new Untranslatable("an assignment to a slice with a step");
        }
        if (container.type().kind() == Type.Kind.LIST
                && container.var() != null
                && x.type().kind() == Type.Kind.LIST) {
            container.var().observe(Type.list(x.type().element()));
        }
        String from = slice.has("lower") ? expressions.object(slice.get("lower")) : "null";
        String to = slice.has("upper") ? expressions.object(slice.get("upper")) : "null";
        String values = expressions.argument(x);
        statements.flush();
        out.line(expressions.use(Lists.class) + ".replace(" + expressions.argument(container) + ", " + from + ", " + to
                + ", " + values + ");");
    }

    void annotated(Node statement) {
        Node value = statement.find("value");
        if (value != null) {
            assignOne(statement, statement.get("target"), value);
        } else if (statement.get("target").is("Name")) {
            return;
        }
    }

    void augmented(Node statement) {
        Node target = statement.get("target");
        String op = statement.text("op");
        if (target.is("Name")) {
            Var var = expressions.variables().of(target);
            if (var == null) {
                throw new Untranslatable("such a target");
            }
            Expr value = expressions.of(statement.get("value"));
            statements.flush();
            if (scope.isLambda()
                    && !var.isBoxed()
                    && scope.parent() != null
                    && scope.locals().binding(target) == null
                    && scope.module().globals().get(target.text("id")) != var) {
                throw new Untranslatable("nonlocal");
            }
            augment(expressions.variables().place(var, target.text("id")), var, op, value);
            return;
        }
        if (target.is("Attribute")) {
            Expr old = expressions.members().read(target);
            Expr value = expressions.of(statement.get("value"));
            statements.flush();
            if (old.var() != null && !old.text().contains("attribute(")) {
                augment(old.text(), old.variable(), op, value);
            } else {
                out.line(expressions
                                .members()
                                .assign(target, expressions.arithmetic().of(op, old, value)) + ";");
            }
            return;
        }
        Expr container = expressions.of(target.get("value"));
        Expr key = expressions.of(target.get("slice"));
        Expr value = expressions.of(statement.get("value"));
        statements.flush();
        Expr sum = expressions.arithmetic().of(op, expressions.subscripts().item(container, key), value);
        if (container.type().kind() == Type.Kind.DICT) {
            if (container.var() != null) {
                container
                        .var()
                        .observe(Type.dict(
                                key.type().kind() == Type.Kind.INT ? Type.LONG : key.type(),
                                sum.type().kind() == Type.Kind.INT ? Type.LONG : sum.type()));
            }
            out.line(container.at(Expr.PRIMARY) + ".put("
                    + expressions.displays().boxed(key, container.type().element()) + ", "
                    + expressions.displays().boxed(sum, container.type().value()) + ");");
        } else if (container.type().kind() == Type.Kind.LIST) {
            out.line(expressions.use(Lists.class) + ".set(" + container.text() + ", "
                    + expressions.coercion().to(key, Type.LONG) + ", "
                    + expressions.displays().boxed(sum, container.type().element()) + ");");
        } else {
            out.line(expressions.use(Operators.class) + ".setItem(" + expressions.argument(container) + ", "
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
            out.line(place + " = " + expressions.use(Bytes.class) + ".concat(" + place + ", " + value.text() + ");");
            return;
        }
        if (type.kind() == Type.Kind.LIST && op.equals("Add")) {
            Expr added = expressions.iterables().of(value);
            var.observe(Type.list(added.type().element()));
            out.line(expressions.use(Lists.class) + ".extend(" + place + ", " + added.text() + ");");
            return;
        }
        Expr old = Expr.read(var, place, expressions.variables().typeOf(var));
        Expr sum = expressions.arithmetic().of(op, old, value);
        var.observe(sum.type().kind() == Type.Kind.INT ? Type.LONG : sum.type());
        out.line(place + " = " + expressions.coercion().to(sum, var.type()) + ";");
    }

    void delete(Node target) {
        switch (target.type()) {
            case "Name" -> {}
            case "Subscript" -> {
                Expr container = expressions.of(target.get("value"));
                String key = expressions.object(target.get("slice"));
                statements.flush();
                if (container.type().isJava(dev.gangway.http.HTTPMessage.class)) {
                    out.line(container.at(Expr.PRIMARY) + ".remove(" + expressions.to(target.get("slice"), Type.STRING)
                            + ");");
                } else {
                    out.line(expressions.use(Operators.class) + ".deleteItem(" + expressions.argument(container) + ", "
                            + key + ");");
                }
            }
            default -> throw new Untranslatable("del of this");
        }
    }
}
