package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Messages;
import dev.gangway.porting.Ported;
import dev.gangway.porting.Str;
import dev.gangway.porting.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Methods for which Java has one that does the same. */
final class Idioms {
    private final Expressions expressions;

    Idioms(Expressions expressions) {
        this.expressions = expressions;
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    private String to(Expr x, Type type) {
        return expressions.coercion().to(x, type);
    }

    @Nullable Expr method(Expr x, String name, List<Expr> args, Map<String, Expr> keywords, Node node) {
        Type type = x.type();
        if (type.kind() == Type.Kind.STRING) {
            return text(x, name, args, keywords);
        }
        if (type.kind() == Type.Kind.LIST && name.equals("append") && args.size() == 1) {
            return Expr.of(
                    x.at(Expr.PRIMARY) + ".add(" + expressions.displays().boxed(args.get(0), type.element()) + ")",
                    Type.VOID);
        }
        if (type.kind() == Type.Kind.SET && name.equals("add") && args.size() == 1) {
            return Expr.of(
                    x.at(Expr.PRIMARY) + ".add(" + expressions.displays().boxed(args.get(0), type.element()) + ")",
                    Type.VOID);
        }
        if (type.kind() == Type.Kind.DICT) {
            return dict(x, name, args);
        }
        if (type.isJava(HTTPMessage.class)) {
            return message(x, name, args);
        }
        if (type.isJava(InputStream.class)) {
            Expr read = input(x, name, args);
            return read != null && expressions.isPython2() && read.type().kind() == Type.Kind.BYTES
                    ? expressions.coercion().of(read, Type.STRING)
                    : read;
        }
        if (type.isJava(OutputStream.class)) {
            return output(x, name, args);
        }
        return null;
    }

    private @Nullable Expr text(Expr x, String name, List<Expr> args, Map<String, Expr> keywords) {
        String before = x.at(Expr.PRIMARY) + ".";
        boolean allText = args.stream().allMatch(each -> each.type().kind() == Type.Kind.STRING);
        if (!keywords.isEmpty()) {
            return null;
        }
        if (args.isEmpty()) {
            return switch (name) {
                case "lower" -> Expr.of(before + "toLowerCase(" + use(Locale.class) + ".ROOT)", Type.STRING);
                case "upper" -> Expr.of(before + "toUpperCase(" + use(Locale.class) + ".ROOT)", Type.STRING);
                case "strip" -> Expr.of(before + "strip()", Type.STRING);
                case "lstrip" -> Expr.of(before + "stripLeading()", Type.STRING);
                case "rstrip" -> Expr.of(before + "stripTrailing()", Type.STRING);
                case "encode" ->
                    expressions.isPython2() ? null : Expr.of(before + "getBytes(" + charset("UTF_8") + ")", Type.BYTES);
                default -> null;
            };
        }
        if (!allText) {
            return name.equals("join") ? join(x, args) : null;
        }
        if (args.size() == 1) {
            String arg = args.get(0).text();
            return switch (name) {
                case "startswith" -> Expr.of(before + "startsWith(" + arg + ")", Type.BOOLEAN);
                case "endswith" -> Expr.of(before + "endsWith(" + arg + ")", Type.BOOLEAN);
                case "find" -> Expr.of(before + "indexOf(" + arg + ")", Type.INT);
                case "rfind" -> Expr.of(before + "lastIndexOf(" + arg + ")", Type.INT);
                case "encode" -> encode(before, arg);
                default -> null;
            };
        }
        if (args.size() == 2 && name.equals("replace") && !args.get(0).text().equals("\"\"")) {
            return Expr.of(
                    before + "replace(" + args.get(0).text() + ", "
                            + args.get(1).text() + ")",
                    Type.STRING);
        }
        return null;
    }

    private String charset(String name) {
        return expressions.scope().imports().charset(name);
    }

    private @Nullable Expr encode(String before, String charset) {
        if (expressions.isPython2()) {
            return null;
        }
        return switch (charset.toLowerCase(Locale.ROOT)) {
            case "\"utf-8\"", "\"utf8\"", "\"utf_8\"" ->
                Expr.of(before + "getBytes(" + charset("UTF_8") + ")", Type.BYTES);
            default -> null;
        };
    }

    private Expr join(Expr x, List<Expr> args) {
        Expr list = args.get(0);
        if (list.type().is(Type.Kind.LIST, Type.Kind.SET)
                && list.type().element().kind() == Type.Kind.STRING) {
            return Expr.of("String.join(" + x.text() + ", " + list.text() + ")", Type.STRING);
        }
        return Expr.of(use(Str.class) + ".join(" + x.text() + ", " + expressions.argument(list) + ")", Type.STRING);
    }

    private @Nullable Expr dict(Expr x, String name, List<Expr> args) {
        Type value = x.type().value();
        String before = x.at(Expr.PRIMARY) + ".";
        if (name.equals("get") && args.size() == 1) {
            Type result = value.isPrimitive() ? Type.OBJECT : value.orNull();
            return Expr.of(before + "get(" + to(args.get(0), Type.OBJECT) + ")", result);
        }
        if (name.equals("get") && args.size() == 2) {
            Expr other = args.get(1);
            Type joined = Type.join(value, other.type().kind() == Type.Kind.INT ? Type.LONG : other.type());
            if (joined.equals(value) || other.fresh() && joined.kind() == value.kind()) {
                return Expr.of(
                        before + "getOrDefault(" + to(args.get(0), Type.OBJECT) + ", "
                                + expressions.displays().boxed(other, value) + ")",
                        value);
            }
            return Expr.of(
                    use(Dicts.class) + ".get(" + x.text() + ", " + to(args.get(0), Type.OBJECT) + ", "
                            + expressions.argument(other) + ")",
                    Type.OBJECT);
        }
        if (args.isEmpty() && name.equals("clear")) {
            return Expr.of(before + "clear()", Type.VOID);
        }
        if (args.size() == 1 && name.equals("has_key")) {
            return Expr.of(before + "containsKey(" + to(args.get(0), Type.OBJECT) + ")", Type.BOOLEAN);
        }
        return null;
    }

    private @Nullable Expr message(Expr x, String name, List<Expr> args) {
        String before = x.at(Expr.PRIMARY) + ".";
        boolean get = name.equals("get") || name.equals("getheader") || name.equals("get_header");
        if (get && args.size() == 1) {
            return Expr.of(before + "get(" + to(args.get(0), Type.STRING) + ")", Type.STRING.orNull());
        }
        if (get && args.size() == 2) {
            Expr other = args.get(1);
            if (other.type().kind() == Type.Kind.STRING && !other.isNullable()) {
                return Expr.of(before + "get(" + to(args.get(0), Type.STRING) + ", " + other.text() + ")", Type.STRING);
            }
            if (other.type().kind() == Type.Kind.NULL) {
                return Expr.of(before + "get(" + to(args.get(0), Type.STRING) + ")", Type.STRING.orNull());
            }
            return Expr.of(
                    use(Ported.class) + ".orElse(" + before + "get(" + to(args.get(0), Type.STRING) + "), "
                            + expressions.argument(other) + ")",
                    Type.OBJECT);
        }
        if (name.equals("has_key") && args.size() == 1) {
            return Expr.of(before + "contains(" + to(args.get(0), Type.STRING) + ")", Type.BOOLEAN);
        }
        if (name.equals("items") && args.isEmpty()) {
            // Those of Java's own items() are no tuples: they have no order, and another repr().
            return Expr.of(
                    use(Messages.class) + ".items(" + x.text() + ")",
                    Type.list(Type.tuple(List.of(Type.STRING, Type.STRING))));
        }
        return null;
    }

    private @Nullable Expr input(Expr x, String name, List<Expr> args) {
        Scope scope = expressions.scope();
        switch (name) {
            case "read" -> {
                scope.mayThrowIo();
                return args.isEmpty()
                        ? Expr.of(x.at(Expr.PRIMARY) + ".readAllBytes()", Type.BYTES)
                        : Expr.of(
                                use(Streams.class) + ".read(" + x.text() + ", " + length(args.get(0)) + ")",
                                Type.BYTES);
            }
            case "readline" -> {
                if (args.isEmpty() && x.type().isJava(dev.gangway.host.RequestInputStream.class)) {
                    scope.mayThrowIo();
                    return Expr.of(x.at(Expr.PRIMARY) + ".readline()", Type.BYTES);
                }
                return null;
            }
            default -> {
                return null;
            }
        }
    }

    private String length(Expr length) {
        return length.type().isNumber()
                ? to(length, Type.LONG)
                : use(Ported.class) + ".asLong(" + expressions.argument(length) + ")";
    }

    private @Nullable Expr output(Expr x, String name, List<Expr> args) {
        Scope scope = expressions.scope();
        if (name.equals("write") && args.size() == 1) {
            scope.mayThrowIo();
            return Expr.of(x.at(Expr.PRIMARY) + ".write(" + to(args.get(0), Type.BYTES) + ")", Type.VOID);
        }
        if ((name.equals("flush") || name.equals("close")) && args.isEmpty()) {
            scope.mayThrowIo();
            return Expr.of(x.at(Expr.PRIMARY) + "." + name + "()", Type.VOID);
        }
        return null;
    }
}
