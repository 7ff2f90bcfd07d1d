package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state from one round of the translation to the next. */
final class Rounds {
    private final ModuleModel module;
    private final IdentityHashMap<Object, Locals> locals = new IdentityHashMap<>();
    private boolean changed;

    Rounds(ModuleModel module) {
        this.module = module;
    }

    void changed(boolean news) {
        changed |= news;
    }

    Locals locals(Func function, List<Node> body, Map<String, Var> params) {
        return locals.computeIfAbsent(function, key -> Locals.of(body, params, foreign(body)));
    }

    Locals locals(PyClass type, List<Node> body, Map<String, Var> params, Set<String> foreign) {
        return locals.computeIfAbsent(type, key -> Locals.of(body, params, foreign(body)));
    }

    Locals locals(List<Node> key, List<Node> body, Set<String> foreign) {
        return locals.computeIfAbsent(key, one -> Locals.of(body, Map.of(), foreign));
    }

    /** Returns the names of classes and of functions that were lifted out of a function. */
    private Set<String> foreign(List<Node> body) {
        Set<String> names = new HashSet<>();
        for (Node statement : body) {
            statement.walk(each -> {
                if (each.is("ClassDef") || each.is("FunctionDef") && module.functionOf(each) != null) {
                    names.add(each.text("name"));
                }
            });
        }
        return names;
    }

    /** Tells whether a shared attribute never gets another value. */
    boolean isConstant(PyClass type, String name) {
        boolean[] found = {false};
        for (Node statement : module.tree().body()) {
            statement.walk(node -> ModuleModel.storeTargets(node)
                    .forEach(target -> found[0] |=
                            target.is("Attribute") && target.text("attr").equals(name)));
        }
        return !found[0] && type.fields().containsKey(name);
    }

    /** Takes over what a round has found; true if there was news. */
    boolean advance() {
        boolean news = changed;
        changed = false;
        module.classes().values().forEach(Rounds::unify);
        for (Var var : all()) {
            news |= var.advance();
        }
        return news;
    }

    /** Gives a method and the one that it overrides the same types. */
    private static void unify(PyClass type) {
        PyClass base = type.base();
        if (base == null) {
            return;
        }
        for (Func method : type.methods().values()) {
            Func overridden = base.method(method.name());
            if (overridden == null
                    || overridden.params().size() != method.params().size()
                    || method.overridden() != null) {
                continue;
            }
            for (int i = 0; i < method.params().size(); i++) {
                same(method.params().get(i).var(), overridden.params().get(i).var());
            }
            same(method.result(), overridden.result());
            overridden.throwsIo(method.throwsIo());
            method.throwsIo(overridden.throwsIo());
        }
    }

    private static void same(Var a, Var b) {
        Type joined = Type.join(a.seen(), b.seen());
        a.observe(joined);
        b.observe(joined);
    }

    void giveUp() {
        for (Var var : all()) {
            Type before = var.raw();
            if (var.advance()) {
                var.giveUp();
            } else if (before.kind() == Type.Kind.BOTTOM) {
                var.advance();
            }
        }
    }

    private List<Var> all() {
        List<Var> vars = new ArrayList<>(module.globals().values());
        vars.addAll(module.serverAttributes().values());
        vars.addAll(module.later());
        locals.values().forEach(each -> vars.addAll(each.all()));
        module.functions().values().forEach(each -> vars.addAll(each.vars()));
        for (PyClass type : module.classes().values()) {
            vars.addAll(type.fields().values());
            vars.addAll(type.captures().values());
            type.methods().values().forEach(each -> vars.addAll(each.vars()));
        }
        return vars;
    }
}
