package dev.gangway.standalone.port;

import dev.gangway.porting.Ported;
import dev.gangway.porting.Python;
import dev.gangway.standalone.porting.JavaNames;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Translates functions: calls of those of the module, and functions as values. */
final class Functions {
    private final Expressions expressions;

    Functions(Expressions expressions) {
        this.expressions = expressions;
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    private Scope scope() {
        return expressions.scope();
    }

    /** Returns a function of the module as a value that knows the names of its parameters. */
    Expr named(Func function, String before) {
        Expr plain = reference(function, before);
        String text = signature(function, use(dev.gangway.porting.Signature.class)) + ".bind(" + plain.text() + ")";
        return Expr.of(text, Type.FUNCTION.notNull());
    }

    /** Describes the parameters of a function to the runtime. */
    static String signature(Func function, String type) {
        List<String> names = new ArrayList<>();
        function.params().forEach(param -> names.add(JavaText.string(param.var().python())));
        return type + ".of(" + JavaText.string(function.name()) + ", " + function.required() + ", "
                + (function.rest() != null) + ", " + (function.keywords() != null)
                + (names.isEmpty() ? "" : ", " + String.join(", ", names)) + ")";
    }

    /** Returns a function of the module as a value. */
    Expr reference(Func function, String before) {
        String args = scope().fresh("args");
        scope().free(args);
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Func.Param param : function.params()) {
            Expr argument;
            if (param.defaultValue() == null) {
                argument = Expr.of(args + "[" + index + "]", Type.OBJECT);
                param.var().observe(Type.OBJECT);
            } else {
                argument = Expr.of(
                        use(Ported.class) + ".argument(" + args + ", " + index + ", "
                                + expressions.object(param.defaultValue()) + ")",
                        Type.OBJECT);
                param.var().observe(Type.OBJECT);
            }
            texts.add(expressions.coercion().to(argument, param.var().type()));
            index++;
        }
        if (function.keywords() != null) {
            texts.add(use(Ported.class) + ".keywords(" + args + ")");
        }
        if (function.rest() != null) {
            texts.add(use(Ported.class) + ".rest(" + args + ", " + index + ").toArray()");
        }
        function.called(function.params().size());
        String call = target(function, before) + function.java() + "(" + String.join(", ", texts) + ")";
        String text = resultOf(function).kind() == Type.Kind.VOID
                ? args + " -> { " + call + "; return null; }"
                : args + " -> " + expressions.coercion().to(Expr.of(call, resultOf(function)), Type.OBJECT);
        return Expr.of(text, Type.FUNCTION.notNull(), Expr.LOWEST);
    }

    /** Returns what stands before the name of a function of the module where it is called. */
    String target(Func function, String before) {
        if (!before.isEmpty()) {
            return before;
        }
        PyClass owner = function.owner();
        if (owner != null) {
            return function.isStatic() && owner != scope().owner() ? owner.reference(scope().imports()) + "." : "";
        }
        String file = scope().module().file();
        return scope().imports().isIn(file) ? "" : file + ".";
    }

    Expr call(Func function, String before, List<String> args) {
        if (function.throwsIo()) {
            scope().mayThrowIo();
        }
        if (TranslatedPath.is(function.overridden())) {
            return TranslatedPath.of(target(function, before), args.get(0), expressions);
        }
        Type type = resultOf(function);
        return Expr.of(target(function, before) + function.java() + "(" + String.join(", ", args) + ")", type);
    }

    /** Returns what a function of the module gives. */
    Type resultOf(Func function) {
        if (function.overridden() != null) {
            return Coercion.typeOf(function.overridden().getGenericReturnType());
        }
        if (function.isGenerator()) {
            return Type.java(
                    Decorators.isContextManager(function, scope().module())
                            ? dev.gangway.porting.ContextManager.class
                            : dev.gangway.porting.Generator.class);
        }
        Type raw = function.result().raw();
        if (raw.kind() == Type.Kind.BOTTOM || raw.kind() == Type.Kind.NULL) {
            return !function.isValued() ? Type.VOID : raw.kind() == Type.Kind.NULL ? Type.OBJECT : Type.BOTTOM;
        }
        return function.result().type();
    }

    /** Returns a function of a module of the library, with one argument, as a value. */
    Expr ofLibrary(Class<?> module, String name) {
        for (Method method : Library.functions(module, name)) {
            if (method.getParameterCount() == 1 && !method.isVarArgs()) {
                String args = scope().fresh("args");
                scope().free(args);
                expressions.members().throwing(method);
                Expr argument = expressions
                        .coercion()
                        .of(Expr.of(args + "[0]", Type.OBJECT), Coercion.typeOf(method.getGenericParameterTypes()[0]));
                return Expr.of(
                        args + " -> " + use(module) + "." + method.getName() + "(" + argument.text() + ")",
                        Type.FUNCTION.notNull(),
                        Expr.LOWEST);
            }
        }
        throw new Untranslatable("a function of the library as a value");
    }

    /** Returns a builtin of Python as a value. */
    Expr builtin(String id) {
        switch (id) {
            case "str", "int", "float", "len", "repr", "bool", "list", "bytes", "dict", "set", "tuple" -> {
                String args = scope().fresh("args");
                scope().free(args);
                String name = JavaNames.camel(id);
                return Expr.of(
                        args + " -> " + use(Python.class) + "." + name + "(" + args + "[0])",
                        Type.FUNCTION.notNull(),
                        Expr.LOWEST);
            }
            default -> {
                Class<?> failure = Library.exception(id);
                if (failure != null) {
                    return Expr.of(use(failure) + ".class", Type.java(Class.class));
                }
                throw new Untranslatable("the name " + id);
            }
        }
    }
}
