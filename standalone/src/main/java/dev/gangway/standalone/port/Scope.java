package dev.gangway.standalone.port;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a statement stands: which names it sees, and which lines have to stand before it. */
final class Scope {
    private final ModuleModel module;
    private final @Nullable PyClass owner;
    private final @Nullable Func function;
    private final Locals locals;
    private final Imports imports;
    private final Set<String> javaNames = new HashSet<>();
    private final Deque<Map<String, Var>> inner = new ArrayDeque<>();
    private final Deque<Scope> parents = new ArrayDeque<>();
    private Out pre = new Out(0);
    private boolean throwsIo;
    private boolean isStatic;
    private boolean lambda;
    private String argsName = "";
    private String self = "";

    Scope(ModuleModel module, @Nullable PyClass owner, @Nullable Func function, Locals locals, Imports imports) {
        this.module = module;
        this.owner = owner;
        this.function = function;
        this.locals = locals;
        this.imports = imports;
        isStatic = function == null || function.isStatic();
        self = function == null ? "" : function.self();
    }

    /** Makes the scope of an inner function, which sees the variables of the outer one. */
    Scope inside(Func inner, Locals own) {
        Scope made = new Scope(module, owner, inner, own, imports);
        made.parents.add(this);
        made.isStatic = isStatic;
        made.self = self;
        made.javaNames.addAll(javaNames);
        made.lambda = true;
        return made;
    }

    ModuleModel module() {
        return module;
    }

    @Nullable PyClass owner() {
        return owner;
    }

    @Nullable Func function() {
        return function;
    }

    Locals locals() {
        return locals;
    }

    Imports imports() {
        return imports;
    }

    boolean isStatic() {
        return isStatic;
    }

    void isStatic(boolean value) {
        isStatic = value;
    }

    boolean isLambda() {
        return lambda;
    }

    /** Returns the name of the object whose method this is in Python, or "". */
    String self() {
        return self;
    }

    void self(String name) {
        self = name;
    }

    @Nullable Scope parent() {
        return parents.peek();
    }

    /** Returns the lines that have to stand before the statement. */
    Out pre() {
        return pre;
    }

    Out swapPre(Out other) {
        Out old = pre;
        pre = other;
        return old;
    }

    boolean throwsIo() {
        return throwsIo;
    }

    void throwsIo(boolean value) {
        throwsIo = value;
    }

    void mayThrowIo() {
        throwsIo = true;
    }

    void push(Map<String, Var> variables) {
        inner.push(variables);
    }

    void pop() {
        inner.pop();
    }

    /** Returns the variable of a comprehension or lambda around the place, or null. */
    @Nullable Var innermost(String name) {
        for (Map<String, Var> each : inner) {
            Var found = each.get(name);
            if (found != null) {
                return found;
            }
        }
        Scope parent = parents.peek();
        return parent == null || locals.isLocal(name) ? null : parent.innermost(name);
    }

    boolean isTaken(String java) {
        return javaNames.contains(java);
    }

    void take(String java) {
        javaNames.add(java);
    }

    void free(String java) {
        javaNames.remove(java);
    }

    /** Returns the variable of a comprehension, the same one in each round. */
    Var comprehensionVar(Node generator, String name, String java) {
        Var made = new Var(name, java);
        return made;
    }

    /** Returns a name that no variable here has. */
    String fresh(String wanted) {
        String name = wanted;
        for (int i = 2; javaNames.contains(name); i++) {
            name = wanted + i;
        }
        javaNames.add(name);
        return name;
    }

    Map<String, Var> variables() {
        return new HashMap<>();
    }

    String argsName() {
        return argsName;
    }

    void argsName(String name) {
        argsName = name;
    }
}
