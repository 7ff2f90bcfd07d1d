package dev.gangway.standalone.port;

import dev.gangway.porting.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression or variable.
 *
 * @param kind what it is
 * @param args of elements; of keys and values
 * @param java the class, if it is one of a library
 * @param user the class, if it is one of the module
 * @param nullable whether it may be {@code None}
 */
record Type(
        Kind kind,
        List<Type> args,
        @Nullable Class<?> java,
        @Nullable PyClass user,
        boolean nullable) {
    enum Kind {
        /** Nothing is known yet. */
        BOTTOM,
        NULL,
        VOID,
        BOOLEAN,
        /** A Java {@code int}, as lengths are. */
        INT,
        LONG,
        DOUBLE,
        STRING,
        BYTES,
        LIST,
        DICT,
        SET,
        TUPLE,
        FUNCTION,
        /** An object of a class of a library. */
        JAVA,
        /** An object of a class of the module. */
        USER,
        /** A class of the module, as a value. */
        CLASS,
        OBJECT
    }

    static final Type BOTTOM = of(Kind.BOTTOM);
    static final Type NULL = of(Kind.NULL).orNull();
    static final Type VOID = of(Kind.VOID);
    static final Type BOOLEAN = of(Kind.BOOLEAN);
    static final Type INT = of(Kind.INT);
    static final Type LONG = of(Kind.LONG);
    static final Type DOUBLE = of(Kind.DOUBLE);
    static final Type STRING = of(Kind.STRING);
    static final Type BYTES = of(Kind.BYTES);
    static final Type FUNCTION = of(Kind.FUNCTION).orNull();
    static final Type OBJECT = of(Kind.OBJECT).orNull();
    static final Type STRINGS = list(STRING);

    private static final int MAX_DEPTH = 3;

    private static Type of(Kind kind, Type... args) {
        return new Type(kind, List.of(args), null, null, false);
    }

    static Type list(Type element) {
        return of(Kind.LIST, element);
    }

    static Type dict(Type key, Type value) {
        return of(Kind.DICT, key, value);
    }

    static Type set(Type element) {
        return of(Kind.SET, element);
    }

    static Type tuple(List<Type> elements) {
        return new Type(Kind.TUPLE, elements, null, null, false);
    }

    static Type java(Class<?> type) {
        return new Type(Kind.JAVA, List.of(), type, null, false);
    }

    static Type user(PyClass type) {
        return new Type(Kind.USER, List.of(), null, type, false);
    }

    static Type reference(PyClass type) {
        return new Type(Kind.CLASS, List.of(), null, type, false);
    }

    Type orNull() {
        return new Type(kind, args, java, user, true);
    }

    Type notNull() {
        return kind == Kind.OBJECT || kind == Kind.NULL ? this : new Type(kind, args, java, user, false);
    }

    boolean is(Kind... kinds) {
        return List.of(kinds).contains(kind);
    }

    boolean isJava(Class<?> type) {
        return kind == Kind.JAVA && java != null && type.isAssignableFrom(java);
    }

    boolean isWhole() {
        return is(Kind.INT, Kind.LONG);
    }

    boolean isNumber() {
        return is(Kind.INT, Kind.LONG, Kind.DOUBLE);
    }

    boolean isPrimitive() {
        return is(Kind.INT, Kind.LONG, Kind.DOUBLE, Kind.BOOLEAN);
    }

    /** Returns an element's type, {@code Object} if nothing is known of it. */
    Type element() {
        return args.isEmpty() ? OBJECT : args.get(0).orObject();
    }

    Type value() {
        return args.size() < 2 ? OBJECT : args.get(1).orObject();
    }

    Type orObject() {
        return is(Kind.BOTTOM, Kind.VOID, Kind.NULL) ? OBJECT : this;
    }

    /** Returns the type that a variable has which holds values of both. */
    static Type join(Type a, Type b) {
        return join(a, b, 0);
    }

    private static Type join(Type a, Type b, int depth) {
        if (a.kind == Kind.BOTTOM) {
            return b;
        }
        if (b.kind == Kind.BOTTOM) {
            return a;
        }
        if (depth > MAX_DEPTH) {
            return OBJECT;
        }
        if (a.kind == Kind.NULL || b.kind == Kind.NULL) {
            Type other = a.kind == Kind.NULL ? b : a;
            return other.isPrimitive() ? OBJECT : other.orNull();
        }
        Type joined = joinPresent(a, b, depth);
        return a.nullable || b.nullable ? joined.orNull() : joined;
    }

    private static Type joinPresent(Type a, Type b, int depth) {
        if (a.kind == b.kind) {
            return switch (a.kind) {
                case LIST, SET, DICT -> joinArgs(a, b, depth);
                case TUPLE -> a.args.size() == b.args.size() ? joinArgs(a, b, depth) : tuple(List.of());
                case JAVA -> joinJava(a, b);
                case USER -> joinUser(a, b);
                case CLASS -> a.user == b.user ? a : OBJECT;
                default -> a;
            };
        }
        if (a.isWhole() && b.isWhole()) {
            return LONG;
        }
        return OBJECT;
    }

    private static Type joinArgs(Type a, Type b, int depth) {
        List<Type> joined = new ArrayList<>();
        for (int i = 0; i < a.args.size(); i++) {
            joined.add(join(a.args.get(i), b.args.get(i), depth + 1));
        }
        return new Type(a.kind, joined, null, null, false);
    }

    private static Type joinJava(Type a, Type b) {
        if (a.java == null || b.java == null) {
            return OBJECT;
        }
        return a.java.isAssignableFrom(b.java) ? a : b.java.isAssignableFrom(a.java) ? b : OBJECT;
    }

    private static Type joinUser(Type a, Type b) {
        for (PyClass one = a.user; one != null; one = one.base()) {
            for (PyClass other = b.user; other != null; other = other.base()) {
                if (one == other) {
                    return user(one);
                }
            }
        }
        return OBJECT;
    }

    /** Returns the type of a variable: no {@code int}, and no type that is not known. */
    Type settled() {
        return kind == Kind.INT ? LONG : orObject();
    }

    /** Returns the name of the type as Java has it. */
    String text(Imports imports) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case INT -> "int";
            case LONG -> "long";
            case DOUBLE -> "double";
            case VOID -> "void";
            case STRING -> "String";
            case BYTES -> "byte[]";
            case LIST -> imports.use(List.class) + "<" + element().boxed(imports) + ">";
            case SET -> imports.use(java.util.Set.class) + "<" + element().boxed(imports) + ">";
            case DICT ->
                imports.use(java.util.Map.class) + "<" + element().boxed(imports) + ", " + value().boxed(imports) + ">";
            case TUPLE -> imports.use(Tuple.class);
            case FUNCTION -> imports.use(dev.gangway.porting.Function.class);
            case JAVA -> imports.use(java == null ? Object.class : java) + parameters();
            case USER -> user == null ? "Object" : user.reference(imports);
            case CLASS ->
                user != null && user.isHandler() ? imports.use(dev.gangway.host.HandlerFactory.class) : "Class<?>";
            default -> "Object";
        };
    }

    private String parameters() {
        int count = java == null ? 0 : java.getTypeParameters().length;
        return count == 0 ? "" : "<" + "?, ".repeat(count - 1) + "?>";
    }

    String boxed(Imports imports) {
        return switch (kind) {
            case BOOLEAN -> "Boolean";
            case INT, LONG -> "Long";
            case DOUBLE -> "Double";
            default -> text(imports);
        };
    }

    /** Returns the type of a variable of a loop: a primitive where there is one. */
    String boxedOrPrimitive(Imports imports) {
        return kind == Kind.INT ? "long" : text(imports);
    }

    @Override
    public String toString() {
        String name = kind == Kind.JAVA && java != null ? java.getSimpleName() : kind.name();
        return name
                + (args.isEmpty() ? "" : args.stream().map(Type::toString).collect(Collectors.joining(", ", "<", ">")))
                + (nullable ? "?" : "");
    }
}
