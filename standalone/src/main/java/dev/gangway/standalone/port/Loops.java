package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Ported;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the heads of loops, and takes values apart into several variables. */
final class Loops {
    private final Expressions expressions;

    Loops(Expressions expressions) {
        this.expressions = expressions;
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    private Scope scope() {
        return expressions.scope();
    }

    /** How a loop gives its variables their values. */
    interface Binder {
        /** Returns the variable of a name in the target. */
        Var of(Node name);

        /** Tells whether the loop declares the variable itself. */
        boolean declares(Var var);

        /** Tells a variable that lives in one expression what it is. */
        default void settle(Var var, Type type) {}
    }

    /** Opens a loop over an expression; lines that have to run first stand before it. */
    void open(Node target, Node iter, Node body, Binder binder, Out out) {
        if (target.is("Name")) {
            if (!range(target, iter, body, binder, out)) {
                Expr iterable = expressions.iterables().of(iter);
                flush(out);
                each(binder.of(target), binder, iterable, out);
            }
            return;
        }
        if (!target.is("Tuple", "List")) {
            throw new Untranslatable("a loop with such a target");
        }
        if (entries(target, iter, binder, out)) {
            return;
        }
        Expr iterable = expressions.iterables().of(iter);
        flush(out);
        String name = scope().fresh("item");
        Type element = iterable.type().element();
        out.open("for (" + element.boxedOrPrimitive(scope().imports()) + " " + name + " : " + iterable.text() + ")");
        unpack(target, Expr.of(name, element), binder, out);
    }

    private void flush(Out out) {
        out.addShifted(scope().pre().lines());
        scope().pre().truncate(0, 0);
    }

    private void each(Var var, Binder binder, Expr iterable, Out out) {
        Type element = iterable.type().element();
        binder.settle(var, element);
        var.observe(element);
        if (binder.declares(var)) {
            boolean same = var.type().text(scope().imports()).equals(element.boxedOrPrimitive(scope().imports()));
            if (same || var.raw().kind() == Type.Kind.BOTTOM) {
                out.open("for (" + var.type().text(scope().imports()) + " " + var.java() + " : " + iterable.text()
                        + ")");
                return;
            }
        }
        String name = scope().fresh(var.name() + "Item");
        out.open("for (" + element.boxedOrPrimitive(scope().imports()) + " " + name + " : " + iterable.text() + ")");
        String type = binder.declares(var) ? var.type().text(scope().imports()) + " " : "";
        out.line(type + var.java() + " = " + expressions.displays().stored(Expr.of(name, element), var) + ";");
    }

    /** Translates {@code for i in range(n)} to a loop that counts. */
    private boolean range(Node target, Node iter, Node body, Binder binder, Out out) {
        boolean isRange = iter.is("Call")
                && (iter.get("func").isName("range") || iter.get("func").isName("xrange"))
                && iter.list("args").size() <= 2
                && iter.records("keywords").isEmpty();
        Var var = binder.of(target);
        if (!isRange || !binder.declares(var) || var.assignments() > 1) {
            return false;
        }
        List<Node> args = iter.list("args");
        Node end = args.get(args.size() - 1);
        Set<String> assigned = new HashSet<>();
        body.list("body").forEach(each -> Locals.assigned(each, assigned, new HashSet<>()));
        boolean constant = end.is("Constant")
                || end.is("Name")
                        && !assigned.contains(end.text("id"))
                        && expressions.variables().of(end) != null;
        Expr limit = constant ? expressions.of(end) : null;
        if (limit == null || !limit.type().isWhole()) {
            return false;
        }
        binder.settle(var, Type.LONG);
        var.observe(Type.LONG);
        String from = args.size() == 1 ? "0" : expressions.to(args.get(0), Type.LONG);
        flush(out);
        if (var.type().kind() != Type.Kind.LONG && var.raw().kind() != Type.Kind.BOTTOM) {
            return false;
        }
        String name = var.java();
        out.open("for (long " + name + " = " + from + "; " + name + " < " + limit.at(Expr.SHIFT) + "; " + name + "++)");
        return true;
    }

    /** Translates {@code for k, v in x.items()}. */
    private boolean entries(Node target, Node iter, Binder binder, Out out) {
        boolean items = iter.is("Call")
                && iter.get("func").is("Attribute")
                && Set.of("items", "iteritems").contains(iter.get("func").text("attr"))
                && iter.list("args").isEmpty()
                && target.list("elts").size() == 2
                && target.list("elts").stream().allMatch(each -> each.is("Name"));
        if (!items) {
            return false;
        }
        Expr map = expressions.of(iter.get("func").get("value"));
        boolean message = map.type().isJava(HTTPMessage.class);
        if (!message && map.type().kind() != Type.Kind.DICT) {
            return false;
        }
        flush(out);
        Type key = message ? Type.STRING : map.type().element();
        Type value = message ? Type.STRING : map.type().value();
        String entry = scope().fresh("entry");
        String all = map.at(Expr.PRIMARY) + (message ? ".items()" : ".entrySet()");
        out.open("for (" + use(Map.class) + ".Entry<" + key.boxed(scope().imports()) + ", "
                + value.boxed(scope().imports()) + "> " + entry + " : " + all + ")");
        assign(target.list("elts").get(0), Expr.of(entry + ".getKey()", key), binder, out);
        assign(target.list("elts").get(1), Expr.of(entry + ".getValue()", value), binder, out);
        return true;
    }

    /** Gives each name of a target its part of a value. */
    void unpack(Node target, Expr value, Binder binder, Out out) {
        List<Node> names = target.list("elts");
        if (names.stream().anyMatch(each -> each.is("Starred"))) {
            unpackStarred(names, value, binder, out);
            return;
        }
        Expr whole = value;
        if (value.type().kind() != Type.Kind.TUPLE || value.type().args().size() != names.size() || !value.isSimple()) {
            String name = scope().fresh("parts");
            Type type = value.type().is(Type.Kind.LIST, Type.Kind.TUPLE)
                    ? value.type().notNull()
                    : Type.list(Type.OBJECT);
            boolean exact = value.type().kind() == Type.Kind.TUPLE
                    && value.type().args().size() == names.size();
            String text = exact
                    ? value.text()
                    : type.kind() == Type.Kind.LIST && value.type().kind() == Type.Kind.LIST
                            ? use(Lists.class) + ".unpack(" + value.text() + ", " + names.size() + ")"
                            : use(Ported.class) + ".unpack(" + expressions.argument(value) + ", " + names.size() + ")";
            Type held = exact ? type : type.kind() == Type.Kind.TUPLE ? Type.list(Type.OBJECT) : type;
            out.line(held.text(scope().imports()) + " " + name + " = " + text + ";");
            whole = Expr.of(name, held);
        }
        for (int i = 0; i < names.size(); i++) {
            Expr part = Expr.of(whole.text() + ".get(" + i + ")", Type.OBJECT);
            Type type = whole.type().kind() == Type.Kind.TUPLE
                    ? whole.type().args().get(i).settled()
                    : whole.type().element();
            Expr typed = whole.type().kind() == Type.Kind.TUPLE
                    ? expressions.coercion().of(part, type)
                    : part.as(type);
            if (names.get(i).is("Tuple", "List")) {
                unpack(names.get(i), typed, binder, out);
            } else {
                assign(names.get(i), typed, binder, out);
            }
        }
    }

    /** Gives {@code first, *rest, last} their parts of a value. */
    private void unpackStarred(List<Node> names, Expr value, Binder binder, Out out) {
        int star = 0;
        while (!names.get(star).is("Starred")) {
            star++;
        }
        String name = scope().fresh("parts");
        out.line(use(List.class) + "<Object> " + name + " = " + use(Ported.class) + ".unpack("
                + expressions.argument(value) + ", " + star + ", " + (names.size() - star - 1) + ");");
        for (int i = 0; i < names.size(); i++) {
            Expr part = Expr.of(name + ".get(" + i + ")", Type.OBJECT);
            boolean rest = names.get(i).is("Starred");
            Type list = Type.list(Type.OBJECT);
            assign(
                    rest ? names.get(i).get("value") : names.get(i),
                    rest ? expressions.coercion().of(part, list) : part,
                    binder,
                    out);
        }
    }

    private void assign(Node name, Expr value, Binder binder, Out out) {
        if (!name.is("Name")) {
            throw new Untranslatable("such a target among several");
        }
        Var var = binder.of(name);
        binder.settle(var, value.type());
        var.observe(value.type().kind() == Type.Kind.INT ? Type.LONG : value.type());
        String type = binder.declares(var) ? var.type().text(scope().imports()) + " " : "";
        out.line(type + var.java() + " = " + expressions.displays().stored(value, var) + ";");
    }

    static List<String> none() {
        return new ArrayList<>();
    }

    static Function<String, String> same() {
        return text -> text;
    }
}
