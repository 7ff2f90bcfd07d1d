package dev.gangway.standalone.port;

import dev.gangway.porting.Function;
import dev.gangway.porting.Ported;
import dev.gangway.porting.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates {@code lambda}. */
final class Lambdas {
    private final Expressions expressions;
    private final Scope scope;
    private final Coercion coercion;
    private final Calls calls;

    Lambdas(Expressions expressions) {
        this.expressions = expressions;
        scope = expressions.scope();
        coercion = expressions.coercion();
        calls = expressions.calls();
    }

    /** Returns a function as an argument of type Object: Java wants to be told which interface it is. */
    String function(Expr x) {
        return x.level() == Expr.LOWEST ? "(" + expressions.use(Function.class) + ") " + x.text() : x.text();
    }

    Expr lambda(Node node) {
        Node arguments = node.get("args");
        Map<String, Var> params = new HashMap<>();
        String args = scope.fresh("args");
        int index = 0;
        List<Node> all = new ArrayList<>(arguments.records("args"));
        for (Node each : all) {
            Var var = new Var(each.text("name"), args + "[" + index + "]");
            var.fix(Type.OBJECT);
            Node defaultValue = each.find("default");
            if (defaultValue != null) {
                var.java(expressions.use(Ported.class) + ".argument(" + args + ", " + index + ", "
                        + expressions.object(defaultValue) + ")");
            }
            params.put(each.text("name"), var);
            index++;
        }
        if (arguments.has("vararg")) {
            Var rest = new Var(
                    arguments.text("vararg"), expressions.use(Tuple.class) + ".rest(" + args + ", " + index + ")");
            rest.fix(Type.tuple(List.of()));
            params.put(arguments.text("vararg"), rest);
        }
        Node body = node.get("body");
        Expr factory = handlerFactory(body, arguments);
        if (factory != null) {
            scope.free(args);
            return factory;
        }
        boolean outer = scope.throwsIo();
        Out pre = scope.swapPre(new Out(1));
        scope.push(params);
        String text;
        try {
            capture(node);
            Expr value = expressions.of(body);
            List<Out.Line> before = scope.pre().lines();
            if (!before.isEmpty()) {
                throw new Untranslatable("a lambda with a loop in it");
            }
            text = value.type().kind() == Type.Kind.VOID
                    ? args + " -> { " + value.text() + "; return null; }"
                    : args + " -> " + coercion.to(value, Type.OBJECT);
        } finally {
            scope.pop();
            scope.swapPre(pre);
            scope.free(args);
            scope.throwsIo(outer);
        }
        return Expr.of(text, Type.FUNCTION.notNull(), Expr.LOWEST);
    }

    /** Refuses a variable that changes and is used in a lambda, which Java does not know. */
    void capture(Node inner) {
        Set<Var> changed = new java.util.HashSet<>();
        inner.walk(each -> {
            if (each.is("Name")) {
                for (Scope at = scope; at != null; at = at.parent()) {
                    Var var = at.locals().binding(each);
                    if (var != null
                            && !var.isBoxed()
                            && var.assignments() > 1
                            && scope.innermost(each.text("id")) == null) {
                        changed.add(var);
                    }
                }
            }
        });
        for (Var var : changed) {
            if (var.isCaptured() || var.assignments() > 1) {
                throw new Untranslatable("a variable that changes, in an inner function");
            }
        }
    }

    /** Translates {@code lambda *args, **kwargs: Handler(x, *args, **kwargs)} to a factory of handlers. */
    private @Nullable Expr handlerFactory(Node body, Node arguments) {
        if (!body.is("Call") || !body.get("func").is("Name", "Attribute")) {
            return null;
        }
        Node function = body.get("func");
        boolean passesOn = body.list("args").stream().anyMatch(each -> each.is("Starred"))
                || arguments.records("args").size() == 3;
        if (!passesOn) {
            return null;
        }
        Set<String> own = new java.util.HashSet<>();
        arguments.records("args").forEach(each -> own.add(each.text("name")));
        List<Node> args = body.list("args").stream()
                .filter(each -> !each.is("Starred") && !(each.is("Name") && own.contains(each.text("id"))))
                .toList();
        Map<String, Node> keywords = new java.util.LinkedHashMap<>();
        for (Node each : body.records("keywords")) {
            if (each.has("arg")) {
                keywords.put(each.text("arg"), each.get("value"));
            }
        }
        return calls.constructions().factory(function, args, keywords);
    }
}
