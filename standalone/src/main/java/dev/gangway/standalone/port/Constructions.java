package dev.gangway.standalone.port;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.porting.Servers;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates calls of classes: of the module, of servers, of exceptions; and factories of handlers. */
final class Constructions {
    private final Calls calls;
    private final Expressions expressions;
    private final Members members;

    Constructions(Calls calls) {
        this.calls = calls;
        expressions = calls.expressions();
        members = calls.members();
    }

    Expr construct(PyClass type, Node node) {
        if (type.isHandler()) {
            throw new Untranslatable("a handler that is made by hand");
        }
        if (type.isServer()) {
            return server(type.reference(expressions.scope().imports()), Type.user(type), type, node);
        }
        Func init = type.method("__init__");
        List<String> texts = new ArrayList<>();
        Arguments arguments = calls.arguments(node);
        if (init != null) {
            texts.addAll(calls.ownCalls().texts(init, arguments));
        } else if (type.isException()) {
            arguments.args().forEach(each -> texts.add(expressions.argument(each)));
        } else if (!arguments.args().isEmpty()) {
            throw new Untranslatable("a call with too many arguments");
        }
        for (Map.Entry<String, Var> capture : type.captures().entrySet()) {
            texts.add(expressions
                    .variables()
                    .captured(node, capture.getKey(), capture.getValue().type()));
        }
        if (type.constructorThrows()) {
            expressions.scope().mayThrowIo();
        }
        return Expr.of(
                "new " + type.reference(expressions.scope().imports()) + "(" + String.join(", ", texts) + ")",
                Type.user(type));
    }

    Expr server(String name, Type type, @Nullable PyClass own, Node node) {
        List<Node> args = new ArrayList<>(node.list("args"));
        Map<String, Node> keywords = new LinkedHashMap<>();
        node.records("keywords").forEach(each -> keywords.put(each.text("arg"), each.get("value")));
        Func init = own == null ? null : own.method("__init__");
        if (init != null) {
            List<String> texts = calls.ownCalls().texts(init, calls.arguments(node));
            expressions.scope().mayThrowIo();
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
        expressions.scope().mayThrowIo();
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
                return "new " + expressions.use(InetSocketAddress.class) + "(" + port + ")";
            }
            if (host.isText()) {
                return "new " + expressions.use(InetSocketAddress.class) + "(" + JavaText.string(host.text("v")) + ", "
                        + port + ")";
            }
        }
        Expr x = expressions.of(node);
        return x.type().isJava(InetSocketAddress.class)
                ? x.text()
                : expressions.use(Servers.class) + ".address(" + expressions.argument(x) + ")";
    }

    /** Returns the factory for {@code partial(Handler, …)} and the like, or null if it is no handler. */
    @Nullable Expr factory(Node function, List<Node> args, Map<String, Node> keywords) {
        Type type = Type.java(HandlerFactory.class);
        PyClass own = members.classOf(function);
        Class<?> known = own == null ? Library.type(expressions.scope().module().qualified(function)) : own.javaBase();
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
            text = expressions.use(known) + "::new";
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
                texts.add(expressions
                        .variables()
                        .captured(function, capture.getKey(), capture.getValue().type()));
            }
            text = texts.isEmpty()
                    ? own.reference(expressions.scope().imports()) + "::new"
                    : own.reference(expressions.scope().imports()) + ".factory(" + String.join(", ", texts) + ")";
        }
        if (!left.isEmpty() || own == null && !args.isEmpty()) {
            throw new Untranslatable("a handler with unknown arguments");
        }
        if (directory != null) {
            return Expr.of(
                    expressions.use(Servers.class) + ".in(" + text + ", "
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

    /** Tells whether handlers of a class can be made without arguments. */
    static boolean isPlain(PyClass handler) {
        return handler.captures().isEmpty()
                && initParams(handler).stream().allMatch(param -> param.defaultValue() != null);
    }

    static boolean isRequest(Func.Param param) {
        return List.of("request", "client_address", "server", "req", "client", "client_addr", "addr")
                .contains(param.var().python());
    }

    Expr partial(Node node) {
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
                expressions.use(dev.gangway.porting.Functools.class) + ".partial(" + String.join(", ", texts) + ")",
                Type.FUNCTION.notNull());
    }

    /** Makes an exception. */
    Expr failure(Class<?> failure, Node node) {
        Arguments arguments = calls.arguments(node);
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
            return Expr.of("new " + expressions.use(failure) + "(" + text + ", null)", Type.java(failure));
        }
        if (texts.isEmpty() && !own && failure.getPackageName().equals("java.nio.file")) {
            texts.add("\"\"");
        }
        return Expr.of("new " + expressions.use(failure) + "(" + String.join(", ", texts) + ")", Type.java(failure));
    }
}
