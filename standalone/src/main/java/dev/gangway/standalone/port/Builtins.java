package dev.gangway.standalone.port;

import dev.gangway.porting.BinaryFile;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Python;
import dev.gangway.porting.PythonFile;
import dev.gangway.porting.Str;
import dev.gangway.porting.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates calls of builtin functions. */
final class Builtins {
    private final Calls calls;
    private final Expressions expressions;
    private final Members members;
    private final Invocation invocation;

    Builtins(Calls calls) {
        this.calls = calls;
        expressions = calls.expressions();
        members = calls.members();
        invocation = calls.invocation();
    }

    Expr builtin(String id, Node node) {
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
                                expressions.use(Str.class) + ".unicode(" + x.text() + ", "
                                        + expressions.object(args.get(1)) + ")",
                                Type.STRING);
            }
            case "dict" -> {
                if (args.isEmpty() && node.records("keywords").isEmpty()) {
                    return Expr.fresh(
                            "new " + expressions.use(java.util.LinkedHashMap.class) + "<>()",
                            Type.dict(Type.BOTTOM, Type.BOTTOM));
                }
                if (args.isEmpty()) {
                    Arguments arguments = calls.arguments(node);
                    return Expr.of(
                            expressions.use(Dicts.class) + ".<String, Object>of("
                                    + calls.ownCalls().pairs(arguments.keywords()) + ")",
                            Type.dict(Type.STRING, Type.OBJECT));
                }
            }
            case "list" -> {
                if (args.isEmpty()) {
                    return Expr.fresh("new " + expressions.use(ArrayList.class) + "<>()", Type.list(Type.BOTTOM));
                }
                Expr given = expressions.of(args.get(0));
                if (given.type().is(Type.Kind.OBJECT, Type.Kind.BOTTOM, Type.Kind.JAVA)) {
                    return Expr.of(
                            expressions.use(Python.class) + ".list(" + expressions.argument(given) + ")",
                            Type.list(Type.OBJECT));
                }
                Expr x = expressions.iterables().of(given);
                return Expr.fresh(
                        "new " + expressions.use(ArrayList.class) + "<>(" + x.text() + ")",
                        Type.list(x.type().element()));
            }
            case "set" -> {
                if (args.isEmpty()) {
                    return Expr.fresh(
                            "new " + expressions.use(java.util.LinkedHashSet.class) + "<>()", Type.set(Type.BOTTOM));
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
                                            expressions.use(Python.class) + ".intValue(" + expressions.argument(x)
                                                    + ")",
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
                            : Expr.of(
                                    expressions.use(Python.class) + ".floatValue(" + expressions.argument(x) + ")",
                                    Type.DOUBLE);
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
                        expressions.use(dev.gangway.porting.Sys.class) + ".exit("
                                + (args.isEmpty() ? "" : expressions.object(args.get(0))) + ")",
                        Type.VOID);
            }
            case "raw_input" -> {
                return calls.methodCalls()
                        .invoke(
                                Library.functions(Python.class, "input"),
                                null,
                                calls.arguments(node).args(),
                                Map.of(),
                                id);
            }
            case "xrange" -> {
                return calls.methodCalls()
                        .invoke(
                                Library.functions(Python.class, "range"),
                                null,
                                calls.arguments(node).args(),
                                Map.of(),
                                id);
            }
            default -> {}
        }
        Class<?> failure = Library.exception(id);
        if (failure != null) {
            return calls.constructions().failure(failure, node);
        }
        Arguments arguments = calls.arguments(node);
        Expr found = invocation.call(
                Library.functions(Python.class, id), null, arguments.args(), arguments.keywords(), false);
        if (found == null) {
            throw new Untranslatable(id + "()");
        }
        return found;
    }

    private Expr byName(String id, Node node) {
        List<Node> given = node.list("args");
        if (id.equals("hasattr") && given.size() == 2 && given.get(1).isText() && members.isModule(given.get(0))) {
            Class<?> module = Library.module(expressions.scope().module().qualified(given.get(0)));
            if (module != null) {
                boolean has = !Library.functions(module, given.get(1).text("v")).isEmpty();
                return Expr.of(String.valueOf(has), Type.BOOLEAN);
            }
        }
        Arguments arguments = calls.arguments(node);
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
                expressions.use(Dynamic.class) + "." + name + "(" + String.join(", ", texts) + ")",
                id.equals("hasattr") ? Type.BOOLEAN : id.equals("setattr") ? Type.VOID : Type.OBJECT);
    }

    private Expr length(Expr x) {
        return switch (x.type().kind()) {
            case STRING -> Expr.of(x.at(Expr.PRIMARY) + ".length()", Type.INT);
            case BYTES -> Expr.of(x.at(Expr.PRIMARY) + ".length", Type.INT);
            case LIST, DICT, SET, TUPLE -> Expr.of(x.at(Expr.PRIMARY) + ".size()", Type.INT);
            default -> Expr.of(expressions.use(Python.class) + ".len(" + expressions.argument(x) + ")", Type.LONG);
        };
    }

    Expr isInstance(Expr x, Node type) {
        List<Node> types = type.is("Tuple") ? type.list("elts") : List.of(type);
        List<String> parts = new ArrayList<>();
        for (Node each : types) {
            String qualified = expressions.scope().module().qualified(each);
            if (qualified.equals("ssl.SSLSocket") && x.type().isJava(dev.gangway.host.HandlerConnection.class)) {
                parts.add(x.at(Expr.PRIMARY) + ".isSecure()");
                continue;
            }
            PyClass own = expressions.scope().module().classes().get(qualified);
            String java = switch (qualified) {
                case "str", "unicode", "basestring" -> "String";
                case "bytes", "bytearray" -> expressions.isPython2() ? "String" : "byte[]";
                case "int", "long" -> "Long";
                case "float" -> "Double";
                case "bool" -> "Boolean";
                case "list" -> expressions.use(List.class) + "<?>";
                case "tuple" -> expressions.use(dev.gangway.porting.Tuple.class);
                case "dict", "collections.OrderedDict", "Mapping", "collections.abc.Mapping" ->
                    expressions.use(Map.class) + "<?, ?>";
                case "set" -> expressions.use(java.util.Set.class) + "<?>";
                default -> own != null ? own.reference(expressions.scope().imports()) : libraryType(qualified);
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
        return expressions.use(failure != null ? failure : type == null ? Object.class : type);
    }

    Expr open(Node node) {
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
        expressions.scope().mayThrowIo();
        if (mode != null && !mode.isText()) {
            return Expr.of(
                    expressions.use(PythonFile.class) + ".open(" + text + ", " + expressions.to(mode, Type.STRING)
                            + ")",
                    Type.java(PythonFile.class));
        }
        String how = mode == null ? "r" : mode.text("v");
        if (expressions.isPython2() && encoding == null) {
            return Expr.of(
                    expressions.use(TextFile.class) + ".open(" + text + ", " + JavaText.string(how.replace("b", ""))
                            + ", \"latin-1\")",
                    Type.java(TextFile.class));
        }
        if (how.contains("b")) {
            return Expr.of(
                    expressions.use(BinaryFile.class) + ".open(" + text + ", " + JavaText.string(how) + ")",
                    Type.java(BinaryFile.class));
        }
        String charset = encoding == null || encoding.isConstant("none")
                ? (errors == null ? "" : ", \"utf-8\"")
                : ", " + expressions.to(encoding, Type.STRING);
        String lenient = errors == null ? "" : ", " + expressions.to(errors, Type.STRING);
        return Expr.of(
                expressions.use(TextFile.class) + ".open(" + text + ", " + JavaText.string(how) + charset + lenient
                        + ")",
                Type.java(TextFile.class));
    }
}
