package dev.gangway.standalone.port;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression in Java.
 *
 * @param text the Java
 * @param type what it is
 * @param level how strongly its outermost operator binds
 * @param fresh whether it is a new collection, whose type parameters Java finds by the place where it stands
 * @param var the variable that it reads, or null
 */
record Expr(
        String text,
        Type type,
        int level,
        boolean fresh,
        @Nullable Var var) {
    private static final Pattern SIMPLE =
            Pattern.compile("[\\w.]+|\"[^\"]*\"|(?:\\w+\\.)*(?:path|command|requestline|requestVersion"
                    + "|headers|rfile|wfile|server|connection|clientAddress|directory)\\(\\)");

    static final int LOWEST = 0;
    static final int TERNARY = 1;
    static final int OR = 2;
    static final int AND = 3;
    static final int BIT_OR = 4;
    static final int BIT_XOR = 5;
    static final int BIT_AND = 6;
    static final int EQUALITY = 7;
    static final int RELATION = 8;
    static final int SHIFT = 9;
    static final int SUM = 10;
    static final int PRODUCT = 11;
    static final int UNARY = 12;
    static final int PRIMARY = 14;

    static Expr of(String text, Type type) {
        return new Expr(text, type, PRIMARY, false, null);
    }

    static Expr of(String text, Type type, int level) {
        return new Expr(text, type, level, false, null);
    }

    static Expr fresh(String text, Type type) {
        return new Expr(text, type, PRIMARY, true, null);
    }

    static Expr read(Var var, String text, Type type) {
        return new Expr(text, type, PRIMARY, false, var);
    }

    /** Returns the text, in brackets if it binds more weakly than that. */
    String at(int wanted) {
        return level < wanted ? "(" + text + ")" : text;
    }

    boolean isNullable() {
        return type.nullable();
    }

    Expr as(Type other) {
        return new Expr(text, other, level, fresh, var);
    }

    /** Tells whether the text is a name, a literal or an attribute of a handler, which may stand twice; a call may do something. */
    boolean isSimple() {
        return SIMPLE.matcher(text).matches();
    }

    Var variable() {
        return Objects.requireNonNull(var);
    }
}
