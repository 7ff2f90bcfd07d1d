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
        if (!Decorators.of(definition, scope.module()).isEmpty()) {
            throw new Untranslatable("a decorator");
        }
        Var var = scope.locals().binding(definition);
        if (var == null) {
            throw new Untranslatable("a function here");
        }
        var.observe(Type.FUNCTION);
        Func function = scope.module().innerFunction(definition);
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
        Var keywords = function.keywords();
        if (keywords != null) {
            keywords.fix(Type.dict(Type.STRING, Type.OBJECT));
            params.put(keywords.python(), keywords);
        }
        refuseChanging(definition, params.keySet());
        Locals locals = scope.module().localsOf(definition, function.node().body(), params);
        Scope inside = scope.inside(function, locals);
        for (Func.Param param : function.params()) {
            param.var().java(inside.fresh(JavaNames.variable(param.var().python())));
        }
        for (Var each : new Var[] {rest, keywords}) {
            if (each != null) {
                each.java(inside.fresh(JavaNames.variable(each.python())));
            }
        }
        for (Var each : locals.all()) {
            if (!inside.isTaken(each.name()) || each.previous() == null) {
                each.java(inside.fresh(JavaNames.variable(each.python())));
            }
        }
        String declared =
                statements.declares(definition, var) ? expressions.use(dev.gangway.porting.Function.class) + " " : "";
        boolean named = rest != null
                || function.keywords() != null
                || function.required() < function.params().size();
        out.open(declared + var.java() + " = " + (named ? signature(function) + ".bind(" : "") + args + " ->");
        if (function.isGenerator()) {
            inside.take("yielded");
            out.open("return " + expressions.use(dev.gangway.porting.Generator.class) + ".of(yielded ->");
        }
        int index = 0;
        for (Func.Param param : function.params()) {
            String value = param.defaultValue() == null
                    ? args + "[" + index + "]"
                    : expressions.use(Ported.class) + ".argument(" + args + ", " + index + ", "
                            + expressions.object(param.defaultValue()) + ")";
            out.line(statements.declaration(param.var(), value));
            index++;
        }
        if (rest != null) {
            out.line(expressions.use(dev.gangway.porting.Tuple.class) + " " + rest.java() + " = "
                    + expressions.use(Ported.class) + ".rest(" + args + ", " + index + ");");
        }
        if (keywords != null) {
            out.line(keywords.type().text(scope.imports()) + " " + keywords.java() + " = "
                    + expressions.use(Ported.class) + ".keywords(" + args + ");");
        }
        Statements body = new Statements(inside, report, out);
        body.commented(statements);
        body.block(function.node().body());
        if (function.isGenerator()) {
            out.close("});");
        } else if (body.completion().completesAll(function.node().body())) {
            out.line("return null;");
        }
        out.close(named ? "});" : "};");
        scope.free(args);
        scope.module().advanceLater(locals.all());
    }

    private String signature(Func function) {
        return Functions.signature(function, expressions.use(dev.gangway.porting.Signature.class));
    }

    /** Refuses variables of the outer function that change: Java's inner functions do not see that. */
    private void refuseChanging(Node definition, Set<String> own) {
        Set<String> mine = new HashSet<>(own);
        Set<String> global = new HashSet<>();
        definition.list("body").forEach(each -> Locals.assigned(each, mine, global));
        definition.walk(each -> {
            if (each.is("Name") && !mine.contains(each.text("id"))) {
                for (Scope at = scope; at != null; at = at.parent()) {
                    Var var = at.locals().binding(each);
                    if (var != null && !var.isBoxed() && var.assignments() > 1) {
                        throw new Untranslatable("a variable that changes, in an inner function");
                    }
                }
            }
        });
    }
}
