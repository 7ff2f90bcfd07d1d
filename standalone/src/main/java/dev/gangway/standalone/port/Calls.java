package dev.gangway.standalone.port;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.BinaryFile;
import dev.gangway.porting.Bytes;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Python;
import dev.gangway.porting.PythonFile;
import dev.gangway.porting.Servers;
import dev.gangway.porting.Str;
import dev.gangway.porting.Streams;
import dev.gangway.porting.TextFile;
import dev.gangway.standalone.HTTPServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
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

    Calls(Expressions expressions, Members members) {
        this.expressions = expressions;
        this.members = members;
        invocation = new Invocation(expressions);
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    private Scope scope() {
        return expressions.scope();
    }

    /** The arguments of a call, translated. */
    private record Arguments(List<Expr> args, Map<String, Expr> keywords, boolean starred) {}

    private Arguments arguments(Node call) {
        List<Expr> args = new ArrayList<>();
        boolean starred = false;
        List<Node> nodes = call.list("args");
        for (int i = 0; i < nodes.size(); i++) {
            Node each = nodes.get(i);
            if (each.is("Starred")) {
                if (i + 1 < nodes.size()) {
                    throw new Untranslatable("* among arguments");
                }
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
            if (!each.has("arg")) {
                throw new Untranslatable("** in a call");
            }
            keywords.put(each.text("arg"), expressions.of(each.get("value")));
        }
        return new Arguments(args, keywords, starred);
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

    private Expr callValue(Expr function, Arguments arguments) {
        scope().mayThrowIo();
        List<String> texts = new ArrayList<>();
        arguments
                .args()
                .forEach(each ->
                        texts.add(each.type().isJava(Object[].class) ? each.text() : expressions.argument(each)));
        if (!arguments.keywords().isEmpty()) {
            texts.add(expressions.keywords(arguments.keywords()));
        }
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
        Var var = expressions.variable(function);
        if (var != null) {
            Expr value = expressions.of(function);
            if (value.type().kind() == Type.Kind.CLASS && value.type().user() != null) {
                throw new Untranslatable("an object of a class that is a value");
            }
            return callValue(value, arguments(node));
        }
        Func own = scope().module().functions().get(id);
        if (own != null) {
            return own(own, "", node);
        }
        PyClass type = scope().module().classes().get(id);
        if (type != null) {
            return construct(type, node);
        }
        String imported = scope().module().imported(id);
        if (imported != null) {
            return qualified(Library.canonical(imported), node);
        }
        return builtin(id, node);
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
                return superCall(name, withoutFirst(arguments(node)));
            }
            return qualified(qualified, node);
        }
        if (members.isSelf(object)) {
            return onSelf(name, node);
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
        return method(expressions.of(object), name, arguments(node), node);
    }

    /** Translates a change of a map that is an attribute of a handler, of which Gangway gives a copy. */
    private @Nullable Expr changeOfAttribute(Node object, String name, Node node) {
        boolean map = object.is("Attribute")
                && object.text("attr").equals("extensions_map")
                && members.isSelf(object.get("value"));
        if (!map || !name.equals("update")) {
            return null;
        }
        Expr other = arguments(node).args().get(0);
        return Expr.of(
                "extensionsMap(" + use(Dicts.class) + ".union(extensionsMap(), " + expressions.argument(other) + "))",
                Type.VOID);
    }

    private static Arguments withoutFirst(Arguments arguments) {
        return new Arguments(
                arguments.args().subList(1, arguments.args().size()), arguments.keywords(), arguments.starred());
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
                return members.call(method, "super.", texts(method, arguments));
            }
        }
        Expr receiver = Expr.of("super", Type.java(owner.javaBase()));
        Expr found = invocation.call(
                onlyInstance(Library.methods(owner.javaBase(), name)),
                receiver,
                starredArgs(arguments),
                arguments.keywords(),
                true);
        if (found == null) {
            throw new Untranslatable("super()." + name + "(), which the base class has not");
        }
        return found;
    }

    private static List<Expr> starredArgs(Arguments arguments) {
        return arguments.args();
    }

    private static List<Method> onlyInstance(List<Method> methods) {
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
            return own(method, "", node);
        }
        if (owner.field(name) != null && !Members.isKnownAttribute(owner, name)) {
            return callValue(members.ofSelfField(name), arguments(node));
        }
        return method(Expr.of("", Type.user(owner)), name, arguments(node), node);
    }

    private Expr onClass(PyClass type, String name, Node node) {
        Func method = type.method(name);
        if (method == null) {
            if (node.list("args").size() > 0 && members.isSelf(node.list("args").get(0))) {
                return superCall(name, withoutFirst(arguments(node)));
            }
            Var field = type.field(name);
            if (field != null) {
                return callValue(members.ofClassField(type, name), arguments(node));
            }
            throw new Untranslatable("a method of a class");
        }
        if (method.isStatic()) {
            return own(method, type == scope().owner() ? "" : type.reference(scope().imports()) + ".", node);
        }
        if (!node.list("args").isEmpty() && members.isSelf(node.list("args").get(0)) && scope().owner() != null) {
            String before = scope().owner() == type ? "" : "super.";
            return members.call(method, before, texts(method, withoutFirst(arguments(node))));
        }
        throw new Untranslatable("a method that is called on its class");
    }

    /** Calls a function or method of the module. */
    Expr own(Func function, String before, Node node) {
        return members.call(function, before, texts(function, arguments(node)));
    }

    List<String> texts(Func function, Node call) {
        return texts(function, arguments(call));
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
        boolean rest = arguments.starred();
        for (int i = 0; i < function.params().size(); i++) {
            Func.Param param = function.params().get(i);
            Expr value =
                    i < args.size() ? args.get(i) : keywords.remove(param.var().python());
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
        List<Expr> more = args.size() > function.params().size()
                ? args.subList(function.params().size(), args.size())
                : List.of();
        if (function.rest() == null && !more.isEmpty()) {
            throw new Untranslatable("a call with too many arguments");
        }
        if (function.keywords() == null && !keywords.isEmpty()) {
            throw new Untranslatable("a call with an unknown keyword");
        }
        if (function.keywords() != null) {
            texts.add(
                    keywords.isEmpty()
                            ? "new " + use(java.util.LinkedHashMap.class) + "<>()"
                            : use(Dicts.class) + ".of(" + pairs(keywords) + ")");
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

    private String pairs(Map<String, Expr> keywords) {
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

    private List<String> overriddenTexts(
            Func function, Method overridden, List<Expr> args, Map<String, Expr> keywords) {
        Expr receiver = Expr.of("", Type.java(overridden.getDeclaringClass()));
        Expr found = invocation.call(
                Library.methods(overridden.getDeclaringClass(), function.name()), receiver, args, keywords, true);
        if (found == null) {
            throw new Untranslatable("a call of a method that is overridden, with other arguments");
        }
        String text = found.text();
        return List.of(text.substring(text.indexOf('(') + 1, text.length() - 1));
    }

    private Expr construct(PyClass type, Node node) {
        if (type.isHandler()) {
            throw new Untranslatable("a handler that is made by hand");
        }
        if (type.isServer()) {
            return server(type.reference(scope().imports()), Type.user(type), type, node);
        }
        Func init = type.method("__init__");
        List<String> texts = new ArrayList<>();
        Arguments arguments = arguments(node);
        if (init != null) {
            texts.addAll(texts(init, arguments));
        } else if (type.isException()) {
            arguments.args().forEach(each -> texts.add(expressions.argument(each)));
        } else if (!arguments.args().isEmpty()) {
            throw new Untranslatable("a call with too many arguments");
        }
        for (Map.Entry<String, Var> capture : type.captures().entrySet()) {
            texts.add(expressions.captured(
                    node, capture.getKey(), capture.getValue().type()));
        }
        if (type.constructorThrows()) {
            scope().mayThrowIo();
        }
        return Expr.of(
                "new " + type.reference(scope().imports()) + "(" + String.join(", ", texts) + ")", Type.user(type));
    }

    private Expr server(String name, Type type, @Nullable PyClass own, Node node) {
        List<Node> args = new ArrayList<>(node.list("args"));
        Map<String, Node> keywords = new LinkedHashMap<>();
        node.records("keywords").forEach(each -> keywords.put(each.text("arg"), each.get("value")));
        Func init = own == null ? null : own.method("__init__");
        if (init != null) {
            List<String> texts = texts(init, arguments(node));
            scope().mayThrowIo();
            return Expr.of("new " + name + "(" + String.join(", ", texts) + ")", type);
        }
        for (String keyword : List.of("server_address", "RequestHandlerClass")) {
            Node value = keywords.get(keyword);
            if (value != null) {
                args.add(value);
            }
        }
        if (args.size() < 2) {
            throw new Untranslatable("a server without an address");
        }
        scope().mayThrowIo();
        String address = address(args.get(0));
        String factory = expressions.to(args.get(1), Type.java(HandlerFactory.class));
        String activate = args.size() > 2 ? ", " + expressions.to(args.get(2), Type.BOOLEAN) : "";
        return Expr.of("new " + name + "(" + address + ", " + factory + activate + ")", type);
    }

    /** Returns the address of a server: an empty host is all addresses. */
    String address(Node node) {
        if (node.is("Tuple") && node.list("elts").size() == 2) {
            Node host = node.list("elts").get(0);
            String port = expressions.to(node.list("elts").get(1), Type.INT);
            if (host.isText() && host.text("v").isEmpty()) {
                return "new " + use(InetSocketAddress.class) + "(" + port + ")";
            }
            if (host.isText()) {
                return "new " + use(InetSocketAddress.class) + "(" + JavaText.string(host.text("v")) + ", " + port
                        + ")";
            }
        }
        Expr x = expressions.of(node);
        return x.type().isJava(InetSocketAddress.class)
                ? x.text()
                : use(Servers.class) + ".address(" + expressions.argument(x) + ")";
    }

    /** Returns the factory for {@code partial(Handler, …)} and the like, or null if it is no handler. */
    @Nullable Expr factory(Node function, List<Node> args, Map<String, Node> keywords) {
        Type type = Type.java(HandlerFactory.class);
        PyClass own = members.classOf(function);
        Class<?> known = own == null ? Library.type(scope().module().qualified(function)) : own.javaBase();
        if (known == null || !BaseHTTPRequestHandler.class.isAssignableFrom(known)) {
            return null;
        }
        Map<String, Node> left = new LinkedHashMap<>(keywords);
        Node directory = SimpleHTTPRequestHandler.class.isAssignableFrom(known)
                        && (own == null
                                || initParams(own).stream()
                                        .noneMatch(each -> each.var().python().equals("directory")))
                ? left.remove("directory")
                : null;
        String text;
        if (own == null) {
            text = use(known) + "::new";
        } else {
            List<Func.Param> params = initParams(own);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < params.size(); i++) {
                Node value = i < args.size()
                        ? args.get(i)
                        : left.remove(params.get(i).var().python());
                value = value == null ? params.get(i).defaultValue() : value;
                if (value == null) {
                    throw new Untranslatable("a handler with too few arguments");
                }
                Expr x = expressions.of(value);
                params.get(i).var().observe(x.type());
                texts.add(expressions.coercion().to(x, params.get(i).var().type()));
            }
            for (Map.Entry<String, Var> capture : own.captures().entrySet()) {
                texts.add(expressions.captured(
                        function, capture.getKey(), capture.getValue().type()));
            }
            text = texts.isEmpty()
                    ? own.reference(scope().imports()) + "::new"
                    : own.reference(scope().imports()) + ".factory(" + String.join(", ", texts) + ")";
        }
        if (!left.isEmpty() || own == null && !args.isEmpty()) {
            throw new Untranslatable("a handler with unknown arguments");
        }
        if (directory != null) {
            return Expr.of(
                    use(Servers.class) + ".in(" + text + ", "
                            + expressions.to(directory, Type.java(java.nio.file.Path.class)) + ")",
                    type);
        }
        return Expr.of(text, type, text.contains("::") ? Expr.LOWEST : Expr.PRIMARY);
    }

    /** Returns the parameters that a handler's constructor has in Java. */
    static List<Func.Param> initParams(PyClass handler) {
        Func init = handler.method("__init__");
        return init == null
                ? List.of()
                : init.params().stream().filter(param -> !isRequest(param)).toList();
    }

    static boolean isRequest(Func.Param param) {
        return List.of("request", "client_address", "server", "req", "client", "client_addr", "addr")
                .contains(param.var().python());
    }

    /** Calls a function of the library. */
    private Expr qualified(String qualified, Node node) {
        Class<?> type = Library.type(qualified);
        if (type != null && HTTPServer.class.isAssignableFrom(type)) {
            return server(use(type), Type.java(type), null, node);
        }
        switch (qualified) {
            case "functools.partial" -> {
                return partial(node);
            }
            case "collections.OrderedDict", "collections.defaultdict" -> {
                if (node.list("args").isEmpty()) {
                    return Expr.fresh(
                            "new " + use(java.util.LinkedHashMap.class) + "<>()", Type.dict(Type.BOTTOM, Type.BOTTOM));
                }
            }
            case "io.open", "codecs.open" -> {
                return open(node);
            }
            default -> {}
        }
        PyClass own = scope().module().classes().get(qualified);
        if (own != null) {
            return construct(own, node);
        }
        Class<?> failure = Library.exception(qualified);
        if (failure != null && Throwable.class.isAssignableFrom(failure) && type == null) {
            return failure(failure, node);
        }
        Arguments arguments = arguments(node);
        int dot = qualified.lastIndexOf('.');
        String name = qualified.substring(dot + 1);
        List<Class<?>> homes = new ArrayList<>();
        if (dot > 0) {
            Class<?> module = Library.module(qualified.substring(0, dot));
            Class<?> home = Library.type(qualified.substring(0, dot));
            if (module != null) {
                homes.add(module);
            }
            if (home != null) {
                homes.add(home == java.nio.file.Path.class ? dev.gangway.porting.Pathlib.class : home);
            }
        }
        for (Class<?> home : homes) {
            List<Method> functions = Library.functions(home, name);
            if (!functions.isEmpty()) {
                Expr found = invocation.call(functions, null, arguments.args(), arguments.keywords(), false);
                if (found != null) {
                    return found;
                }
                throw new Untranslatable(qualified + "() with these arguments");
            }
        }
        if (type != null) {
            if (type == java.nio.file.Path.class) {
                return path(arguments);
            }
            Expr made = invocation.call(
                    Arrays.asList(type.getConstructors()), null, arguments.args(), arguments.keywords(), false);
            if (made != null) {
                return made;
            }
            throw new Untranslatable(qualified + "() with these arguments");
        }
        throw new Untranslatable(
                homes.isEmpty()
                        ? "the library "
                                + Members.top(qualified.contains(".") ? qualified.substring(0, dot) : qualified)
                        : qualified + "()");
    }

    private Expr path(Arguments arguments) {
        if (arguments.args().isEmpty()) {
            return Expr.of(use(java.nio.file.Path.class) + ".of(\"\")", Type.java(java.nio.file.Path.class));
        }
        List<String> texts = new ArrayList<>();
        Expr first = arguments.args().get(0);
        if (arguments.args().size() == 1) {
            return first.type().isJava(java.nio.file.Path.class)
                    ? first
                    : Expr.of(
                            expressions.coercion().to(first, Type.java(java.nio.file.Path.class)),
                            Type.java(java.nio.file.Path.class));
        }
        arguments.args().forEach(each -> texts.add(expressions.coercion().to(each, Type.STRING)));
        return Expr.of(
                use(java.nio.file.Path.class) + ".of(" + String.join(", ", texts) + ")",
                Type.java(java.nio.file.Path.class));
    }

    private Expr partial(Node node) {
        List<Node> args = node.list("args");
        Map<String, Node> keywords = new LinkedHashMap<>();
        node.records("keywords").forEach(each -> keywords.put(each.text("arg"), each.get("value")));
        Expr factory = args.isEmpty() ? null : factory(args.get(0), args.subList(1, args.size()), keywords);
        if (factory != null) {
            return factory;
        }
        if (!keywords.isEmpty()) {
            throw new Untranslatable("partial() with keywords");
        }
        List<String> texts = new ArrayList<>();
        args.forEach(each -> texts.add(expressions.argument(expressions.of(each))));
        return Expr.of(
                use(dev.gangway.porting.Functools.class) + ".partial(" + String.join(", ", texts) + ")",
                Type.FUNCTION.notNull());
    }

    /** Makes an exception. */
    private Expr failure(Class<?> failure, Node node) {
        Arguments arguments = arguments(node);
        if (failure == Exception.class) {
            failure = dev.gangway.porting.PythonException.class;
        }
        boolean own = dev.gangway.porting.PythonException.class.isAssignableFrom(failure);
        List<String> texts = new ArrayList<>();
        if (own) {
            arguments.args().forEach(each -> texts.add(expressions.argument(each)));
            if (texts.size() == 1 && texts.get(0).equals("null")) {
                texts.set(0, "(Object) null");
            }
        } else if (!arguments.args().isEmpty()) {
            Expr last = arguments.args().get(arguments.args().size() - 1);
            texts.add(expressions.formats().text(last).text());
        }
        if (failure == dev.gangway.host.ClientGoneException.class) {
            String text = texts.isEmpty() ? "\"gone\"" : texts.get(0);
            return Expr.of("new " + use(failure) + "(" + text + ", null)", Type.java(failure));
        }
        if (texts.isEmpty() && !own && failure.getPackageName().equals("java.nio.file")) {
            texts.add("\"\"");
        }
        return Expr.of("new " + use(failure) + "(" + String.join(", ", texts) + ")", Type.java(failure));
    }

    private Expr builtin(String id, Node node) {
        List<Node> args = node.list("args");
        switch (id) {
            case "isinstance" -> {
                return isInstance(expressions.of(args.get(0)), args.get(1));
            }
            case "super" -> throw new Untranslatable("super() here");
            case "open", "file" -> {
                return open(node);
            }
            case "len" -> {
                return length(expressions.of(args.get(0)));
            }
            case "str" -> {
                if (args.size() == 1 && node.records("keywords").isEmpty()) {
                    Expr x = expressions.of(args.get(0));
                    return x.type().kind() == Type.Kind.BYTES && expressions.isPython2()
                            ? expressions.coercion().of(x, Type.STRING)
                            : expressions.formats().text(x);
                }
                if (args.isEmpty()) {
                    return Expr.of("\"\"", Type.STRING);
                }
            }
            case "unicode" -> {
                Expr x = expressions.of(args.get(0));
                return args.size() == 1
                        ? expressions.formats().text(x)
                        : Expr.of(
                                use(Str.class) + ".unicode(" + x.text() + ", " + expressions.object(args.get(1)) + ")",
                                Type.STRING);
            }
            case "dict" -> {
                if (args.isEmpty() && node.records("keywords").isEmpty()) {
                    return Expr.fresh(
                            "new " + use(java.util.LinkedHashMap.class) + "<>()", Type.dict(Type.BOTTOM, Type.BOTTOM));
                }
                if (args.isEmpty()) {
                    Arguments arguments = arguments(node);
                    return Expr.of(
                            use(Dicts.class) + ".<String, Object>of(" + pairs(arguments.keywords()) + ")",
                            Type.dict(Type.STRING, Type.OBJECT));
                }
            }
            case "list" -> {
                if (args.isEmpty()) {
                    return Expr.fresh("new " + use(ArrayList.class) + "<>()", Type.list(Type.BOTTOM));
                }
                Expr x = expressions.iterable(args.get(0));
                return Expr.fresh(
                        "new " + use(ArrayList.class) + "<>(" + x.text() + ")",
                        Type.list(x.type().element()));
            }
            case "set" -> {
                if (args.isEmpty()) {
                    return Expr.fresh("new " + use(java.util.LinkedHashSet.class) + "<>()", Type.set(Type.BOTTOM));
                }
            }
            case "bool" -> {
                return expressions.conditions().truthOf(args.get(0));
            }
            case "int", "long" -> {
                if (args.size() == 1) {
                    Expr x = expressions.of(args.get(0));
                    return x.type().isWhole()
                            ? x
                            : x.type().kind() == Type.Kind.DOUBLE
                                    ? Expr.of("(long) " + x.at(Expr.UNARY), Type.LONG, Expr.UNARY)
                                    : Expr.of(
                                            use(Python.class) + ".intValue(" + expressions.argument(x) + ")",
                                            Type.LONG);
                }
            }
            case "float" -> {
                if (args.size() == 1) {
                    Expr x = expressions.of(args.get(0));
                    return x.type().isNumber()
                            ? x.type().kind() == Type.Kind.DOUBLE
                                    ? x
                                    : Expr.of("(double) " + x.at(Expr.UNARY), Type.DOUBLE, Expr.UNARY)
                            : Expr.of(use(Python.class) + ".floatValue(" + expressions.argument(x) + ")", Type.DOUBLE);
                }
            }
            case "min", "max" -> {
                if (args.size() == 2 && node.records("keywords").isEmpty()) {
                    Expr a = expressions.of(args.get(0));
                    Expr b = expressions.of(args.get(1));
                    if (a.type().isWhole() && b.type().isWhole()) {
                        return Expr.of(
                                "Math." + id + "(" + a.text() + ", " + b.text() + ")",
                                a.type().equals(Type.INT) && b.type().equals(Type.INT) ? Type.INT : Type.LONG);
                    }
                }
            }
            case "getattr", "setattr", "hasattr" -> {
                return byName(id, node);
            }
            case "exit", "quit" -> {
                return Expr.of(
                        use(dev.gangway.porting.Sys.class) + ".exit("
                                + (args.isEmpty() ? "" : expressions.object(args.get(0))) + ")",
                        Type.VOID);
            }
            case "raw_input" -> {
                return invoke(
                        Library.functions(Python.class, "input"),
                        null,
                        arguments(node).args(),
                        Map.of(),
                        id);
            }
            case "xrange" -> {
                return invoke(
                        Library.functions(Python.class, "range"),
                        null,
                        arguments(node).args(),
                        Map.of(),
                        id);
            }
            default -> {}
        }
        Class<?> failure = Library.exception(id);
        if (failure != null) {
            return failure(failure, node);
        }
        Arguments arguments = arguments(node);
        Expr found = invocation.call(
                Library.functions(Python.class, id), null, arguments.args(), arguments.keywords(), false);
        if (found == null) {
            throw new Untranslatable(id + "()");
        }
        return found;
    }

    private Expr byName(String id, Node node) {
        Arguments arguments = arguments(node);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < arguments.args().size(); i++) {
            Node each = node.list("args").get(i);
            texts.add(
                    members.isSelf(each)
                            ? "this"
                            : expressions.argument(arguments.args().get(i)));
        }
        String name = switch (id) {
            case "getattr" -> "attribute";
            case "setattr" -> "assign";
            default -> "has";
        };
        return Expr.of(
                use(Dynamic.class) + "." + name + "(" + String.join(", ", texts) + ")",
                id.equals("hasattr") ? Type.BOOLEAN : id.equals("setattr") ? Type.VOID : Type.OBJECT);
    }

    private Expr length(Expr x) {
        return switch (x.type().kind()) {
            case STRING -> Expr.of(x.at(Expr.PRIMARY) + ".length()", Type.INT);
            case BYTES -> Expr.of(x.at(Expr.PRIMARY) + ".length", Type.INT);
            case LIST, DICT, SET, TUPLE -> Expr.of(x.at(Expr.PRIMARY) + ".size()", Type.INT);
            default -> Expr.of(use(Python.class) + ".len(" + expressions.argument(x) + ")", Type.LONG);
        };
    }

    private Expr isInstance(Expr x, Node type) {
        List<Node> types = type.is("Tuple") ? type.list("elts") : List.of(type);
        List<String> parts = new ArrayList<>();
        for (Node each : types) {
            String qualified = scope().module().qualified(each);
            PyClass own = scope().module().classes().get(qualified);
            String java = switch (qualified) {
                case "str", "unicode", "basestring" -> "String";
                case "bytes", "bytearray" -> expressions.isPython2() ? "String" : "byte[]";
                case "int", "long" -> "Long";
                case "float" -> "Double";
                case "bool" -> "Boolean";
                case "list" -> use(List.class) + "<?>";
                case "tuple" -> use(dev.gangway.porting.Tuple.class);
                case "dict", "collections.OrderedDict", "Mapping", "collections.abc.Mapping" ->
                    use(Map.class) + "<?, ?>";
                case "set" -> use(java.util.Set.class) + "<?>";
                default -> own != null ? own.reference(scope().imports()) : libraryType(qualified);
            };
            if (!x.type().is(Type.Kind.OBJECT)
                    && !(x.type().kind() == Type.Kind.USER && own != null)
                    && !x.type().is(Type.Kind.JAVA)) {
                Class<?> raw = Coercion.raw(x.type());
                String simple = raw == null ? "" : raw == byte[].class ? "byte[]" : raw.getSimpleName();
                parts.add(String.valueOf(java.startsWith(simple) && !simple.isEmpty()));
            } else {
                parts.add(expressions.coercion().of(x, Type.OBJECT).at(Expr.RELATION) + " instanceof " + java);
            }
        }
        return Expr.of(String.join(" || ", parts), Type.BOOLEAN, parts.size() > 1 ? Expr.OR : Expr.RELATION);
    }

    private String libraryType(String qualified) {
        Class<?> failure = Library.exception(qualified);
        Class<?> type = Library.type(qualified);
        if (failure == null && type == null) {
            throw new Untranslatable("isinstance(…, " + qualified + ")");
        }
        return use(failure != null ? failure : type == null ? Object.class : type);
    }

    private Expr open(Node node) {
        List<Node> args = node.list("args");
        Map<String, Node> keywords = new LinkedHashMap<>();
        node.records("keywords").forEach(each -> keywords.put(each.text("arg"), each.get("value")));
        Node mode = args.size() > 1 ? args.get(1) : keywords.remove("mode");
        Node encoding = args.size() > 3 ? args.get(3) : keywords.remove("encoding");
        keywords.remove("newline");
        keywords.remove("buffering");
        Node errors = keywords.remove("errors");
        if (args.isEmpty() || !keywords.isEmpty()) {
            throw new Untranslatable("open() with these arguments");
        }
        Expr path = expressions.of(args.get(0));
        String text = path.type().isJava(java.nio.file.Path.class)
                ? path.at(Expr.PRIMARY) + ".toString()"
                : expressions.coercion().to(path, Type.STRING);
        scope().mayThrowIo();
        if (mode != null && !mode.isText()) {
            return Expr.of(
                    use(PythonFile.class) + ".open(" + text + ", " + expressions.to(mode, Type.STRING) + ")",
                    Type.java(PythonFile.class));
        }
        String how = mode == null ? "r" : mode.text("v");
        if (expressions.isPython2() && encoding == null) {
            return Expr.of(
                    use(TextFile.class) + ".open(" + text + ", " + JavaText.string(how.replace("b", ""))
                            + ", \"latin-1\")",
                    Type.java(TextFile.class));
        }
        if (how.contains("b")) {
            return Expr.of(
                    use(BinaryFile.class) + ".open(" + text + ", " + JavaText.string(how) + ")",
                    Type.java(BinaryFile.class));
        }
        String charset = encoding == null || encoding.isConstant("none")
                ? (errors == null ? "" : ", \"utf-8\"")
                : ", " + expressions.to(encoding, Type.STRING);
        String lenient = errors == null ? "" : ", " + expressions.to(errors, Type.STRING);
        return Expr.of(
                use(TextFile.class) + ".open(" + text + ", " + JavaText.string(how) + charset + lenient + ")",
                Type.java(TextFile.class));
    }

    /** Calls a method of a library. */
    Expr invoke(
            List<? extends java.lang.reflect.Executable> candidates,
            @Nullable Expr receiver,
            List<Expr> args,
            Map<String, Expr> keywords,
            String name) {
        Expr found = invocation.call(candidates, receiver, args, keywords, false);
        if (found == null) {
            throw new Untranslatable(name + "() with these arguments");
        }
        return found;
    }

    private Expr method(Expr x, String name, Arguments arguments, Node node) {
        Type type = x.type();
        if (arguments.starred() && type.kind() != Type.Kind.USER) {
            if (type.kind() == Type.Kind.STRING && name.equals("format")) {
                return Expr.of(
                        use(Str.class) + ".format(" + x.text() + ", "
                                + arguments.args().get(0).text() + ")",
                        Type.STRING);
            }
            throw new Untranslatable("* among arguments");
        }
        observe(x, name, arguments);
        Expr idiom = new Idioms(expressions).method(x, name, arguments.args(), arguments.keywords(), node);
        if (idiom != null) {
            return idiom;
        }
        if (type.kind() == Type.Kind.USER && type.user() != null) {
            return onUser(x, type.user(), name, arguments);
        }
        if (type.kind() == Type.Kind.JAVA && type.java() != null) {
            return onJava(x, type.java(), name, arguments);
        }
        Class<?> extension = Library.extension(type);
        if (extension != null) {
            Expr found = invocation.call(
                    Library.functions(extension, name),
                    type.kind() == Type.Kind.TUPLE ? x.as(Type.list(Type.OBJECT)) : x,
                    arguments.args(),
                    arguments.keywords(),
                    false);
            if (found != null) {
                return found;
            }
        }
        if (type.kind() == Type.Kind.VOID) {
            throw new Untranslatable("the value of what has none");
        }
        return expressions.dynamicCall(x, name, arguments.args(), arguments.keywords());
    }

    private Expr onUser(Expr x, PyClass user, String name, Arguments arguments) {
        Func method = user.method(name);
        String before = x.text().isEmpty() ? "" : x.at(Expr.PRIMARY) + ".";
        if (method != null) {
            return members.call(method, before, texts(method, arguments));
        }
        if (user.field(name) != null && !x.text().isEmpty()) {
            return callValue(members.read(x, name), arguments);
        }
        Expr receiver = Expr.of(x.text(), Type.java(user.javaBase()));
        if (user.javaBase() != Object.class) {
            Expr found = invocation.call(
                    onlyInstance(Library.methods(user.javaBase(), name)),
                    receiver,
                    arguments.args(),
                    arguments.keywords(),
                    true);
            if (found != null) {
                return found;
            }
            Class<?> extension = Library.extension(Type.java(user.javaBase()));
            Expr extended = extension == null
                    ? null
                    : invocation.call(
                            Library.functions(extension, name),
                            x.text().isEmpty() ? Expr.of("this", x.type()) : x,
                            arguments.args(),
                            arguments.keywords(),
                            false);
            if (extended != null) {
                return extended;
            }
        }
        if (!user.isHandler() && !user.isServer()) {
            return expressions.dynamicCall(
                    x.text().isEmpty() ? Expr.of("this", x.type()) : x, name, arguments.args(), arguments.keywords());
        }
        throw new Untranslatable("the method " + name + "()");
    }

    private Expr onJava(Expr x, Class<?> type, String name, Arguments arguments) {
        if (dev.gangway.host.HandlerServer.class.isAssignableFrom(type)) {
            PyClass server = members.serverClass();
            if (server != null && server.method(name) != null) {
                Expr cast =
                        Expr.of("((" + server.reference(scope().imports()) + ") " + x.text() + ")", Type.user(server));
                return onUser(cast, server, name, arguments);
            }
        }
        boolean handler = dev.gangway.host.Handler.class.isAssignableFrom(type);
        Class<?> extension = Library.extension(x.type());
        if (Library.isOurs(type)) {
            Expr found = invocation.call(
                    onlyInstance(Library.methods(type, name)), x, arguments.args(), arguments.keywords(), handler);
            if (found != null) {
                return found;
            }
        }
        if (extension != null) {
            Expr found = invocation.call(
                    Library.functions(extension, name), x, arguments.args(), arguments.keywords(), false);
            if (found != null) {
                return found;
            }
        }
        if (dev.gangway.host.HandlerServer.class.isAssignableFrom(type)
                || handler
                || x.type().isJava(InputStream.class)
                || x.type().isJava(OutputStream.class)
                || x.type().isJava(HTTPMessage.class)) {
            throw new Untranslatable("the method " + name + "() of " + type.getSimpleName());
        }
        return expressions.dynamicCall(x, name, arguments.args(), arguments.keywords());
    }

    /** Notes what a collection in a variable is made of. */
    private static void observe(Expr x, String name, Arguments arguments) {
        Var var = x.var();
        List<Expr> args = arguments.args();
        if (var == null || args.isEmpty() || var.isFixed()) {
            return;
        }
        Type first = args.get(0).type().kind() == Type.Kind.INT
                ? Type.LONG
                : args.get(0).type();
        switch (x.type().kind()) {
            case LIST -> {
                if (name.equals("append")) {
                    var.observe(Type.list(first));
                } else if (name.equals("insert") && args.size() == 2) {
                    Type second = args.get(1).type();
                    var.observe(Type.list(second.kind() == Type.Kind.INT ? Type.LONG : second));
                } else if (name.equals("extend")) {
                    var.observe(Type.list(first.is(Type.Kind.LIST, Type.Kind.SET) ? first.element() : Type.OBJECT));
                }
            }
            case SET -> {
                if (name.equals("add")) {
                    var.observe(Type.set(first));
                } else if (name.equals("update")) {
                    var.observe(Type.set(Type.OBJECT));
                }
            }
            case DICT -> {
                if (name.equals("setdefault") && args.size() == 2) {
                    Type second = args.get(1).type();
                    var.observe(Type.dict(first, second.kind() == Type.Kind.INT ? Type.LONG : second));
                } else if (name.equals("update")) {
                    var.observe(first.kind() == Type.Kind.DICT ? first.notNull() : Type.dict(Type.OBJECT, Type.OBJECT));
                }
            }
            default -> {}
        }
    }

    String streams() {
        return use(Streams.class) + use(Bytes.class) + Locale.ROOT;
    }
}
