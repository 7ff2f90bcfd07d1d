package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates {@code try}, {@code raise} and {@code assert}. */
final class TryStatements {
    private final Set<Node> bare = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<String> caught = new ArrayDeque<>();
    private final Deque<Boolean> caughtIoStack = new ArrayDeque<>();
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;

    TryStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        report = statements.report();
        out = statements.out();
    }

    /** Tells whether no clause was left of a {@code try}, so that Java has an {@code if (true)}, which may always end. */
    boolean isBare(Node statement) {
        return bare.contains(statement);
    }

    void tryStatement(Node statement) {
        if (ModuleModel.isImports(statement)) {
            return;
        }
        boolean outer = scope.throwsIo();
        scope.throwsIo(false);
        List<Node> handlers = statement.list("handlers");
        Out held = new Out(out.indent());
        int size = out.size();
        int indent = out.indent();
        out.open("try");
        statements.block(statement.list("body"));
        List<Node> orelse = statement.list("orelse");
        if (!orelse.isEmpty() && statements.completion().completesAll(statement.list("body"))) {
            statements.block(orelse);
        }
        boolean thrownIo = scope.throwsIo();
        scope.throwsIo(outer);
        boolean caughtIo = false;
        List<Class<?>> seen = new ArrayList<>();
        List<PyClass> seenOwn = new ArrayList<>();
        boolean any = false;
        for (Node handler : handlers) {
            Catch each = catchOf(handler, thrownIo, seen, seenOwn);
            caughtIo |= each.all();
            if (each.types().isEmpty()) {
                neverThrown(handler);
                continue;
            }
            any = true;
            String wanted = handler.text("name").isEmpty() ? "e" : JavaNames.variable(handler.text("name"));
            String name = scope.fresh(wanted);
            out.close("} catch (" + String.join(" | ", each.types()) + " " + name + ") {");
            Map<String, Var> variables = new HashMap<>();
            if (!handler.text("name").isEmpty()) {
                Var var = new Var(handler.text("name"), name);
                var.fix(each.type());
                variables.put(handler.text("name"), var);
            }
            scope.push(variables);
            caught.push(name);
            caughtIoStack.push(thrownIo);
            List<Node> body = handler.list("body");
            if (body.stream().allMatch(one -> one.is("Pass"))) {
                out.line("// passed over");
            }
            statements.block(body);
            caughtIoStack.pop();
            caught.pop();
            scope.pop();
            scope.free(name);
        }
        if (thrownIo && !caughtIo) {
            scope.mayThrowIo();
        }
        List<Node> last = statement.list("finalbody");
        if (!last.isEmpty()) {
            out.close("} finally {");
            statements.block(last);
        }
        if (!any && last.isEmpty()) {
            bare.add(statement);
            List<Out.Line> body = new ArrayList<>(out.lines().subList(size + 1, out.size()));
            out.truncate(size, indent);
            out.open("");
            out.truncate(size, indent);
            out.open("if (true)");
            out.addShifted(body);
            out.close();
            if (!held.isEmpty()) {
                out.addAll(held);
            }
            return;
        }
        out.close();
    }

    private void neverThrown(Node handler) {
        Node type = handler.find("type");
        String dotted = type == null ? "" : type.dotted();
        out.line("// " + (dotted == null ? "one of the exceptions" : dotted) + " is never thrown here");
        if (type != null
                && dotted != null
                && scope.module().classes().get(scope.module().qualified(type)) == null
                && Library.exception(scope.module().qualified(type)) == null) {
            handler.list("body")
                    .forEach(each -> report.leave(
                            scope.module().tree().name(),
                            each,
                            "the exception " + scope.module().qualified(type)));
        }
    }

    /** The exceptions of a clause: the classes in Java, whether all of IOException is among them, and the type of its variable. */
    private record Catch(List<String> types, boolean all, Type type) {}

    private Catch catchOf(Node handler, boolean thrownIo, List<Class<?>> seen, List<PyClass> seenOwn) {
        Node type = handler.find("type");
        if (type == null) {
            return library(List.of(Exception.class), thrownIo, seen);
        }
        List<Node> nodes = exceptions(type);
        List<Class<?>> classes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Type result = Type.BOTTOM;
        for (Node each : nodes) {
            String qualified = scope.module().qualified(each);
            PyClass own = scope.module().classes().get(qualified);
            if (own != null) {
                if (java.io.IOException.class.isAssignableFrom(own.javaBase()) && !thrownIo) {
                    continue;
                }
                if (!seenOwn.contains(own)
                        && seen.stream().noneMatch(before -> before.isAssignableFrom(own.javaBase()))) {
                    names.add(own.reference(scope.imports()));
                    seenOwn.add(own);
                    result = nodes.size() == 1 ? Type.user(own) : Type.java(Exception.class);
                }
                continue;
            }
            Class<?> known = Library.exception(qualified);
            if (known != null) {
                classes.add(known);
            }
        }
        Catch library = library(classes, thrownIo, seen);
        names.addAll(library.types());
        return new Catch(
                names,
                library.all(),
                result.kind() == Type.Kind.BOTTOM
                        ? library.type()
                        : names.size() > 1 ? Type.java(Exception.class) : result);
    }

    /** Returns the exceptions that a clause names, also by a constant of the module that is a tuple of them. */
    private List<Node> exceptions(Node type) {
        if (type.is("Tuple")) {
            return type.list("elts");
        }
        List<Node> found = new ArrayList<>();
        if (type.is("Name") && scope.module().globals().containsKey(type.text("id"))) {
            scope.module()
                    .statements()
                    .forEach(statement -> statement.walk(each -> {
                        boolean constant = each.is("Assign")
                                && each.list("targets").stream().anyMatch(target -> target.isName(type.text("id")))
                                && each.get("value").is("Tuple");
                        if (constant) {
                            found.addAll(each.get("value").list("elts"));
                        }
                    }));
        }
        return found.isEmpty() ? List.of(type) : found;
    }

    private Catch library(List<Class<?>> classes, boolean thrownIo, List<Class<?>> seen) {
        List<String> names = new ArrayList<>();
        List<Class<?>> kept = new ArrayList<>();
        boolean all = false;
        for (Class<?> each : classes) {
            boolean io = IOException.class.isAssignableFrom(each);
            all |= each.isAssignableFrom(IOException.class);
            boolean covered = seen.stream().anyMatch(before -> before.isAssignableFrom(each))
                    || classes.stream().anyMatch(other -> other != each && other.isAssignableFrom(each));
            if (!covered && (!io || thrownIo) && !kept.contains(each)) {
                kept.add(each);
                names.add(expressions.use(each));
            }
        }
        seen.addAll(kept);
        Type type = Type.java(kept.size() == 1 ? kept.get(0) : Exception.class);
        return new Catch(names, all, type);
    }

    void raise(Node statement) {
        Node exc = statement.find("exc");
        if (exc == null) {
            if (caught.isEmpty()) {
                throw new Untranslatable("raise without an exception");
            }
            if (Boolean.TRUE.equals(caughtIoStack.peek())) {
                scope.mayThrowIo();
            }
            out.line("throw " + caught.peek() + ";");
            return;
        }
        Node made = exc;
        if (exc.is("Name", "Attribute") && isException(exc)) {
            made = Node.made(
                    "Call", exc, "func", exc, "args", new org.json.JSONArray(), "keywords", new org.json.JSONArray());
        }
        Expr x = expressions.of(made);
        statements.flush();
        boolean throwable = x.type().isJava(Throwable.class)
                || x.type().kind() == Type.Kind.USER
                        && x.type().user() != null
                        && x.type().user().isException();
        if (!throwable) {
            throw new Untranslatable("raise of what is no exception");
        }
        Class<?> java = x.type().kind() == Type.Kind.USER && x.type().user() != null
                ? x.type().user().javaBase()
                : x.type().java();
        if (java == Exception.class || java == Throwable.class) {
            out.line(
                    "throw " + expressions.use(dev.gangway.porting.Exceptions.class) + ".unchecked(" + x.text() + ");");
            return;
        }
        if (java != null && IOException.class.isAssignableFrom(java)) {
            scope.mayThrowIo();
        }
        out.line("throw " + x.text() + ";");
    }

    private boolean isException(Node name) {
        if (name.is("Name") && expressions.variables().of(name) != null) {
            return false;
        }
        String qualified = scope.module().qualified(name);
        PyClass own = scope.module().classes().get(qualified);
        return own != null ? own.isException() : Library.exception(qualified) != null;
    }

    void assertion(Node statement) {
        Expr test = expressions.conditions().truthOf(statement.get("test"));
        statements.flush();
        out.open("if (!" + test.at(Expr.UNARY) + ")");
        Node message = statement.find("msg");
        out.line("throw new " + expressions.use(dev.gangway.porting.AssertionError.class) + "("
                + (message == null ? "" : expressions.object(message)) + ");");
        out.close();
    }
}
