package dev.gangway.standalone.port;

import dev.gangway.standalone.HTTPServer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates calls of functions and classes of the library. */
final class LibraryCalls {
    private final Calls calls;
    private final Expressions expressions;
    private final Invocation invocation;

    LibraryCalls(Calls calls) {
        this.calls = calls;
        expressions = calls.expressions();
        invocation = calls.invocation();
    }

    /** Calls a function of the library. */
    Expr qualified(String qualified, Node node) {
        Class<?> type = Library.type(qualified);
        if (type != null && HTTPServer.class.isAssignableFrom(type)) {
            return calls.constructions().server(expressions.use(type), Type.java(type), null, node);
        }
        switch (qualified) {
            case "functools.partial" -> {
                return calls.constructions().partial(node);
            }
            case "collections.OrderedDict", "collections.defaultdict" -> {
                if (node.list("args").isEmpty()) {
                    return Expr.fresh(
                            "new " + expressions.use(java.util.LinkedHashMap.class) + "<>()",
                            Type.dict(Type.BOTTOM, Type.BOTTOM));
                }
            }
            case "io.open", "codecs.open" -> {
                return calls.builtins().open(node);
            }
            default -> {}
        }
        PyClass own = expressions.scope().module().classes().get(qualified);
        if (own != null) {
            return calls.constructions().construct(own, node);
        }
        Class<?> failure = Library.exception(qualified);
        if (failure != null && Throwable.class.isAssignableFrom(failure) && type == null) {
            return calls.constructions().failure(failure, node);
        }
        Arguments arguments = calls.arguments(node);
        int dot = qualified.lastIndexOf('.');
        String name = qualified.substring(dot + 1);
        List<Class<?>> homes = new ArrayList<>();
        if (dot > 0) {
            Class<?> module = Library.module(qualified.substring(0, dot));
            Class<?> home = Library.type(qualified.substring(0, dot));
            if (module != null) {
                homes.add(module);
            }
            if (home != null) {
                homes.add(home == java.nio.file.Path.class ? dev.gangway.porting.Pathlib.class : home);
            }
        }
        for (Class<?> home : homes) {
            List<Method> functions = Library.functions(home, name);
            if (!functions.isEmpty()) {
                Expr found = invocation.call(functions, null, arguments.args(), arguments.keywords(), false);
                if (found != null) {
                    return found;
                }
                throw new Untranslatable(qualified + "() with these arguments");
            }
        }
        if (type != null) {
            if (type == java.nio.file.Path.class) {
                return path(arguments);
            }
            Expr made = invocation.call(
                    Arrays.asList(type.getConstructors()), null, arguments.args(), arguments.keywords(), false);
            if (made != null) {
                return made;
            }
            throw new Untranslatable(qualified + "() with these arguments");
        }
        Expr holder = homes.isEmpty() && dot > 0 ? value(qualified.substring(0, dot)) : null;
        if (holder != null) {
            return calls.methodCalls().method(holder, name, arguments, node);
        }
        throw new Untranslatable(
                homes.isEmpty()
                        ? "the library "
                                + Members.top(qualified.contains(".") ? qualified.substring(0, dot) : qualified)
                        : qualified + "()");
    }

    /** Returns what a qualified name of the library is, or null if it is not known. */
    private @Nullable Expr value(String qualified) {
        try {
            return calls.members().qualified(qualified);
        } catch (Untranslatable e) {
            return null;
        }
    }

    private Expr path(Arguments arguments) {
        if (arguments.args().isEmpty()) {
            return Expr.of(
                    expressions.use(java.nio.file.Path.class) + ".of(\"\")", Type.java(java.nio.file.Path.class));
        }
        List<String> texts = new ArrayList<>();
        Expr first = arguments.args().get(0);
        if (arguments.args().size() == 1) {
            return first.type().isJava(java.nio.file.Path.class)
                    ? first
                    : Expr.of(
                            expressions.coercion().to(first, Type.java(java.nio.file.Path.class)),
                            Type.java(java.nio.file.Path.class));
        }
        arguments.args().forEach(each -> texts.add(expressions.coercion().to(each, Type.STRING)));
        return Expr.of(
                expressions.use(java.nio.file.Path.class) + ".of(" + String.join(", ", texts) + ")",
                Type.java(java.nio.file.Path.class));
    }
}
