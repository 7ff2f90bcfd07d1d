package dev.gangway.standalone.port;

import dev.gangway.porting.Dicts;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Python;
import dev.gangway.porting.Sets;
import dev.gangway.porting.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates lists, tuples, sets and dictionaries that are written out. */
final class Displays {
    private final Expressions expressions;
    private final Coercion coercion;

    Displays(Expressions expressions) {
        this.expressions = expressions;
        coercion = expressions.coercion();
    }

    Expr list(Node node) {
        List<Node> elements = node.list("elts");
        if (elements.isEmpty()) {
            return Expr.fresh("new " + expressions.use(ArrayList.class) + "<>()", Type.list(Type.BOTTOM));
        }
        if (elements.stream().anyMatch(each -> each.is("Starred"))) {
            return starred(elements, "list");
        }
        List<Expr> parts = elements.stream().map(expressions::of).toList();
        Type element = Type.BOTTOM;
        for (Expr part : parts) {
            element = Type.join(element, part.type().kind() == Type.Kind.INT ? Type.LONG : part.type());
        }
        if (isNoneAlone(parts)) {
            return Expr.fresh(expressions.use(Lists.class) + ".ofNone()", Type.list(element));
        }
        return Expr.fresh(
                expressions.use(Lists.class) + ".of(" + joined(parts, element.orObject()) + ")", Type.list(element));
    }

    /** Returns a list of elements of which some stand for any number of them. */
    Expr starred(List<Node> elements) {
        return starred(elements, "list");
    }

    private Expr starred(List<Node> elements, String kind) {
        List<String> parts = new ArrayList<>();
        for (Node each : elements) {
            if (each.is("Starred")) {
                parts.add(expressions.use(Python.class) + ".list(" + expressions.object(each.get("value")) + ")");
            } else {
                parts.add(expressions.use(Lists.class) + ".<Object>of(" + expressions.object(each) + ")");
            }
        }
        String text = expressions.use(Lists.class) + ".join(" + String.join(", ", parts) + ")";
        return kind.equals("tuple")
                ? Expr.of(expressions.use(Tuple.class) + ".copyOf(" + text + ")", Type.tuple(List.of()))
                : Expr.of(text, Type.list(Type.OBJECT));
    }

    /** Java takes a null alone for all the arguments of a method, not for one. */
    private static boolean isNoneAlone(List<Expr> parts) {
        return parts.size() == 1 && parts.get(0).text().equals("null");
    }

    /** Returns arguments that are boxed, each as the same type. */
    String joined(List<Expr> parts, Type type) {
        if (isNoneAlone(parts)) {
            return "(Object) null";
        }
        List<String> texts = new ArrayList<>();
        for (Expr part : parts) {
            texts.add(boxed(part, type));
        }
        return String.join(", ", texts);
    }

    String boxed(Expr part, Type type) {
        if (type.isWhole() && part.type().kind() == Type.Kind.INT) {
            return coercion.to(part, Type.OBJECT);
        }
        if (type.isWhole() || type.kind() == Type.Kind.OBJECT) {
            return coercion.to(
                    type.isWhole()
                            ? coercion.of(part, Type.LONG).type().equals(Type.LONG)
                                    ? coercion.of(coercion.of(part, Type.LONG), Type.OBJECT)
                                    : part
                            : part,
                    Type.OBJECT);
        }
        return coercion.to(part, type);
    }

    /** Returns the value for an assignment to a variable, whose cell holds objects and no primitives. */
    String stored(Expr x, Var var) {
        Type type = var.type();
        if (!var.isBoxed() || !type.isPrimitive()) {
            return coercion.to(x, type);
        }
        return type.kind() == Type.Kind.DOUBLE && x.type().isWhole() ? "(double) " + x.at(Expr.UNARY) : boxed(x, type);
    }

    Expr tuple(Node node) {
        List<Node> elements = node.list("elts");
        if (elements.stream().anyMatch(each -> each.is("Starred"))) {
            return starred(elements, "tuple");
        }
        List<Expr> parts = elements.stream().map(expressions::of).toList();
        List<Type> types = parts.stream()
                .map(Expr::type)
                .map(type -> type.kind() == Type.Kind.INT ? Type.LONG : type)
                .toList();
        return Expr.of(expressions.use(Tuple.class) + ".of(" + joined(parts, Type.OBJECT) + ")", Type.tuple(types));
    }

    /** Returns a new collection so that a method of it can be called: Java finds its type parameters nowhere else. */
    Expr receiver(Expr x) {
        String dicts = expressions.use(Dicts.class) + ".of(";
        if (!x.fresh() || x.type().kind() != Type.Kind.DICT || !x.text().startsWith(dicts)) {
            return x;
        }
        String types = x.type().element().boxed(expressions.scope().imports()) + ", "
                + x.type().value().boxed(expressions.scope().imports());
        return Expr.of(
                expressions.use(Dicts.class) + ".<" + types + ">of(" + x.text().substring(dicts.length()), x.type());
    }

    Expr set(Node node) {
        if (node.list("elts").stream().anyMatch(each -> each.is("Starred"))) {
            Expr all = starred(node.list("elts"), "list");
            return Expr.of(
                    "new " + expressions.use(java.util.LinkedHashSet.class) + "<>(" + all.text() + ")",
                    Type.set(Type.OBJECT));
        }
        List<Expr> parts = node.list("elts").stream().map(expressions::of).toList();
        Type element = Type.BOTTOM;
        for (Expr part : parts) {
            element = Type.join(element, part.type().kind() == Type.Kind.INT ? Type.LONG : part.type());
        }
        return Expr.fresh(
                expressions.use(Sets.class) + ".of(" + joined(parts, element.orObject()) + ")", Type.set(element));
    }

    Expr dict(Node node) {
        List<@Nullable Node> keys = node.nullable("keys");
        List<Node> values = node.list("values");
        if (keys.isEmpty()) {
            return Expr.fresh(
                    "new " + expressions.use(java.util.LinkedHashMap.class) + "<>()",
                    Type.dict(Type.BOTTOM, Type.BOTTOM));
        }
        List<String> parts = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        Type key = Type.BOTTOM;
        Type value = Type.BOTTOM;
        for (int i = 0; i < keys.size(); i++) {
            Node name = keys.get(i);
            Expr of = expressions.of(values.get(i));
            if (name == null) {
                if (!parts.isEmpty()) {
                    whole.add(expressions.use(Dicts.class) + ".of(" + String.join(", ", parts) + ")");
                    parts.clear();
                }
                whole.add(expressions.use(Dicts.class) + ".dict(" + coercion.to(of, Type.OBJECT) + ")");
                key = Type.OBJECT;
                value = Type.OBJECT;
                continue;
            }
            Expr named = expressions.of(name);
            key = Type.join(key, named.type().kind() == Type.Kind.INT ? Type.LONG : named.type());
            value = Type.join(value, of.type().kind() == Type.Kind.INT ? Type.LONG : of.type());
            parts.add(coercion.to(named, Type.OBJECT));
            parts.add(
                    of.type().kind() == Type.Kind.FUNCTION
                            ? expressions.lambdas().function(of)
                            : of.type().kind() == Type.Kind.CLASS ? of.text() : coercion.to(of, Type.OBJECT));
        }
        if (whole.isEmpty()) {
            return Expr.fresh(
                    expressions.use(Dicts.class) + ".of(" + String.join(", ", parts) + ")", Type.dict(key, value));
        }
        if (!parts.isEmpty()) {
            whole.add(expressions.use(Dicts.class) + ".of(" + String.join(", ", parts) + ")");
        }
        return Expr.of(
                expressions.use(Dicts.class) + ".merge(" + String.join(", ", whole) + ")",
                Type.dict(Type.OBJECT, Type.OBJECT));
    }
}
