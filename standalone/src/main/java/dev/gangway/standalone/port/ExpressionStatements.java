package dev.gangway.standalone.port;

import dev.gangway.porting.Ported;
import dev.gangway.porting.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Translates expressions that stand as statements: calls mostly, and the print of Python 2. */
final class ExpressionStatements {
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Out out;

    ExpressionStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        out = statements.out();
    }

    void expression(Node value) {
        if (value.is("Constant")) {
            return;
        }
        if (isSearchPath(value)) {
            out.line("// Java finds its classes without sys.path");
            return;
        }
        if (isTest(value)) {
            serve(value.list("args").get(0));
            return;
        }
        if (value.is("Yield", "YieldFrom")) {
            Expr yielded = expressions.yielded(value);
            statements.flush();
            out.line(yielded.text() + ";");
            return;
        }
        if (value.is("ListComp", "GeneratorExp") && !value.list("generators").isEmpty()) {
            Expr made = expressions.of(value);
            statements.flush();
            if (made.text().isEmpty()) {
                throw new Untranslatable("a comprehension as a statement");
            }
            return;
        }
        if (isConstructorOfBase(value)) {
            constructBase(value);
            return;
        }
        if (value.is("BoolOp", "IfExp")) {
            shortCircuit(value);
            return;
        }
        Expr x = expressions.of(value);
        statements.flush();
        boolean statement = value.is("Call")
                && x.level() == Expr.PRIMARY
                && x.text().endsWith(")")
                && !x.text().matches("\\(.*");
        boolean parenthesised = value.is("Call") && x.text().matches("\\(\\(.*\\)\\)?.*\\..*\\)");
        if (statement || parenthesised || x.text().contains(" = ") && x.level() == Expr.PRIMARY && value.is("Call")) {
            out.line(x.text() + ";");
        } else if (x.isSimple() && !x.text().endsWith(")")) {
            out.line("// " + JavaText.comment(x.text()));
        } else {
            out.line(expressions.use(Ported.class) + ".ignore(" + expressions.argument(x) + ");");
        }
    }

    /** Tells of {@code http.server.test(Handler, Server)}, which {@code python -m http.server} was in Python 2. */
    private boolean isTest(Node value) {
        return value.is("Call")
                && !value.list("args").isEmpty()
                && value.get("func").is("Attribute")
                && scope.module().qualified(value.get("func")).equals("http.server.test");
    }

    private void serve(Node handler) {
        String factory = expressions.to(handler, Type.java(dev.gangway.host.HandlerFactory.class));
        statements.flush();
        scope.mayThrowIo();
        String server = expressions.use(dev.gangway.standalone.ThreadingHTTPServer.class);
        String name = scope.fresh("server");
        out.open("try (" + server + " " + name + " = new " + server + "("
                + expressions.use(dev.gangway.porting.Servers.class) + ".testAddress(), " + factory + "))");
        out.line(name + ".serveForever();");
        out.close();
        scope.free(name);
    }

    private boolean isSearchPath(Node value) {
        return value.is("Call")
                && value.get("func").is("Attribute")
                && scope.module().qualified(value.get("func").get("value")).equals("sys.path");
    }

    /** Tells of {@code super().__init__(…)} and {@code Base.__init__(self, …)}. */
    static boolean isConstructorOfBase(Node value) {
        return value.is("Call")
                && value.get("func").is("Attribute")
                && value.get("func").text("attr").equals("__init__");
    }

    private void constructBase(Node value) {
        PyClass owner = scope.owner();
        Func function = scope.function();
        if (owner == null || function == null || !function.name().equals("__init__")) {
            throw new Untranslatable("__init__ that is called by hand");
        }
        if (owner.isHandler()) {
            for (Node keyword : value.records("keywords")) {
                if (keyword.text("arg").equals("directory")) {
                    directory(expressions.of(keyword.get("value")));
                }
            }
            return;
        }
        List<Node> args = value.list("args");
        boolean named = !value.get("func").get("value").is("Call");
        List<String> texts = new ArrayList<>();
        for (Node each : named && !args.isEmpty() ? args.subList(1, args.size()) : args) {
            texts.add(
                    owner.isServer() && texts.isEmpty()
                            ? expressions.calls().constructions().address(each)
                            : owner.isServer()
                                    ? expressions.to(each, Type.java(dev.gangway.host.HandlerFactory.class))
                                    : expressions.object(each));
        }
        if (owner.base() == null && owner.javaBase() == Object.class) {
            return;
        }
        if (!out.isEmpty()
                && !out.lines().get(out.size() - 1).text().endsWith("{")
                && !out.lines().get(out.size() - 1).text().startsWith("//")) {
            throw new Untranslatable("super().__init__() that comes late");
        }
        statements.flush();
        if (owner.base() != null) {
            Func init = owner.base().method("__init__");
            List<Node> rest = named && !args.isEmpty() ? args.subList(1, args.size()) : args;
            texts.clear();
            if (init != null) {
                Node call = Node.made(
                        "Call",
                        value,
                        "func",
                        value.get("func"),
                        "args",
                        Node.array(rest),
                        "keywords",
                        new org.json.JSONArray());
                texts.addAll(expressions.calls().ownCalls().texts(init, call));
            }
        }
        out.line("super(" + String.join(", ", texts) + ");");
    }

    private void directory(Expr x) {
        String path = expressions.coercion().to(x, Type.java(java.nio.file.Path.class));
        statements.flush();
        boolean none = x.isSimple() && (x.isNullable() || x.type().kind() == Type.Kind.OBJECT);
        if (none) {
            out.open("if (" + x.text() + " != null)");
        }
        out.line("directory(" + path + ");");
        if (none) {
            out.close();
        }
    }

    private void shortCircuit(Node value) {
        if (value.is("IfExp")) {
            out.open("if (" + statements.condition(value.get("test")) + ")");
            statements.nested(() -> expression(value.get("body")));
            out.close("} else {");
            statements.nested(() -> expression(value.get("orelse")));
            out.close();
            return;
        }
        List<Node> values = value.list("values");
        Node first = values.size() == 2 ? values.get(0) : value;
        if (first == value) {
            throw new Untranslatable("and, or as a statement");
        }
        boolean and = value.text("op").equals("And");
        Expr test = expressions.conditions().truthOf(first);
        statements.flush();
        out.open("if (" + (and ? test.text() : "!" + test.at(Expr.UNARY)) + ")");
        statements.nested(() -> expression(values.get(1)));
        out.close();
    }

    void print(Node statement) {
        List<Node> values = statement.list("values");
        if (values.size() == 1 && values.get(0).is("Tuple")) {
            values = values.get(0).list("elts");
            if (values.size() > 1) {
                values = List.of(statement.list("values").get(0));
            }
        }
        List<String> texts = new ArrayList<>();
        for (Node each : values) {
            texts.add(expressions.argument(expressions.of(each)));
        }
        Map<String, Expr> keywords = new java.util.LinkedHashMap<>();
        Node dest = statement.find("dest");
        if (dest != null) {
            keywords.put("file", expressions.of(dest));
        }
        if (!statement.truth("nl")) {
            keywords.put("end", Expr.of("\" \"", Type.STRING));
        }
        statements.flush();
        if (!keywords.isEmpty()) {
            texts.add(expressions.keywords(keywords));
        }
        out.line(expressions.use(Python.class) + ".print("
                + (texts.size() == 1 && texts.get(0).equals("null") ? "(Object) null" : String.join(", ", texts))
                + ");");
    }
}
