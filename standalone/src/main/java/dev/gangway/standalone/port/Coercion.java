package dev.gangway.standalone.port;

import dev.gangway.host.HandlerFactory;
import dev.gangway.porting.Bytes;
import dev.gangway.porting.Ported;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Turns an expression of one type into one of another. */
final class Coercion {
    /** How far a type is from another one; an impossible step costs this. */
    static final int IMPOSSIBLE = 1000;

    private final Scope scope;

    Coercion(Scope scope) {
        this.scope = scope;
    }

    private String use(Class<?> type) {
        return scope.imports().use(type);
    }

    /** Returns what it costs to give a value where another type is wanted. */
    int cost(Type from, Type to) {
        if (from.kind() == Type.Kind.BOTTOM) {
            return 1;
        }
        if (to.kind() == Type.Kind.OBJECT) {
            return from.kind() == Type.Kind.OBJECT ? 0 : 6;
        }
        if (from.kind() == to.kind() && !to.is(Type.Kind.JAVA, Type.Kind.USER)) {
            return 0;
        }
        return switch (to.kind()) {
            case INT ->
                from.kind() == Type.Kind.LONG
                        ? 2
                        : from.is(Type.Kind.OBJECT) ? 4 : from.is(Type.Kind.BOOLEAN) ? 7 : IMPOSSIBLE;
            case LONG ->
                from.kind() == Type.Kind.INT
                        ? 1
                        : from.is(Type.Kind.OBJECT) ? 4 : from.is(Type.Kind.BOOLEAN) ? 7 : IMPOSSIBLE;
            case DOUBLE -> from.isWhole() ? 3 : from.is(Type.Kind.OBJECT) ? 7 : IMPOSSIBLE;
            case BOOLEAN -> from.is(Type.Kind.OBJECT) ? 7 : 8;
            case STRING, BYTES ->
                from.is(Type.Kind.OBJECT, Type.Kind.NULL)
                        ? 5
                        : from.isJava(Path.class) && to.kind() == Type.Kind.STRING
                                ? 4
                                : scope.module().isPython2() && from.is(Type.Kind.STRING, Type.Kind.BYTES)
                                        ? 4
                                        : IMPOSSIBLE;
            case LIST, DICT, SET, TUPLE ->
                from.is(Type.Kind.OBJECT, Type.Kind.NULL)
                        ? 5
                        : to.kind() == Type.Kind.LIST && from.kind() == Type.Kind.TUPLE ? 2 : IMPOSSIBLE;
            case FUNCTION -> from.is(Type.Kind.OBJECT, Type.Kind.NULL) ? 5 : IMPOSSIBLE;
            case JAVA -> javaCost(from, to);
            case USER ->
                from.is(Type.Kind.OBJECT, Type.Kind.NULL)
                        ? 5
                        : from.kind() == Type.Kind.USER ? (Type.join(from, to).equals(to) ? 0 : 5) : IMPOSSIBLE;
            default -> from.is(Type.Kind.OBJECT, Type.Kind.NULL) ? 5 : IMPOSSIBLE;
        };
    }

    private int javaCost(Type from, Type to) {
        Class<?> wanted = to.java();
        if (wanted == null) {
            return IMPOSSIBLE;
        }
        if (from.is(Type.Kind.OBJECT, Type.Kind.NULL)) {
            return 5;
        }
        Class<?> raw = raw(from);
        if (raw != null && wanted.isAssignableFrom(raw)) {
            return wanted == raw ? 0 : 2;
        }
        if (wanted == Path.class && from.kind() == Type.Kind.STRING) {
            return 4;
        }
        if (wanted == Duration.class && from.isNumber() || wanted == Instant.class && from.isNumber()) {
            return 4;
        }
        if (wanted == HandlerFactory.class && from.is(Type.Kind.CLASS, Type.Kind.FUNCTION)) {
            return 3;
        }
        if (wanted == InputStream.class && isStreamLike(from) || wanted == OutputStream.class && isStreamLike(from)) {
            return 4;
        }
        if (from.kind() == Type.Kind.USER
                && from.user() != null
                && wanted.isAssignableFrom(from.user().javaBase())) {
            return 2;
        }
        if (raw != null && raw.isAssignableFrom(wanted) && !from.isPrimitive()) {
            return 6;
        }
        return IMPOSSIBLE;
    }

    static boolean isStreamLike(Type type) {
        return type.isJava(dev.gangway.porting.PythonFile.class);
    }

    /** Returns the class of Java that holds values of a type, or null. */
    static @org.jspecify.annotations.Nullable Class<?> raw(Type type) {
        return switch (type.kind()) {
            case STRING -> String.class;
            case BYTES -> byte[].class;
            case LIST -> List.class;
            case TUPLE -> dev.gangway.porting.Tuple.class;
            case DICT -> Map.class;
            case SET -> java.util.Set.class;
            case FUNCTION -> dev.gangway.porting.Function.class;
            case JAVA -> type.java();
            case USER -> type.user() == null ? null : type.user().javaBase();
            case LONG, INT -> Long.class;
            case DOUBLE -> Double.class;
            case BOOLEAN -> Boolean.class;
            default -> null;
        };
    }

    /** Returns the text of an expression where a type is wanted. */
    String to(Expr x, Type to) {
        return of(x, to).text();
    }

    /** Returns the {@code None} of a call that gives nothing in Java. */
    Expr none(Expr x) {
        if (!x.text().endsWith(")") || x.level() != Expr.PRIMARY) {
            throw new Untranslatable("the value of what has none");
        }
        scope.mayThrowIo();
        return Expr.of(use(Ported.class) + ".none(() -> " + x.text() + ")", Type.OBJECT);
    }

    /** Returns an expression of the type that is wanted. */
    Expr of(Expr x, Type to) {
        Type from = x.type();
        if (from.kind() == Type.Kind.VOID) {
            return of(none(x), to);
        }
        if (from.kind() == Type.Kind.BOTTOM && to.is(Type.Kind.OBJECT, Type.Kind.BOTTOM)) {
            return x.as(Type.OBJECT);
        }
        if (from.kind() == Type.Kind.BOTTOM) {
            return to.isPrimitive() ? toPrimitive(x.as(Type.OBJECT), to) : cast(x.as(Type.OBJECT), to);
        }
        if (to.is(Type.Kind.OBJECT, Type.Kind.BOTTOM)) {
            return toObject(x);
        }
        if (from.kind() == Type.Kind.NULL) {
            if (to.isPrimitive()) {
                throw new Untranslatable("None where a number is needed");
            }
            return Expr.of("null", to.orNull());
        }
        if (to.isPrimitive()) {
            return toPrimitive(x, to);
        }
        if (from.kind() == to.kind() && !to.is(Type.Kind.JAVA, Type.Kind.USER)) {
            return sameKind(x, to);
        }
        return switch (to.kind()) {
            case STRING -> toText(x);
            case BYTES -> toBytes(x);
            case LIST ->
                from.kind() == Type.Kind.TUPLE
                        ? Expr.of(use(Ported.class) + ".cast(" + x.text() + ")", to)
                        : cast(x, to);
            case JAVA -> toJava(x, to);
            case USER ->
                from.kind() == Type.Kind.USER
                                && Type.join(from, to).equals(to.nullable() || from.nullable() ? to.orNull() : to)
                        ? x
                        : cast(x, to);
            default -> cast(x, to);
        };
    }

    private Expr sameKind(Expr x, Type to) {
        Type from = x.type();
        if (from.kind() == Type.Kind.CLASS && to.user() != null && to.user().isHandler()) {
            return factory(x);
        }
        if (from.args().isEmpty()
                || x.fresh()
                || from.kind() == Type.Kind.TUPLE
                || from.boxed(scope.imports()).equals(to.boxed(scope.imports()))) {
            return x.as(to);
        }
        return Expr.of(use(Ported.class) + ".cast(" + x.text() + ")", to);
    }

    /**
     * Returns an operand of {@code ? :} as an expression of the type that is wanted. Java makes two numbers of different types one type;
     * a cast keeps them apart.
     */
    Expr chosen(Expr x, Type to, Expr other) {
        Expr converted = of(x, to);
        boolean mixed = to.kind() == Type.Kind.OBJECT
                && x.type().isNumber()
                && other.type().isNumber();
        return mixed ? Expr.of("(Object) " + converted.at(Expr.UNARY), to, Expr.UNARY) : converted;
    }

    private Expr toObject(Expr x) {
        return switch (x.type().kind()) {
            case INT ->
                x.text().matches("-?\\d+")
                        ? Expr.of(x.text() + "L", Type.LONG, x.level())
                        : Expr.of("(long) " + x.at(Expr.UNARY), Type.LONG, Expr.UNARY);
            case LONG -> x.text().matches("-?\\d+") ? Expr.of(x.text() + "L", Type.LONG, x.level()) : x;
            case JAVA ->
                x.type().isJava(java.net.InetSocketAddress.class)
                        ? Expr.of(
                                use(dev.gangway.porting.Servers.class) + ".tuple(" + x.text() + ")",
                                Type.tuple(List.of(Type.STRING, Type.LONG)))
                        : x;
            default -> x;
        };
    }

    private Expr toPrimitive(Expr x, Type to) {
        Type from = x.type();
        if (from.kind() == to.kind()) {
            return x;
        }
        String ported = use(Ported.class);
        return switch (to.kind()) {
            case BOOLEAN -> new Conditions(new Expressions(scope)).truthOf(x);
            case INT ->
                switch (from.kind()) {
                    case LONG ->
                        x.text().matches("(?:Lists|Dicts)\\.at\\(.*")
                                ? Expr.of("(int) " + ported + ".asLong(" + x.text() + ")", Type.INT, Expr.UNARY)
                                : x.text().matches("\\d{1,9}")
                                        ? x.as(Type.INT)
                                        : Expr.of("(int) " + x.at(Expr.UNARY), Type.INT, Expr.UNARY);
                    case BOOLEAN -> Expr.of(x.at(Expr.OR) + " ? 1 : 0", Type.INT, Expr.TERNARY);
                    case DOUBLE -> Expr.of("(int) " + x.at(Expr.UNARY), Type.INT, Expr.UNARY);
                    case OBJECT -> Expr.of("(int) " + ported + ".asLong(" + x.text() + ")", Type.INT, Expr.UNARY);
                    default -> throw new Untranslatable(from.kind() + " where a number is needed");
                };
            case LONG ->
                switch (from.kind()) {
                    case INT -> x.as(Type.LONG);
                    case BOOLEAN -> Expr.of(x.at(Expr.OR) + " ? 1 : 0", Type.LONG, Expr.TERNARY);
                    case DOUBLE -> Expr.of("(long) " + x.at(Expr.UNARY), Type.LONG, Expr.UNARY);
                    case OBJECT -> Expr.of(ported + ".asLong(" + x.text() + ")", Type.LONG);
                    default -> throw new Untranslatable(from.kind() + " where a number is needed");
                };
            default ->
                switch (from.kind()) {
                    case INT, LONG -> x.as(Type.DOUBLE);
                    case OBJECT -> Expr.of(ported + ".asDouble(" + x.text() + ")", Type.DOUBLE);
                    default -> throw new Untranslatable(from.kind() + " where a number is needed");
                };
        };
    }

    private Expr cast(Expr x, Type to) {
        Class<?> known = raw(x.type());
        Class<?> wanted = raw(to);
        if (known != null
                && wanted != null
                && !known.isAssignableFrom(wanted)
                && !wanted.isInterface()
                && !known.isInterface()) {
            throw new Untranslatable(x.type().kind() + " where " + to.kind() + " is needed");
        }
        if (to.is(Type.Kind.LIST, Type.Kind.DICT, Type.Kind.SET)) {
            return Expr.of(use(Ported.class) + ".<" + to.text(scope.imports()) + ">cast(" + x.text() + ")", to);
        }
        return Expr.of("(" + to.text(scope.imports()) + ") " + x.at(Expr.UNARY), to, Expr.UNARY);
    }

    private Expr toText(Expr x) {
        Type from = x.type();
        if (from.isJava(Path.class)) {
            return Expr.of(x.at(Expr.PRIMARY) + ".toString()", Type.STRING);
        }
        if (from.kind() == Type.Kind.BYTES && scope.module().isPython2()) {
            return Expr.of("new String(" + x.text() + ", " + scope.imports().charset("ISO_8859_1") + ")", Type.STRING);
        }
        if (from.kind() == Type.Kind.OBJECT) {
            return scope.module().isPython2()
                    ? Expr.of(use(Ported.class) + ".text(" + x.text() + ")", Type.STRING.orNull())
                    : cast(x, Type.STRING.orNull());
        }
        throw new Untranslatable(from.kind() + " where text is needed");
    }

    private Expr toBytes(Expr x) {
        if (x.type().kind() == Type.Kind.STRING && scope.module().isPython2()) {
            return Expr.of(x.at(Expr.PRIMARY) + ".getBytes(" + scope.imports().charset("ISO_8859_1") + ")", Type.BYTES);
        }
        if (x.type().kind() == Type.Kind.OBJECT && !scope.module().isPython2()) {
            return cast(x, Type.BYTES.orNull());
        }
        return Expr.of(use(Bytes.class) + ".of(" + toObject(x).text() + ")", Type.BYTES);
    }

    private Expr toJava(Expr x, Type to) {
        Class<?> wanted = to.java();
        Type from = x.type();
        if (wanted == null || javaCost(from, to) == IMPOSSIBLE) {
            throw new Untranslatable(from + " where " + to + " is needed");
        }
        Class<?> raw = raw(from);
        if (raw != null && wanted.isAssignableFrom(raw)) {
            return wanted == Object.class || wanted == Number.class || wanted == Iterable.class && from.isWhole()
                    ? toObject(x)
                    : x;
        }
        if (wanted == Path.class && from.kind() == Type.Kind.STRING) {
            Expr plain = TranslatedPath.plain(x);
            return plain != null ? plain : Expr.of(use(Path.class) + ".of(" + x.text() + ")", to);
        }
        if (wanted == Path.class && from.kind() == Type.Kind.OBJECT) {
            return Expr.of(use(dev.gangway.porting.Pathlib.class) + ".path(" + x.text() + ")", to);
        }
        if (wanted == Duration.class && from.isWhole()) {
            return Expr.of(use(Duration.class) + ".ofSeconds(" + x.text() + ")", to);
        }
        if (wanted == Duration.class && from.kind() == Type.Kind.DOUBLE) {
            return Expr.of(use(Duration.class) + ".ofMillis((long) (1000 * " + x.at(Expr.PRODUCT) + "))", to);
        }
        if (wanted == Instant.class && from.isNumber()) {
            return Expr.of(
                    use(Instant.class) + ".ofEpochSecond("
                            + (from.kind() == Type.Kind.DOUBLE ? "(long) " + x.at(Expr.UNARY) : x.text()) + ")",
                    to);
        }
        if (wanted == HandlerFactory.class && from.kind() == Type.Kind.CLASS) {
            return factory(x);
        }
        if (wanted == HandlerFactory.class) {
            return Expr.of(
                    "() -> (" + use(dev.gangway.host.Handler.class) + ") " + x.at(Expr.PRIMARY) + ".call()",
                    to,
                    Expr.LOWEST);
        }
        if (isStreamLike(from)) {
            return Expr.of(x.at(Expr.PRIMARY) + (wanted == InputStream.class ? ".input()" : ".output()"), to);
        }
        if (from.kind() == Type.Kind.USER
                && from.user() != null
                && wanted.isAssignableFrom(from.user().javaBase())) {
            return x;
        }
        return cast(x, to);
    }

    /** Returns the factory of a handler class that is given as a value. */
    Expr factory(Expr x) {
        PyClass handler = x.type().user();
        if (handler == null || !handler.isHandler()) {
            throw new Untranslatable("a class as a value");
        }
        Type type = Type.java(HandlerFactory.class);
        return x.text().endsWith(".class")
                ? Expr.of(handler.reference(scope.imports()) + "::new", type, Expr.LOWEST)
                : x.as(type);
    }

    /** Returns the type that stands for a parameter of a method of a library. */
    static Type typeOf(java.lang.reflect.Type declared) {
        if (declared instanceof Class<?> type) {
            return ofClass(type);
        }
        if (declared instanceof java.lang.reflect.ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            java.lang.reflect.Type[] args = generic.getActualTypeArguments();
            if (raw == List.class) {
                return Type.list(typeOf(args[0]));
            }
            if (raw == Map.class) {
                return Type.dict(typeOf(args[0]), typeOf(args[1]));
            }
            if (raw == java.util.Set.class) {
                return Type.set(typeOf(args[0]));
            }
            return ofClass(raw);
        }
        return Type.OBJECT;
    }

    private static Type ofClass(Class<?> type) {
        if (type == void.class) {
            return Type.VOID;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Type.BOOLEAN;
        }
        if (type == int.class) {
            return Type.INT;
        }
        if (type == long.class || type == Long.class) {
            return Type.LONG;
        }
        if (type == double.class || type == Double.class) {
            return Type.DOUBLE;
        }
        if (type == String.class) {
            return Type.STRING;
        }
        if (type == byte[].class) {
            return Type.BYTES;
        }
        if (type == Object.class || Collection.class == type) {
            return type == Object.class ? Type.OBJECT : Type.java(type);
        }
        if (type == List.class) {
            return Type.list(Type.OBJECT);
        }
        if (type == Map.class) {
            return Type.dict(Type.OBJECT, Type.OBJECT);
        }
        if (type == java.util.Set.class) {
            return Type.set(Type.OBJECT);
        }
        if (type == dev.gangway.porting.Tuple.class) {
            return Type.tuple(List.of());
        }
        if (type == dev.gangway.porting.Function.class) {
            return Type.FUNCTION;
        }
        return Type.java(type);
    }
}
