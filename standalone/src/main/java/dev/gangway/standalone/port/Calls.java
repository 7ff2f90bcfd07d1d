package dev.gangway.standalone.port;

import dev.gangway.porting.Bytes;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Python;
import dev.gangway.porting.Streams;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates calls. */
final class Calls {
    private final Expressions expressions;
    private final Members members;
    private final Invocation invocation;
    private final OwnCalls ownCalls;
    private final Constructions constructions;
    private final LibraryCalls libraryCalls;
    private final Builtins builtins;
    private final MethodCalls methodCalls;

    Calls(Expressions expressions, Members members) {
        this.expressions = expressions;
        this.members = members;
        invocation = new Invocation(expressions);
        ownCalls = new OwnCalls(this);
        constructions = new Constructions(this);
        libraryCalls = new LibraryCalls(this);
        builtins = new Builtins(this);
        methodCalls = new MethodCalls(this);
    }

    OwnCalls ownCalls() {
        return ownCalls;
    }

    Constructions constructions() {
        return constructions;
    }

    Builtins builtins() {
        return builtins;
    }

    MethodCalls methodCalls() {
        return methodCalls;
    }

    Expressions expressions() {
        return expressions;
    }

    Members members() {
        return members;
    }

    Invocation invocation() {
        return invocation;
    }

    String use(Class<?> type) {
        return expressions.use(type);
    }

    Scope scope() {
        return expressions.scope();
    }

    Arguments arguments(Node call) {
        List<Expr> args = new ArrayList<>();
        boolean starred = false;
        List<Node> nodes = call.list("args");
        if (nodes.stream().limit(Math.max(0, nodes.size() - 1)).anyMatch(each -> each.is("Starred"))) {
            args.add(Expr.of(
                    expressions.displays().starred(nodes).at(Expr.PRIMARY) + ".toArray()", Type.java(Object[].class)));
            nodes = List.of();
            starred = true;
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node each = nodes.get(i);
            if (each.is("Starred")) {
                Expr rest = expressions.of(each.get("value"));
                String array =
                        rest.type().kind() == Type.Kind.TUPLE || rest.type().kind() == Type.Kind.LIST
                                ? rest.at(Expr.PRIMARY) + ".toArray()"
                                : use(Python.class) + ".list(" + expressions.argument(rest) + ").toArray()";
                args.add(Expr.of(array, Type.java(Object[].class)));
                starred = true;
            } else {
                args.add(expressions.of(each));
            }
        }
        Map<String, Expr> keywords = new LinkedHashMap<>();
        for (Node each : call.records("keywords")) {
            Expr value = expressions.of(each.get("value"));
            Expr before = each.has("arg") ? null : keywords.get(Arguments.MORE);
            keywords.put(
                    each.has("arg") ? each.text("arg") : Arguments.MORE,
                    before == null
                            ? value
                            : Expr.of(
                                    use(Dicts.class) + ".merge(" + dict(before) + ", " + dict(value) + ")",
                                    Type.dict(Type.OBJECT, Type.OBJECT)));
        }
        return new Arguments(args, keywords, starred);
    }

    private String dict(Expr x) {
        return use(Dicts.class) + ".dict(" + expressions.argument(x) + ")";
    }

    Expr of(Node node) {
        Node function = node.get("func");
        if (function.is("Name")) {
            return named(node, function);
        }
        if (function.is("Attribute")) {
            return attribute(node, function);
        }
        return value(expressions.of(function), arguments(node));
    }

    private Expr value(Expr function, Arguments arguments) {
        if (function.type().is(Type.Kind.OBJECT, Type.Kind.FUNCTION, Type.Kind.BOTTOM)) {
            return callValue(function, arguments);
        }
        throw new Untranslatable("a call of " + function.type().kind());
    }

    Expr callValue(Expr function, Arguments arguments) {
        scope().mayThrowIo();
        List<String> texts = expressions.loose(arguments);
        if (texts.size() == 1
                && (texts.get(0).equals("null")
                        || arguments.args().size() == 1
                                && arguments.args().get(0).type().is(Type.Kind.NULL))) {
            texts.set(0, "(Object) " + texts.get(0));
        }
        if (function.type().kind() == Type.Kind.FUNCTION && function.level() == Expr.PRIMARY) {
            return Expr.of(function.text() + ".call(" + String.join(", ", texts) + ")", Type.OBJECT);
        }
        texts.add(0, expressions.argument(function));
        return Expr.of(use(Dynamic.class) + ".invoke(" + String.join(", ", texts) + ")", Type.OBJECT);
    }

    private Expr named(Node node, Node function) {
        String id = function.text("id");
        Var var = expressions.variables().of(function);
        if (var != null) {
            Expr value = expressions.of(function);
            if (value.type().kind() == Type.Kind.CLASS && value.type().user() != null) {
                return constructions.construct(value.type().user(), node);
            }
            return callValue(value, arguments(node));
        }
        Func own = scope().module().function(id, scope().function());
        if (own != null) {
            return ownCalls.own(own, "", node);
        }
        PyClass type = scope().module().classes().get(id);
        if (type != null) {
            return constructions.construct(type, node);
        }
        String imported = scope().module().imported(id);
        if (imported != null) {
            return libraryCalls.qualified(Library.canonical(imported), node);
        }
        return builtins.builtin(id, node);
    }

    private Expr attribute(Node node, Node function) {
        Node object = function.get("value");
        String name = function.text("attr");
        if (isSuper(object)) {
            return superCall(name, arguments(node));
        }
        if (members.isModule(object)) {
            String qualified = scope().module().qualified(function);
            if (isBase(scope().module().qualified(object))
                    && !node.list("args").isEmpty()
                    && members.isSelf(node.list("args").get(0))) {
                return superCall(name, arguments(node).withoutFirst());
            }
            return libraryCalls.qualified(qualified, node);
        }
        if (members.isSelf(object)) {
            return onSelf(name, node);
        }
        PyClass made = members.classOf(function);
        if (made != null) {
            return constructions.construct(made, node);
        }
        PyClass type = members.classOf(object);
        if (type != null) {
            return onClass(type, name, node);
        }
        if (name.equals("format") && object.isText()) {
            Expr formatted = expressions.formats().format(object, node.list("args"), node.records("keywords"));
            if (formatted.type().kind() != Type.Kind.BOTTOM) {
                return formatted;
            }
        }
        Expr knownAttribute = changeOfAttribute(object, name, node);
        if (knownAttribute != null) {
            return knownAttribute;
        }
        return methodCalls.method(expressions.of(object), name, arguments(node), node);
    }

    /** Translates a change of a map that is an attribute of a handler, of which Gangway gives a copy. */
    private @Nullable Expr changeOfAttribute(Node object, String name, Node node) {
        if (!members.isExtensionsMap(object) || !name.equals("update")) {
            return null;
        }
        Expr other = arguments(node).args().get(0);
        return Expr.of(
                "extensionsMap(" + use(Dicts.class) + ".union(extensionsMap(), " + expressions.argument(other) + "))",
                Type.VOID);
    }

    private boolean isBase(String qualified) {
        PyClass owner = scope().owner();
        Class<?> type = Library.type(qualified);
        return owner != null && type != null && type.isAssignableFrom(owner.javaBase());
    }

    private static boolean isSuper(Node object) {
        return object.is("Call") && object.get("func").isName("super");
    }

    private Expr superCall(String name, Arguments arguments) {
        PyClass owner = scope().owner();
        if (owner == null || scope().isLambda()) {
            throw new Untranslatable("super() here");
        }
        if (owner.base() != null && owner.base().method(name) != null) {
            Func method = owner.base().method(name);
            if (method != null) {
                return expressions.functions().call(method, "super.", ownCalls.texts(method, arguments));
            }
        }
        Expr receiver = Expr.of("super", Type.java(owner.javaBase()));
        Expr found = new SuperCalls(invocation)
                .call(onlyInstance(Library.methods(owner.javaBase(), name)), receiver, arguments);
        if (found == null) {
            throw new Untranslatable("super()." + name + "(), which the base class has not");
        }
        return found;
    }

    static List<Method> onlyInstance(List<Method> methods) {
        return methods.stream()
                .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private Expr onSelf(String name, Node node) {
        PyClass owner = scope().owner();
        if (owner == null) {
            throw new Untranslatable("self outside of a class");
        }
        String alias = owner.aliases().get(name);
        Func method = owner.method(alias == null ? name : alias);
        if (method != null) {
            return ownCalls.own(method, "", node);
        }
        if (owner.field(name) != null && !Members.isKnownAttribute(owner, name)) {
            return callValue(members.ofSelfField(name), arguments(node));
        }
        return methodCalls.method(Expr.of("", Type.user(owner)), name, arguments(node), node);
    }

    private Expr onClass(PyClass type, String name, Node node) {
        Func method = type.method(name);
        if (method == null) {
            if (node.list("args").size() > 0 && members.isSelf(node.list("args").get(0))) {
                return superCall(name, arguments(node).withoutFirst());
            }
            Var field = type.field(name);
            if (field != null) {
                return callValue(members.ofClassField(type, name), arguments(node));
            }
            throw new Untranslatable("a method of a class");
        }
        if (method.isStatic()) {
            return ownCalls.own(method, type == scope().owner() ? "" : type.reference(scope().imports()) + ".", node);
        }
        if (!node.list("args").isEmpty() && members.isSelf(node.list("args").get(0)) && scope().owner() != null) {
            String before = scope().owner() == type ? "" : "super.";
            return expressions
                    .functions()
                    .call(method, before, ownCalls.texts(method, arguments(node).withoutFirst()));
        }
        throw new Untranslatable("a method that is called on its class");
    }

    String streams() {
        return use(Streams.class) + use(Bytes.class) + Locale.ROOT;
    }
}
