package dev.gangway.standalone.port;

import dev.gangway.porting.Ported;
import dev.gangway.standalone.porting.JavaNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates functions inside of functions. */
final class InnerFunctions {
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;

    InnerFunctions(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        report = statements.report();
        out = statements.out();
    }

    /** Translates a function inside of a function. */
    void inner(Node definition) {
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
            param.var().java(inside.fresh(JavaNames.variable(param.var().python())));
        }
        for (Var each : locals.all()) {
            if (!inside.isTaken(each.java()) || each.previous() == null) {
                each.java(inside.fresh(JavaNames.variable(each.python())));
            }
        }
        String declared =
                statements.declares(definition, var) ? expressions.use(dev.gangway.porting.Function.class) + " " : "";
        out.open(declared + var.java() + " = " + args + " ->");
        int index = 0;
        for (Func.Param param : function.params()) {
            String value = param.defaultValue() == null
                    ? args + "[" + index + "]"
                    : expressions.use(Ported.class) + ".argument(" + args + ", " + index + ", "
                            + expressions.object(param.defaultValue()) + ")";
            out.line("Object " + param.var().java() + " = " + value + ";");
            index++;
        }
        if (rest != null) {
            out.line(expressions.use(dev.gangway.porting.Tuple.class) + " " + rest.java() + " = "
                    + expressions.use(dev.gangway.porting.Tuple.class) + ".rest(" + args + ", " + index + ");");
        }
        Statements body = new Statements(inside, report, out);
        body.commented(statements);
        body.block(function.node().body());
        if (body.completion().completesAll(function.node().body())) {
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
        if (definition.list("body").stream().anyMatch(InnerFunctions::hasNonlocal)) {
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
}
