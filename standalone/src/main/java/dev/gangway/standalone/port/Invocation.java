package dev.gangway.standalone.port;

import dev.gangway.porting.Keywords;
import dev.gangway.standalone.porting.JavaNames;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses among the overloads of a method of the library, and writes the call. */
final class Invocation {
    private final Expressions expressions;

    Invocation(Expressions expressions) {
        this.expressions = expressions;
    }

    /** The arguments of one overload, in its order, and what they cost. */
    private record Match(Executable method, List<@Nullable Expr> args, Map<String, Expr> rest, int cost) {}

    /**
     * Calls the overload that fits best.
     *
     * @param candidates methods of one name; static ones take the receiver as their first argument
     * @param receiver the object, or null for a function
     * @param stringify whether a text may be given as any value, as for header fields
     */
    @Nullable Expr call(
            List<? extends Executable> candidates,
            @Nullable Expr receiver,
            List<Expr> args,
            Map<String, Expr> keywords,
            boolean stringify) {
        Match best = null;
        for (Executable candidate : candidates) {
            boolean asArgument =
                    receiver != null && candidate instanceof Method && Modifier.isStatic(candidate.getModifiers());
            List<Expr> all = new ArrayList<>(args);
            if (asArgument) {
                all.add(0, receiver);
            }
            Match match = match(candidate, all, keywords, stringify);
            if (match != null && (best == null || match.cost() < best.cost())) {
                best = match;
            }
        }
        return best == null ? null : write(best, receiver, stringify);
    }

    private @Nullable Match match(Executable method, List<Expr> args, Map<String, Expr> keywords, boolean stringify) {
        java.lang.reflect.Type[] types = method.getGenericParameterTypes();
        int count = types.length;
        boolean takesKeywords = count > 0 && method.getParameterTypes()[count - 1] == Keywords.class;
        int plain = takesKeywords || method.isVarArgs() ? count - 1 : count;
        if (args.size() > plain && !method.isVarArgs()) {
            return null;
        }
        for (int i = 0; i < args.size(); i++) {
            boolean rest = method.isVarArgs() && i == plain && args.size() == plain + 1;
            if (args.get(i).type().isJava(Object[].class) && !rest) {
                return null;
            }
        }
        Map<String, Expr> left = new LinkedHashMap<>(keywords);
        List<@Nullable Expr> ordered = new ArrayList<>();
        int cost = 0;
        for (int i = 0; i < plain; i++) {
            Expr arg = i < args.size() ? args.get(i) : left.remove(python(method.getParameters()[i].getName(), left));
            if (arg == null) {
                return null;
            }
            cost += costOf(arg, types[i], stringify);
            ordered.add(arg);
        }
        if (method.isVarArgs()) {
            Class<?> component = method.getParameterTypes()[count - 1].getComponentType();
            for (int i = plain; i < args.size(); i++) {
                ordered.add(args.get(i));
                cost += 1 + costOf(args.get(i), component, stringify);
            }
            if (!left.isEmpty() && component != Object.class) {
                return null;
            }
            cost += 1;
        } else if (!takesKeywords && !left.isEmpty()) {
            return null;
        }
        if (takesKeywords && left.isEmpty()) {
            cost += 2;
        }
        return cost >= Coercion.IMPOSSIBLE ? null : new Match(method, ordered, left, cost);
    }

    /** Returns which keyword means a parameter. */
    private static String python(String parameter, Map<String, Expr> keywords) {
        return keywords.keySet().stream()
                .filter(each -> JavaNames.camel(each).equals(parameter) || each.equals(parameter))
                .findFirst()
                .orElse("");
    }

    private int costOf(Expr arg, java.lang.reflect.Type type, boolean stringify) {
        Type wanted = Coercion.typeOf(type);
        if (stringify && wanted.kind() == Type.Kind.STRING && arg.type().kind() != Type.Kind.STRING) {
            return arg.type().kind() == Type.Kind.OBJECT ? 3 : 5;
        }
        return arg.type().kind() == Type.Kind.STRING && wanted.kind() == Type.Kind.STRING
                ? 0
                : expressions.coercion().cost(arg.type(), wanted);
    }

    private Expr write(Match match, @Nullable Expr receiver, boolean stringify) {
        Executable method = match.method();
        java.lang.reflect.Type[] types = method.getGenericParameterTypes();
        Map<TypeVariable<?>, Type> bound = bind(method, match.args());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < match.args().size(); i++) {
            Expr arg = match.args().get(i);
            if (arg == null) {
                continue;
            }
            boolean variable = method.isVarArgs() && i >= types.length - 1;
            java.lang.reflect.Type declared =
                    variable ? method.getParameterTypes()[types.length - 1].getComponentType() : types[i];
            boolean none = stringify
                    && !variable
                    && isNullable(method, i)
                    && arg.type().kind() == Type.Kind.OBJECT;
            texts.add(
                    none && Coercion.typeOf(declared).kind() == Type.Kind.STRING
                            ? expressions.use(dev.gangway.porting.Ported.class) + ".textOrNone(" + arg.text() + ")"
                            : argument(
                                    arg,
                                    declared,
                                    bound,
                                    stringify,
                                    variable && match.args().size() == types.length));
        }
        boolean takesKeywords = types.length > 0 && method.getParameterTypes()[types.length - 1] == Keywords.class;
        if (takesKeywords || !match.rest().isEmpty()) {
            texts.add(
                    match.rest().isEmpty()
                            ? expressions.use(Keywords.class) + ".NONE"
                            : expressions.keywords(match.rest()));
        }
        expressions.members().throwing(method);
        String args = "(" + String.join(", ", texts) + ")";
        if (method instanceof Constructor<?> constructor) {
            return Expr.of(
                    "new " + expressions.use(constructor.getDeclaringClass()) + args,
                    Type.java(constructor.getDeclaringClass()));
        }
        Method called = (Method) method;
        Type result = substituted(called.getGenericReturnType(), bound);
        if (Members.isNullable(called) && !result.isPrimitive()) {
            result = result.orNull();
        }
        boolean isStatic = Modifier.isStatic(called.getModifiers());
        String before = isStatic
                ? expressions.use(called.getDeclaringClass()) + "."
                : receiver == null || receiver.text().isEmpty() ? "" : receiver.at(Expr.PRIMARY) + ".";
        if (TranslatedPath.is(called)) {
            return TranslatedPath.of(before, texts.get(0), expressions);
        }
        return new Expr(before + called.getName() + args, result, Expr.PRIMARY, false, null);
    }

    private static boolean isNullable(Executable method, int parameter) {
        return java.util.Arrays.stream(method.getAnnotatedParameterTypes()[parameter].getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private String argument(
            Expr arg,
            java.lang.reflect.Type declared,
            Map<TypeVariable<?>, Type> bound,
            boolean stringify,
            boolean only) {
        if (declared instanceof TypeVariable<?> variable) {
            Type type = bound.getOrDefault(variable, Type.OBJECT);
            return expressions.displays().boxed(arg, type.orObject());
        }
        Type wanted = Coercion.typeOf(declared);
        if (stringify
                && wanted.kind() == Type.Kind.STRING
                && arg.type().kind() != Type.Kind.STRING
                && arg.type().kind() != Type.Kind.NULL) {
            return expressions.formats().text(arg).text();
        }
        if (wanted.kind() == Type.Kind.OBJECT) {
            String text = expressions.argument(arg);
            return only && arg.type().is(Type.Kind.NULL)
                    ? "(Object) null"
                    : only && arg.type().kind() == Type.Kind.BYTES ? "(Object) " + text : text;
        }
        if (isWild(declared)
                || wanted.is(Type.Kind.LIST, Type.Kind.DICT, Type.Kind.SET)
                        && arg.type().kind() == wanted.kind()
                        && isOpen(declared)) {
            return arg.type().kind() == wanted.kind()
                    ? arg.text()
                    : expressions.coercion().to(arg, wanted);
        }
        return expressions.coercion().to(arg, wanted);
    }

    private static boolean isWild(java.lang.reflect.Type type) {
        return type instanceof ParameterizedType generic
                && java.util.Arrays.stream(generic.getActualTypeArguments())
                        .anyMatch(java.lang.reflect.WildcardType.class::isInstance);
    }

    private static boolean isOpen(java.lang.reflect.Type type) {
        return type instanceof ParameterizedType generic
                && java.util.Arrays.stream(generic.getActualTypeArguments()).anyMatch(TypeVariable.class::isInstance);
    }

    private static Map<TypeVariable<?>, Type> bind(Executable method, List<@Nullable Expr> args) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        java.lang.reflect.Type[] types = method.getGenericParameterTypes();
        for (int i = 0; i < Math.min(types.length, args.size()); i++) {
            Expr arg = args.get(i);
            if (arg != null && types[i] instanceof ParameterizedType generic) {
                java.lang.reflect.Type[] declared = generic.getActualTypeArguments();
                for (int j = 0; j < declared.length && j < arg.type().args().size(); j++) {
                    if (declared[j] instanceof TypeVariable<?> variable
                            && arg.type().kind() != Type.Kind.TUPLE) {
                        bound.putIfAbsent(variable, arg.type().args().get(j).settled());
                    }
                }
            }
        }
        return bound;
    }

    private static Type substituted(java.lang.reflect.Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return bound.getOrDefault(variable, Type.OBJECT);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            java.lang.reflect.Type[] args = generic.getActualTypeArguments();
            if (raw == List.class) {
                return Type.list(substituted(args[0], bound));
            }
            if (raw == java.util.Set.class) {
                return Type.set(substituted(args[0], bound));
            }
            if (raw == Map.class) {
                return Type.dict(substituted(args[0], bound), substituted(args[1], bound));
            }
        }
        return Coercion.typeOf(type);
    }
}
