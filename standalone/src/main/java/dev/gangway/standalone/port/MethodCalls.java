package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Str;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates calls of methods of values. */
final class MethodCalls {
    private final Calls calls;
    private final Expressions expressions;
    private final Members members;
    private final Invocation invocation;

    MethodCalls(Calls calls) {
        this.calls = calls;
        expressions = calls.expressions();
        members = calls.members();
        invocation = calls.invocation();
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

    Expr method(Expr object, String name, Arguments arguments, Node node) {
        Expr x = expressions.displays().receiver(object);
        Type type = x.type();
        if (arguments.starred() && !type.is(Type.Kind.USER, Type.Kind.JAVA)) {
            if (type.kind() == Type.Kind.STRING && name.equals("format")) {
                return Expr.of(
                        expressions.use(Str.class) + ".format(" + x.text() + ", "
                                + arguments.args().get(0).text() + ")",
                        Type.STRING);
            }
            List<String> texts = expressions.loose(arguments);
            texts.add(0, JavaText.string(name));
            texts.add(0, x.text().isEmpty() ? "this" : expressions.argument(x));
            expressions.scope().mayThrowIo();
            return Expr.of(
                    expressions.use(dev.gangway.porting.Dynamic.class) + ".call(" + String.join(", ", texts) + ")",
                    Type.OBJECT);
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
            return expressions.functions().call(method, before, calls.ownCalls().texts(method, arguments));
        }
        if (user.field(name) != null && !x.text().isEmpty()) {
            return calls.callValue(members.read(x, name), arguments);
        }
        Expr receiver = Expr.of(x.text(), Type.java(user.javaBase()));
        if (user.javaBase() != Object.class) {
            Expr found = invocation.call(
                    Calls.onlyInstance(Library.methods(user.javaBase(), name)),
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
                Expr cast = Expr.of(
                        "((" + server.reference(expressions.scope().imports()) + ") " + x.text() + ")",
                        Type.user(server));
                return onUser(cast, server, name, arguments);
            }
        }
        boolean handler = dev.gangway.host.Handler.class.isAssignableFrom(type);
        Class<?> extension = Library.extension(x.type());
        if (Library.isOurs(type)) {
            Expr found = invocation.call(
                    Calls.onlyInstance(Library.methods(type, name)),
                    x,
                    arguments.args(),
                    arguments.keywords(),
                    handler);
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
    static void observe(Expr x, String name, Arguments arguments) {
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
}
