package dev.gangway.standalone.port;

import dev.gangway.porting.Function;
import dev.gangway.porting.Ported;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes functions that decorators of the module change: the function under another name, and one that calls the changed function. */
final class Decorators {
    /** Decorators that a {@link Func} knows, and those that change nothing. */
    private static final Set<String> NEUTRAL = Set.of(
            "staticmethod",
            "classmethod",
            "property",
            "functools.wraps",
            "functools.lru_cache",
            "functools.cache",
            "functools.cached_property",
            "contextlib.contextmanager",
            "abc.abstractmethod",
            "typing.override",
            "typing.overload",
            "typing.final");

    private final ClassWriter writer;

    Decorators(ClassWriter writer) {
        this.writer = writer;
    }

    /** Returns the decorators that change a function, the one that is applied first last. */
    static List<Node> of(Node function, ModuleModel module) {
        List<Node> all = new ArrayList<>();
        for (Node each : function.list("decorator_list")) {
            boolean setter = each.is("Attribute")
                    && Set.of("setter", "getter", "deleter").contains(each.text("attr"));
            String name = module.qualified(each.is("Call") ? each.get("func") : each);
            if (!setter && !NEUTRAL.contains(name)) {
                all.add(each);
            }
        }
        return all;
    }

    /** Tells of a generator that {@code contextlib.contextmanager} makes a context of {@code with}. */
    static boolean isContextManager(Func function, ModuleModel module) {
        return function.isGenerator()
                && function.node().list("decorator_list").stream()
                        .map(module::qualified)
                        .anyMatch("contextlib.contextmanager"::equals);
    }

    /** Returns the name of the function that the decorators are given. */
    static String plain(Func function) {
        return function.java() + "Undecorated";
    }

    /**
     * Writes the field that holds the decorated function, and the body of the method that calls it.
     *
     * @param field goes before the method
     * @param body of the method
     */
    void write(Func function, Type result, List<Node> decorators, Out field, Out body) {
        Expressions expressions =
                new Expressions(writer.scope(function.owner(), null, Locals.of(List.of(), Map.of(), Set.of())));
        boolean isMethod = function.owner() != null && !function.isStatic();
        String name = function.java() + "Decorated";
        List<String> given = new ArrayList<>(isMethod ? List.of("this") : List.of());
        for (Func.Param param : function.params()) {
            given.add(
                    expressions.argument(Expr.of(param.var().name(), param.var().type())));
        }
        Expr call = Expr.of(name + ".call(" + String.join(", ", given) + ")", Type.OBJECT);
        body.line(
                result.kind() == Type.Kind.VOID
                        ? call.text() + ";"
                        : "return " + expressions.coercion().to(call, result) + ";");
        Expr value = original(function, result, isMethod, expressions);
        for (int i = decorators.size() - 1; i >= 0; i--) {
            Expr decorator = expressions.of(decorators.get(i));
            value = expressions.calls().callValue(decorator, new Arguments(List.of(value), Map.of(), false));
        }
        if (!expressions.scope().pre().isEmpty()) {
            throw new Untranslatable("a decorator with a loop in it");
        }
        String type = expressions.use(Function.class);
        field.line("private static final " + type + " " + name + " = " + expressions.use(Ported.class)
                + ".unchecked(() -> (" + type + ") " + value.at(Expr.UNARY) + ");");
        field.blank();
    }

    private Expr original(Func function, Type result, boolean isMethod, Expressions expressions) {
        List<String> texts = new ArrayList<>();
        int index = isMethod ? 1 : 0;
        for (Func.Param param : function.params()) {
            String given = "args[" + index + "]";
            Node value = param.defaultValue();
            Expr argument = Expr.of(
                    value == null
                            ? given
                            : expressions.use(Ported.class) + ".argument(args, " + index + ", "
                                    + expressions.object(value) + ")",
                    Type.OBJECT);
            texts.add(expressions.coercion().to(argument, param.var().type()));
            index++;
        }
        PyClass owner = function.owner();
        String before = isMethod && owner != null ? "((" + owner.reference(writer.imports()) + ") args[0])." : "";
        String call = before + plain(function) + "(" + String.join(", ", texts) + ")";
        String text = result.kind() == Type.Kind.VOID
                ? "args -> { " + call + "; return null; }"
                : "args -> " + expressions.coercion().to(Expr.of(call, result), Type.OBJECT);
        return Expr.of(text, Type.FUNCTION.notNull(), Expr.LOWEST);
    }
}
