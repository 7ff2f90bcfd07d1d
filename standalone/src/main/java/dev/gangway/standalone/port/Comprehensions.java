package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Translates comprehensions to loops that stand before the statement. */
final class Comprehensions {
    private final Expressions expressions;

    Comprehensions(Expressions expressions) {
        this.expressions = expressions;
    }

    Expr of(Node node) {
        Scope scope = expressions.scope();
        boolean dict = node.is("DictComp");
        boolean set = node.is("SetComp");
        String name = scope.fresh(dict ? "entries" : set ? "values" : "items");
        Out loop = new Out(0);
        List<Map<String, Var>> pushed = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Out outer = scope.swapPre(new Out(0));
        Type type;
        try {
            for (Node generator : node.list("generators")) {
                Map<String, Var> variables = new HashMap<>();
                java.util.Set<String> names = new LinkedHashSet<>();
                Locals.targets(generator.get("target"), names);
                for (String each : names) {
                    String java = scope.fresh(JavaNames.variable(each));
                    taken.add(java);
                    variables.put(each, scope.comprehensionVar(generator, each, java));
                }

                Loops.Binder binder = new Loops.Binder() {
                    @Override
                    public Var of(Node target) {
                        Var found = variables.get(target.text("id"));
                        if (found == null) {
                            throw new Untranslatable("such a target in a comprehension");
                        }
                        return found;
                    }

                    @Override
                    public boolean declares(Var var) {
                        return true;
                    }

                    @Override
                    public void settle(Var var, Type type) {
                        var.fix(type.settled());
                    }
                };
                Node body = Node.made("Comprehension", node, "body", new org.json.JSONArray());
                new Loops(expressions).open(generator.get("target"), generator.get("iter"), body, binder, loop);
                scope.push(variables);
                pushed.add(variables);
                for (Node condition : generator.list("ifs")) {
                    String test = expressions.conditions().truth(condition);
                    flush(scope, loop);
                    loop.open("if (" + test + ")");
                }
            }
            type = dict ? entry(node, name, loop, scope) : element(node, name, loop, scope, set);
        } finally {
            pushed.forEach(each -> scope.pop());
            taken.forEach(scope::free);
            scope.swapPre(outer);
        }
        while (loop.indent() > 0) {
            loop.close();
        }
        Class<?> made = dict ? LinkedHashMap.class : set ? LinkedHashSet.class : ArrayList.class;
        scope.pre().line(type.text(scope.imports()) + " " + name + " = new " + expressions.use(made) + "<>();");
        scope.pre().addShifted(loop.lines());
        return Expr.of(name, type);
    }

    private static void flush(Scope scope, Out loop) {
        loop.addShifted(scope.pre().lines());
        scope.pre().truncate(0, 0);
    }

    private Type element(Node node, String name, Out loop, Scope scope, boolean set) {
        Expr value = expressions.of(node.get("elt"));
        flush(scope, loop);
        Type element = value.type().settled();
        loop.line(name + ".add(" + expressions.displays().boxed(value, element) + ");");
        return set ? Type.set(element) : Type.list(element);
    }

    private Type entry(Node node, String name, Out loop, Scope scope) {
        Expr key = expressions.of(node.get("key"));
        Expr value = expressions.of(node.get("value"));
        flush(scope, loop);
        Type keys = key.type().settled();
        Type values = value.type().settled();
        loop.line(name + ".put(" + expressions.displays().boxed(key, keys) + ", "
                + expressions.displays().boxed(value, values) + ");");
        return Type.dict(keys, values);
    }
}
