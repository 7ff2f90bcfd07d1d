package dev.gangway.standalone.port;

import dev.gangway.porting.ContextManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Translates {@code with}. */
final class WithStatements {
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private final Set<Node> catching = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Out out;

    WithStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        out = statements.out();
    }

    void with(Node statement, int index) {
        List<Node[]> items = statement.pairs("items");
        if (index == items.size()) {
            statements.block(statement.list("body"));
            return;
        }
        Node[] item = items.get(index);
        String context = item[0].is("Call") && !scope.module().isLeft(item[0])
                ? scope.module().qualified(item[0].get("func"))
                : "";
        if (context.endsWith("contextlib.suppress") && items.size() == 1) {
            suppress(statement, item[0]);
            return;
        }
        boolean closing =
                context.equals("contextlib.closing") && item[0].list("args").size() == 1;
        Expr x = expressions.of(closing ? item[0].list("args").get(0) : item[0]);
        statements.flush();
        Class<?> java = x.type().kind() == Type.Kind.USER && x.type().user() != null
                ? x.type().user().javaBase()
                : x.type().java();
        boolean closes = java != null && AutoCloseable.class.isAssignableFrom(java) && java != ContextManager.class;
        if (java != null && dev.gangway.porting.Acquirable.class.isAssignableFrom(java)) {
            String lock = x.isSimple() ? x.text() : scope.fresh("lock");
            if (!x.isSimple()) {
                out.line(x.type().text(scope.imports()) + " " + lock + " = " + x.text() + ";");
            }
            if (java != dev.gangway.porting.Lock.class) {
                scope.mayThrowIo();
            }
            out.line(lock + ".acquire();");
            out.open("try");
            with(statement, index + 1);
            out.close("} finally {");
            out.line(lock + ".release();");
            out.close();
            return;
        }
        if (!closes) {
            dynamicWith(statement, index, item, x);
            return;
        }
        if (java != null && Library.isOurs(java)
                || java != null && java.getPackageName().startsWith("java.io")) {
            scope.mayThrowIo();
        }
        if (item.length > 1 && item[1].is("Name")) {
            Var var = expressions.variables().of(item[1]);
            if (var == null) {
                throw new Untranslatable("such a target");
            }
            var.observe(x.type());
            if (statements.declares(statement, var) && occurs(statement.list("body"), item[1].text("id"))) {
                withResource(
                        var.java(),
                        var.type().text(scope.imports()) + " " + var.java() + " = "
                                + expressions.coercion().to(x, var.type()),
                        () -> with(statement, index + 1));
                return;
            }
            String type = statements.declares(statement, var) ? var.type().text(scope.imports()) + " " : "";
            out.line(type + var.java() + " = " + expressions.coercion().to(x, var.type()) + ";");
            out.open("try");
            with(statement, index + 1);
            out.close("} finally {");
            out.line(expressions
                            .coercion()
                            .of(Expr.of(var.java(), var.type()), x.type())
                            .at(Expr.PRIMARY) + ".close();");
            out.close();
            return;
        }
        String name = scope.fresh("resource");
        out.line(x.type().text(scope.imports()) + " " + name + " = " + x.text() + ";");
        out.open("try");
        with(statement, index + 1);
        out.close("} finally {");
        out.line(name + ".close();");
        out.close();
    }

    /**
     * Writes a {@code try} with a resource, unless the compiler would warn: of one that is closed in the block as well, or not used
     * because the statements that use it are left.
     */
    private void withResource(String name, String declaration, Runnable body) {
        int head = out.size();
        out.open("try (" + declaration + ")");
        scope.take(name);
        body.run();
        Pattern use = Pattern.compile("\\b" + name + "\\b");
        List<String> code = out.lines().subList(head + 1, out.size()).stream()
                .map(line -> STRING.matcher(line.text()).replaceAll(""))
                .filter(text -> !text.startsWith("//"))
                .toList();
        boolean used = code.stream().anyMatch(use.asPredicate());
        boolean closed = code.stream().anyMatch(text -> text.contains(name + ".close()"));
        if (used && !closed) {
            out.close();
            return;
        }
        out.replace(head, declaration + ";", "try {");
        out.close("} finally {");
        out.line(name + ".close();");
        out.close();
    }

    /** Translates {@code with contextlib.suppress(…)} like the {@code try} that it stands for. */
    private void suppress(Node statement, Node call) {
        Node types = Node.made("Tuple", call, "elts", Node.array(call.list("args")));
        Node pass = Node.made("Pass", statement);
        Node handler = Node.made("ExceptHandler", call, "type", types, "name", "", "body", Node.array(List.of(pass)));
        statements.translate(Node.made(
                "Try",
                statement,
                "body",
                Node.array(statement.list("body")),
                "handlers",
                Node.array(List.of(handler)),
                "orelse",
                new org.json.JSONArray(),
                "finalbody",
                new org.json.JSONArray()));
    }

    private void dynamicWith(Node statement, int index, Node[] item, Expr x) {
        if (!x.type().is(Type.Kind.OBJECT, Type.Kind.USER) && !x.type().isJava(ContextManager.class)) {
            throw new Untranslatable("with " + x.type().kind());
        }
        PyClass own = x.type().user();
        Func exit = own == null ? null : own.method("__exit__");
        if (x.type().isJava(ContextManager.class) || exit != null && looksAtExceptions(exit)) {
            managed(statement, index, item, x);
            return;
        }
        scope.mayThrowIo();
        String name = scope.fresh("context");
        out.line("Object " + name + " = " + expressions.argument(x) + ";");
        String enter = expressions.use(dev.gangway.porting.Dynamic.class) + ".enter(" + name + ")";
        if (item.length > 1) {
            statements.assignments().store(statement, item[1], Expr.of(enter, Type.OBJECT));
        } else {
            out.line(enter + ";");
        }
        out.open("try");
        with(statement, index + 1);
        out.close("} finally {");
        out.line(expressions.use(dev.gangway.porting.Dynamic.class) + ".exit(" + name + ");");
        out.close();
    }

    /** Writes a context that learns of the exception that ends it, and may keep it from going on. */
    private void managed(Node statement, int index, Node[] item, Expr x) {
        scope.mayThrowIo();
        catching.add(statement);
        String name = scope.fresh("context");
        String type = expressions.use(ContextManager.class);
        boolean made = x.type().isJava(ContextManager.class);
        out.line(type + " " + name + " = " + (made ? x.text() : type + ".of(" + expressions.argument(x) + ")") + ";");
        if (item.length > 1) {
            statements.assignments().store(statement, item[1], Expr.of(name + ".enter()", Type.OBJECT));
        } else {
            out.line(name + ".enter();");
        }
        out.open("try");
        with(statement, index + 1);
        String failure = scope.fresh("e");
        out.close("} catch (Exception " + failure + ") {");
        out.open("if (!" + name + ".failed(" + failure + "))");
        out.line("throw " + failure + ";");
        out.close();
        out.close("} finally {");
        out.line(name + ".close();");
        out.close();
        scope.free(failure);
    }

    /** Tells whether a {@code with} may swallow an exception, and then ends normally. */
    boolean catches(Node statement) {
        return catching.contains(statement);
    }

    /** Tells whether the end of a context depends on the exception, or keeps it from going on. */
    private static boolean looksAtExceptions(Func exit) {
        boolean[] found = {false};
        exit.node().walk(each -> {
            Node value = each.is("Return") ? each.find("value") : null;
            found[0] |= value != null && !value.isConstant("none") && !(value.isConstant("bool") && !value.truth("v"));
        });
        for (Func.Param param : exit.params()) {
            found[0] |= occurs(exit.node().body(), param.var().python());
        }
        return found[0];
    }

    private static boolean occurs(List<Node> body, String name) {
        List<Node> found = new ArrayList<>();
        body.forEach(each -> Locals.occurrences(each, name, found));
        return !found.isEmpty();
    }
}
