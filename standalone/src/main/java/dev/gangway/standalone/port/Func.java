package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A function or method of the module. */
final class Func {
    /**
     * A parameter.
     *
     * @param var its value
     * @param defaultValue what it is if it is left out, or null
     */
    record Param(Var var, @Nullable Node defaultValue) {}

    private final Node node;
    private final @Nullable PyClass owner;
    private final List<Param> params = new ArrayList<>();
    private final Var result;
    private final TreeSet<Integer> arities = new TreeSet<>();
    private String java;
    private @Nullable Var rest;
    private @Nullable Var keywords;
    private final int positional;
    private boolean isStatic;
    private boolean property;
    private boolean throwsIo;
    private boolean generator;
    private java.lang.reflect.@Nullable Method overridden;

    Func(Node node, @Nullable PyClass owner) {
        this.node = node;
        this.owner = owner;
        java = JavaNames.camel(node.text("name"));
        result = new Var("return");
        Node arguments = node.get("args");
        List<Node> decorators = node.list("decorator_list");
        isStatic = owner == null || decorators.stream().anyMatch(each -> each.isName("staticmethod"));
        boolean ofClass = decorators.stream().anyMatch(each -> each.isName("classmethod"));
        property = decorators.stream().anyMatch(each -> each.isName("property"));
        List<ParamNode> all = new ArrayList<>();
        parameters(arguments, "args").forEach(all::add);
        if (!isStatic && !all.isEmpty()) {
            self = all.remove(0).name();
        }
        isStatic |= ofClass;
        positional = all.size();
        parameters(arguments, "kwonly").forEach(all::add);
        for (ParamNode each : all) {
            params.add(new Param(new Var(each.name()), each.defaultValue()));
        }
        if (arguments.has("vararg")) {
            rest = new Var(arguments.text("vararg"));
        }
        if (arguments.has("kwarg")) {
            keywords = new Var(arguments.text("kwarg"));
        }
        findYield(node);
        boolean constructor = owner != null && node.text("name").equals("__init__");
        params.forEach(param -> param.var().allowBox(!constructor));
        for (Var each : new Var[] {rest, keywords}) {
            if (each != null) {
                each.allowBox(false);
            }
        }
    }

    private String self = "";

    private record ParamNode(String name, @Nullable Node defaultValue) {}

    private static List<ParamNode> parameters(Node arguments, String field) {
        return arguments.records(field).stream()
                .map(each -> new ParamNode(each.text("name"), each.find("default")))
                .toList();
    }

    private void findYield(Node at) {
        for (Node child : at.children()) {
            if (child.is("Yield", "YieldFrom")) {
                generator = true;
            }
            if (!child.is("FunctionDef", "Lambda", "ClassDef")) {
                findYield(child);
            }
        }
    }

    Node node() {
        return node;
    }

    private boolean gives(Node at) {
        if (at.is("Return")) {
            Node value = at.find("value");
            return value != null && !value.isConstant("none");
        }
        return !at.is("Lambda", "ClassDef")
                && (at == node || !at.is("FunctionDef"))
                && at.children().stream().anyMatch(this::gives);
    }

    /** Tells whether a value is returned somewhere. */
    boolean isValued() {
        if (valued == null) {
            valued = gives(node);
        }
        return valued;
    }

    private @Nullable Boolean valued;

    @Nullable PyClass owner() {
        return owner;
    }

    String name() {
        return node.text("name");
    }

    /** Returns the name of the first parameter of a method, or "". */
    String self() {
        return self;
    }

    String java() {
        return java;
    }

    void java(String name) {
        java = name;
    }

    List<Param> params() {
        return params;
    }

    @Nullable Var rest() {
        return rest;
    }

    @Nullable Var keywords() {
        return keywords;
    }

    Var result() {
        return result;
    }

    boolean isStatic() {
        return isStatic;
    }

    boolean isProperty() {
        return property;
    }

    boolean isGenerator() {
        return generator;
    }

    boolean isDo() {
        return owner != null && owner.isHandler() && name().startsWith("do_");
    }

    boolean throwsIo() {
        return throwsIo;
    }

    /** Notes that the body may throw an {@code IOException}; true if that is news. */
    boolean throwsIo(boolean thrown) {
        boolean news = thrown && !throwsIo;
        throwsIo |= thrown;
        return news;
    }

    /** Notes that the function is called with so many arguments. */
    void called(int arguments) {
        arities.add(arguments);
    }

    java.util.Set<Integer> arities() {
        return arities;
    }

    /** Returns how many parameters stand before {@code *}: arguments without a name go to no other ones. */
    int positional() {
        return positional;
    }

    /** Returns how many parameters have no default. */
    int required() {
        int required = 0;
        for (Param param : params) {
            required += param.defaultValue() == null ? 1 : 0;
        }
        return required;
    }

    java.lang.reflect.@Nullable Method overridden() {
        return overridden;
    }

    void overrides(java.lang.reflect.Method method) {
        params.forEach(param -> param.var().allowBox(false));
        overridden = method;
        java = method.getName();
    }

    List<Var> vars() {
        List<Var> vars = new ArrayList<>();
        params.forEach(param -> vars.add(param.var()));
        if (rest != null) {
            vars.add(rest);
        }
        if (keywords != null) {
            vars.add(keywords);
        }
        vars.add(result);
        return vars;
    }
}
