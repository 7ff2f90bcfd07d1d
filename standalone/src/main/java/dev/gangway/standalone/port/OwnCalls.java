package dev.gangway.standalone.port;

import dev.gangway.porting.Dicts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates the arguments of calls of functions of the module, in the order of their parameters. */
final class OwnCalls {
    private final Calls calls;
    private final Expressions expressions;
    private final Functions functions;
    private final Invocation invocation;

    OwnCalls(Calls calls) {
        this.calls = calls;
        expressions = calls.expressions();
        functions = expressions.functions();
        invocation = calls.invocation();
    }

    /** Calls a function or method of the module. */
    Expr own(Func function, String before, Node node) {
        Arguments arguments = calls.arguments(node);
        if (isLoose(function, arguments)) {
            return calls.callValue(functions.named(function, before), arguments);
        }
        return functions.call(function, before, texts(function, arguments));
    }

    /** Tells whether only the running program knows which argument goes to which parameter. */
    private static boolean isLoose(Func function, Arguments arguments) {
        int given = arguments.starred()
                ? arguments.args().size() - 1
                : arguments.args().size();
        boolean all = given >= function.params().size();
        boolean rest = arguments.starred()
                && (function.rest() == null || !all || given > function.params().size());
        return rest || arguments.keywords().containsKey(Arguments.MORE) && (function.keywords() == null || !all);
    }

    List<String> texts(Func function, Node call) {
        return texts(function, calls.arguments(call));
    }

    /** Returns the arguments of a call of a function of the module, in its order. */
    List<String> texts(Func function, Arguments arguments) {
        Method overridden = function.overridden();
        List<Expr> args = new ArrayList<>(arguments.args());
        Map<String, Expr> keywords = new LinkedHashMap<>(arguments.keywords());
        List<String> texts = new ArrayList<>();
        if (overridden != null) {
            return overriddenTexts(function, overridden, args, keywords);
        }
        int given = 0;
        int positional = function.rest() == null ? function.params().size() : function.positional();
        boolean rest = arguments.starred();
        for (int i = 0; i < function.params().size(); i++) {
            Func.Param param = function.params().get(i);
            Expr value = i < Math.min(args.size(), positional)
                    ? args.get(i)
                    : keywords.remove(param.var().python());
            if (value != null && value.type().isJava(Object[].class)) {
                throw new Untranslatable("* among arguments");
            }
            if (value == null) {
                if (param.defaultValue() == null) {
                    throw new Untranslatable("a call with too few arguments");
                }
                value = expressions.of(param.defaultValue());
                boolean more = i + 1 < args.size() || !keywords.isEmpty();
                if (!more && isTail(function, i, keywords)) {
                    observeDefaults(function, i);
                    function.called(i);
                    return texts;
                }
            }
            param.var().observe(value.type());
            texts.add(expressions.coercion().to(value, param.var().type()));
            given++;
        }
        function.called(given);
        List<Expr> more = args.size() > positional ? args.subList(positional, args.size()) : List.of();
        if (function.rest() == null && !more.isEmpty()) {
            throw new Untranslatable("a call with too many arguments");
        }
        if (function.keywords() == null && !keywords.isEmpty()) {
            throw new Untranslatable(
                    keywords.containsKey(Arguments.MORE) ? "** in a call" : "a call with an unknown keyword");
        }
        if (function.keywords() != null) {
            texts.add(
                    keywords.isEmpty()
                            ? "new " + expressions.use(java.util.LinkedHashMap.class) + "<>()"
                            : keywords.containsKey(Arguments.MORE)
                                    ? expressions.keywords(keywords) + ".asMap()"
                                    : expressions.use(Dicts.class) + ".of(" + pairs(keywords) + ")");
        }
        for (Expr each : more) {
            texts.add(each.type().isJava(Object[].class) ? each.text() : expressions.argument(each));
        }
        if (rest && more.size() > 1) {
            throw new Untranslatable("* among arguments");
        }
        if (function.rest() != null && more.size() == 1 && more.get(0).type().is(Type.Kind.NULL)) {
            texts.set(texts.size() - 1, "(Object) null");
        }
        return texts;
    }

    String pairs(Map<String, Expr> keywords) {
        List<String> parts = new ArrayList<>();
        keywords.forEach((name, value) -> {
            parts.add(JavaText.string(name));
            parts.add(expressions.argument(value));
        });
        return String.join(", ", parts);
    }

    private boolean isTail(Func function, int from, Map<String, Expr> keywords) {
        if (function.rest() != null || function.keywords() != null) {
            return false;
        }
        for (int i = from; i < function.params().size(); i++) {
            if (function.params().get(i).defaultValue() == null
                    || keywords.containsKey(function.params().get(i).var().python())) {
                return false;
            }
        }
        return true;
    }

    private void observeDefaults(Func function, int from) {
        for (int i = from; i < function.params().size(); i++) {
            Node value = function.params().get(i).defaultValue();
            if (value != null) {
                function.params().get(i).var().observe(expressions.of(value).type());
            }
        }
    }

    /** Puts the default values of the Python function in the place of the arguments that a call leaves out. */
    private List<Expr> completed(Func function, List<Expr> args, Map<String, Expr> keywords) {
        List<Expr> all = new ArrayList<>(args);
        for (Func.Param param : function.params()
                .subList(
                        Math.min(args.size(), function.params().size()),
                        function.params().size())) {
            Expr named = keywords.get(param.var().python());
            Node value = param.defaultValue();
            if (named != null) {
                all.add(named);
            } else if (value != null) {
                all.add(expressions.of(value));
            } else {
                throw new Untranslatable("a call with too few arguments");
            }
        }
        return all;
    }

    private List<String> overriddenTexts(
            Func function, Method overridden, List<Expr> args, Map<String, Expr> keywords) {
        Expr receiver = Expr.of("", Type.java(overridden.getDeclaringClass()));
        Expr found = invocation.call(
                Library.methods(overridden.getDeclaringClass(), function.name()), receiver, args, keywords, true);
        if (found == null) {
            found = invocation.call(List.of(overridden), receiver, completed(function, args, keywords), Map.of(), true);
        }
        if (found == null) {
            throw new Untranslatable("a call of a method that is overridden, with other arguments");
        }
        String text = found.text();
        return List.of(text.substring(text.indexOf('(') + 1, text.length() - 1));
    }
}
