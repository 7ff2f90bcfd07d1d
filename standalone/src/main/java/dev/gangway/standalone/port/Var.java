package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import org.jspecify.annotations.Nullable;

/** A variable, parameter, field or result, whose type is found round by round. */
final class Var {
    private final String python;
    private String java;
    private Type type = Type.BOTTOM;
    private Type seen = Type.BOTTOM;
    private boolean fixed;
    private int assignments;
    private boolean captured;
    private boolean boxed;
    private boolean boxable = true;
    private @Nullable Var previous;

    Var(String python) {
        this.python = python;
        java = JavaNames.variable(python);
    }

    Var(String python, String java) {
        this.python = python;
        this.java = java;
    }

    String python() {
        return python;
    }

    /** Returns how Java reads the variable. */
    String java() {
        return boxed ? java + ".value" : java;
    }

    /** Returns the name that Java declares. */
    String name() {
        return java;
    }

    /** Makes it a {@link dev.gangway.porting.Cell}, because inner functions see it change. */
    void box() {
        boxed = true;
    }

    boolean isBoxed() {
        return boxed;
    }

    /** Says that the parameter may become a cell. */
    void allowBox(boolean allowed) {
        boxable = allowed;
    }

    boolean isBoxable() {
        return boxable;
    }

    void java(String name) {
        java = name;
    }

    /** Returns the type as far as it is known. */
    Type type() {
        return fixed ? type : type.settled();
    }

    Type raw() {
        return type;
    }

    /** Says what the type is, whatever is assigned. */
    void fix(Type known) {
        type = known;
        fixed = true;
    }

    boolean isFixed() {
        return fixed;
    }

    /** Notes that a value of this type is assigned. */
    void observe(Type value) {
        seen = Type.join(seen, value.kind() == Type.Kind.VOID ? Type.NULL : value);
    }

    Type seen() {
        return seen;
    }

    /** Takes over what was seen in a round; true if that changed the type. */
    boolean advance() {
        if (fixed) {
            return false;
        }
        Type joined = Type.join(type, seen.kind() == Type.Kind.INT ? Type.LONG : seen);
        boolean changed = !joined.equals(type);
        type = joined;
        seen = Type.BOTTOM;
        return changed;
    }

    /** Gives up on a type that does not settle. */
    void giveUp() {
        if (!fixed) {
            type = Type.OBJECT;
        }
    }

    void assigned() {
        assignments++;
    }

    int assignments() {
        return assignments;
    }

    void capture() {
        captured = true;
    }

    boolean isCaptured() {
        return captured;
    }

    /** Names the variable of the same Python name whose place this one takes. */
    void after(Var before) {
        previous = before;
    }

    @Nullable Var previous() {
        return previous;
    }
}
