package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Bytes;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Str;
import java.util.List;
import java.util.Map;

/** Translates items and slices. */
final class Subscripts {
    private final Expressions expressions;
    private final Scope scope;
    private final Coercion coercion;
    private final Calls calls;

    Subscripts(Expressions expressions) {
        this.expressions = expressions;
        scope = expressions.scope();
        coercion = expressions.coercion();
        calls = expressions.calls();
    }

    Expr subscript(Node node) {
        Node slice = node.get("slice");
        Node value = node.get("value");
        if (slice.is("Slice")) {
            return slice(expressions.of(value), slice);
        }
        if (value.is("Attribute") || value.is("Name")) {
            String qualified = scope.module().qualified(value);
            if (qualified.equals("os.environ")) {
                return Expr.of(
                        expressions.use(dev.gangway.porting.Os.class) + ".environ(" + expressions.to(slice, Type.STRING)
                                + ")",
                        Type.STRING);
            }
        }
        Expr x = expressions.of(value);
        return item(x, expressions.of(slice));
    }

    Expr item(Expr container, Expr index) {
        Expr x = expressions.displays().receiver(container);
        return switch (x.type().kind()) {
            case STRING ->
                Expr.of(
                        expressions.use(Str.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")",
                        Type.STRING);
            case BYTES ->
                expressions.isPython2()
                        ? Expr.of(
                                expressions.use(Bytes.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG)
                                        + ")",
                                Type.BYTES)
                        : Expr.of(
                                expressions.use(Bytes.class) + ".get(" + x.text() + ", " + coercion.to(index, Type.LONG)
                                        + ")",
                                Type.LONG);
            case LIST ->
                typed(
                        expressions.use(Lists.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")",
                        x.type().element());
            case TUPLE -> tupleItem(x, index);
            case DICT ->
                typed(
                        expressions.use(Dicts.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.OBJECT) + ")",
                        x.type().value());
            case JAVA -> javaItem(x, index);
            default ->
                Expr.of(
                        expressions.use(Operators.class) + ".item(" + coercion.to(x, Type.OBJECT) + ", "
                                + coercion.to(index, Type.OBJECT) + ")",
                        Expressions.resultOf(x));
        };
    }

    private static Expr typed(String text, Type type) {
        return Expr.of(text, type.kind() == Type.Kind.INT ? Type.LONG : type);
    }

    private Expr tupleItem(Expr x, Expr index) {
        String text = expressions.use(Lists.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")";
        if (index.text().matches("-?\\d+") && !x.type().args().isEmpty()) {
            int size = x.type().args().size();
            int at = Integer.parseInt(index.text());
            at = at < 0 ? at + size : at;
            if (at >= 0 && at < size) {
                return coercion.of(
                        Expr.of(text, Type.OBJECT), x.type().args().get(at).settled());
            }
        }
        return Expr.of(text, Type.OBJECT);
    }

    private Expr javaItem(Expr x, Expr index) {
        if (x.type().isJava(HTTPMessage.class)) {
            String name = coercion.to(index, Type.STRING);
            return expressions.isPython2()
                    ? Expr.of(
                            expressions.use(dev.gangway.porting.Messages.class) + ".at(" + x.text() + ", " + name + ")",
                            Type.STRING)
                    : Expr.of(x.at(Expr.PRIMARY) + ".get(" + name + ")", Type.STRING.orNull());
        }
        if (x.type().isJava(java.net.InetSocketAddress.class)) {
            return switch (index.text()) {
                case "0" -> Expr.of(x.at(Expr.PRIMARY) + ".getHostString()", Type.STRING);
                case "1" -> Expr.of(x.at(Expr.PRIMARY) + ".getPort()", Type.INT);
                default -> throw new Untranslatable("a part of an address");
            };
        }
        Class<?> type = x.type().java();
        if (type != null && Map.class.isAssignableFrom(type)) {
            return Expr.of(
                    expressions.use(Operators.class) + ".item(" + x.text() + ", " + coercion.to(index, Type.OBJECT)
                            + ")",
                    Type.OBJECT);
        }
        if (type != null && !Library.methods(type, "__getitem__").isEmpty()) {
            return calls.methodCalls().invoke(Library.methods(type, "__getitem__"), x, List.of(index), Map.of(), "[]");
        }
        return Expr.of(
                expressions.use(Operators.class) + ".item(" + x.text() + ", " + coercion.to(index, Type.OBJECT) + ")",
                Type.OBJECT);
    }

    private Expr slice(Expr x, Node slice) {
        Node lower = slice.find("lower");
        Node upper = slice.find("upper");
        Node step = slice.find("step");
        Type type = x.type();
        Class<?> home = switch (type.kind()) {
            case STRING -> Str.class;
            case BYTES -> Bytes.class;
            case LIST, TUPLE -> Lists.class;
            default -> Operators.class;
        };
        Type result = type.is(Type.Kind.STRING, Type.Kind.BYTES, Type.Kind.LIST)
                ? type.notNull()
                : type.kind() == Type.Kind.TUPLE ? Type.list(Type.OBJECT) : Expressions.resultOf(x);
        String target = expressions.use(home);
        String from = lower == null ? "0" : expressions.to(lower, Type.LONG);
        if (step != null) {
            String none = "null";
            String text = target + ".slice(" + coercion.to(x, home == Operators.class ? Type.OBJECT : type) + ", "
                    + (lower == null || lower.isConstant("none") ? none : expressions.object(lower)) + ", "
                    + (upper == null || upper.isConstant("none") ? none : expressions.object(upper)) + ", "
                    + expressions.object(step) + ")";
            return Expr.of(text, result);
        }
        if (upper == null || upper.isConstant("none")) {
            return Expr.of(target + ".from(" + x.text() + ", " + from + ")", result);
        }
        return Expr.of(
                target + ".slice(" + x.text() + ", " + from + ", " + expressions.to(upper, Type.LONG) + ")", result);
    }
}
