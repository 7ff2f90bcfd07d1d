package dev.gangway.standalone.port;

import org.jspecify.annotations.Nullable;

/** Finds which variable a name means, and how Java writes it in this place. */
final class Variables {
    private final Scope scope;
    private final Coercion coercion;

    Variables(Expressions expressions) {
        scope = expressions.scope();
        coercion = expressions.coercion();
    }

    /** Returns the type of a variable; in the first rounds it may not be known. */
    Type typeOf(Var var) {
        return var.raw().kind() == Type.Kind.BOTTOM && !scope.module().isLate() ? Type.BOTTOM : var.type();
    }

    /** Returns a variable of the enclosing function, as an argument for a class that uses it. */
    String captured(Node near, String name, Type wanted) {
        Var var = lookup(name);
        if (var == null) {
            throw new Untranslatable("a class of another function");
        }
        return coercion.to(Expr.read(var, place(var, name), var.type()), wanted);
    }

    /** Notes what a class is given of the variables of its enclosing function. */
    void observeCapture(String name, Var capture) {
        Var var = lookup(name);
        if (var != null && var != capture && var.raw().kind() != Type.Kind.BOTTOM) {
            capture.observe(var.type());
        }
    }

    private @Nullable Var lookup(String name) {
        Var inner = scope.innermost(name);
        if (inner != null) {
            return inner;
        }
        Func function = scope.function();
        if (function != null) {
            for (Var each : function.vars()) {
                if (each.python().equals(name)) {
                    return each;
                }
            }
        }
        for (Var each : scope.locals().all()) {
            if (each.python().equals(name)) {
                return each;
            }
        }
        PyClass owner = scope.owner();
        return owner == null ? null : owner.captures().get(name);
    }

    /** Returns the variable that a name means, or null if it means something else. */
    @Nullable Var of(Node node) {
        String id = node.text("id");
        Var inner = scope.innermost(id);
        if (inner != null) {
            return inner;
        }
        for (Scope each = scope; each != null; each = each.parent()) {
            Var local = each.locals().binding(node);
            if (local != null) {
                return local;
            }
        }
        PyClass owner = scope.owner();
        if (owner != null && owner.captures().containsKey(id)) {
            return owner.captures().get(id);
        }
        if (scope.function() == null && owner != null && owner.constants().containsKey(id)) {
            return owner.fields().get(id);
        }
        return scope.module().globals().get(id);
    }

    /** Returns how a variable is written here. */
    String place(Var var, String id) {
        if (scope.module().globals().get(id) == var) {
            String file = scope.module().file();
            String name = var.java();
            return scope.imports().isIn(file) && !scope.isTaken(name) ? name : file + "." + name;
        }
        PyClass owner = scope.owner();
        if (owner != null && owner.captures().get(id) == var && scope.isTaken(var.name())) {
            return "this." + var.java();
        }
        return var.java();
    }
}
