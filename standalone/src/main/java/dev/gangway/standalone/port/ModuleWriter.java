package dev.gangway.standalone.port;

import dev.gangway.host.HandlerFactory;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the Java files of one module. */
final class ModuleWriter {
    private static final Set<String> STARTS = Set.of(
            "serve_forever",
            "HTTPServer",
            "TCPServer",
            "ThreadingHTTPServer",
            "ThreadingTCPServer",
            "ArgumentParser",
            "handle_request",
            "argv",
            "input",
            "raw_input",
            "OptionParser",
            "parse_args",
            "ThreadedHTTPServer");

    private final ModuleModel module;
    private final Report report;
    private final Rounds rounds;
    private final String packageName;
    private final boolean hasMain;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> serving = new HashSet<>();

    ModuleWriter(ModuleModel module, Report report, Rounds rounds, String packageName, boolean hasMain) {
        this.module = module;
        this.report = report;
        this.rounds = rounds;
        this.packageName = packageName;
        this.hasMain = hasMain;
        module.classes().values().forEach(each -> taken.add(each.java()));
        taken.add(module.file());
    }

    /** Returns the lines of each file by the name of its class. */
    Map<String, List<Out.Line>> write() {
        Map<String, List<Out.Line>> files = new LinkedHashMap<>();
        report.clear();
        List<PyClass> handlers = module.handlers();
        boolean single = handlers.size() == 1;
        for (PyClass handler : handlers) {
            Imports imports = new Imports(taken, handler.file());
            Out out = new Out(0);
            writeTop(handler, imports, out, single);
            files.put(handler.java(), withHead(imports, out, handler.java()));
        }
        if (!single) {
            Imports imports = new Imports(taken, module.file());
            Out out = new Out(0);
            out.line("/** What " + module.tree().name() + " holds beside its handlers. */");
            out.open((handlers.isEmpty() ? "public " : "") + "final class " + module.file());
            ClassWriter writer = new ClassWriter(module, imports, report, rounds);
            moduleMembers(writer, imports, out, true);
            out.close();
            files.put(module.file(), withHead(imports, out, module.file()));
        }
        return files;
    }

    private List<Out.Line> withHead(Imports imports, Out out, String name) {
        Out head = imports.head("Ported from " + module.tree().name() + " by gangway port.", packageName);
        head.addAll(out);
        if (name.isEmpty()) {
            head.blank();
        }
        return head.lines();
    }

    private void writeTop(PyClass handler, Imports imports, Out out, boolean single) {
        ClassWriter writer = new ClassWriter(module, imports, report, rounds);
        Documentation.of(handler.node().docstring(), out);
        PyClass base = handler.base();
        String extended = base != null ? base.reference(imports) : imports.use(handler.javaBase());
        out.origin(handler.node());
        out.open("public " + (handler.isExtended() ? "" : "final ") + "class " + handler.java() + " extends "
                + extended);
        out.origin(null);
        if (single) {
            moduleFields(writer, imports, out);
        }
        writer.members(handler, out);
        if (single) {
            moduleMembers(writer, imports, out, false);
        }
        trim(out);
        out.close();
    }

    private static void trim(Out out) {
        while (!out.isEmpty() && out.lines().get(out.size() - 1).text().isEmpty()) {
            out.truncate(out.size() - 1, out.indent());
        }
    }

    private void moduleMembers(ClassWriter writer, Imports imports, Out out, boolean withFields) {
        if (withFields) {
            moduleFields(writer, imports, out);
        }
        for (Func function : new ArrayList<>(module.functions().values())) {
            writer.functionWriter().function(function, null, out);
        }
        for (PyClass type : module.classes().values()) {
            if (!type.isHandler()) {
                nested(type, writer, imports, out);
            }
        }
        main(imports, out);
        trim(out);
    }

    private void nested(PyClass type, ClassWriter writer, Imports imports, Out out) {
        Documentation.of(type.node().docstring(), out);
        PyClass base = type.base();
        String extended = base != null
                ? " extends " + base.reference(imports)
                : type.javaBase() == Object.class ? "" : " extends " + imports.use(type.javaBase());
        out.origin(type.node());
        out.open("static class " + type.java() + extended);
        out.origin(null);
        String refusal = report.refusal(type.node());
        if (refusal != null && base == null && !type.isServer()) {
            report.leave(module.tree().name(), type.node(), refusal);
            out.open(type.java() + "(Object... args)");
            out.line("throw new " + imports.use(dev.gangway.porting.UnportedException.class) + "("
                    + JavaText.string(module.tree().name() + ":" + type.node().line()) + ");");
            out.close();
            out.close();
            out.blank();
            return;
        }
        writer.members(type, out);
        for (Node left : type.statements()) {
            if (!type.isServer()) {
                report.leave(module.tree().name(), left, "a statement in a class");
            }
        }
        trim(out);
        out.close();
        out.blank();
    }

    private int mainFrom() {
        List<Node> statements = module.statements();
        for (int i = 0; i < statements.size(); i++) {
            if (isMainGuard(statements.get(i)) || starts(statements.get(i))) {
                return i;
            }
        }
        return statements.size();
    }

    private static boolean isMainGuard(Node statement) {
        return statement.is("If")
                && statement.get("test").is("Compare")
                && statement.get("test").get("left").isName("__name__");
    }

    private boolean starts(Node statement) {
        if (statement.is("FunctionDef", "ClassDef")) {
            return false;
        }
        boolean[] found = {false};
        walkOutside(statement, node -> {
            if (node.is("Attribute")
                    && (STARTS.contains(node.text("attr")) || serving().contains(node.text("attr")))) {
                found[0] = true;
            }
            if (node.is("Call")
                    && node.get("func").is("Name")
                    && (STARTS.contains(node.get("func").text("id"))
                            || isServer(node.get("func").text("id"))
                            || serving().contains(node.get("func").text("id")))) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private boolean isServer(String name) {
        PyClass type = module.classes().get(name);
        return type != null && type.isServer();
    }

    /** Returns the names of functions and methods that serve until the program ends, or call one that does. */
    private Set<String> serving() {
        if (serving.isEmpty()) {
            serving.add("serve_forever");
            List<Func> all = new ArrayList<>(module.functions().values());
            module.classes().values().stream()
                    .filter(type -> !type.isHandler() && !type.isServer())
                    .forEach(type -> all.addAll(type.methods().values()));
            int before;
            do {
                before = serving.size();
                all.stream().filter(this::serves).forEach(each -> serving.add(each.name()));
            } while (serving.size() > before);
        }
        return serving;
    }

    private boolean serves(Func function) {
        boolean[] found = {false};
        function.node().walk(node -> {
            boolean reads = node.is("Attribute") && serving.contains(node.text("attr"));
            boolean calls = node.is("Call")
                    && node.get("func").is("Name")
                    && serving.contains(node.get("func").text("id"));
            found[0] |= reads || calls;
        });
        return found[0];
    }

    private static void walkOutside(Node node, java.util.function.Consumer<Node> visitor) {
        if (node.is("FunctionDef", "ClassDef")) {
            return;
        }
        visitor.accept(node);
        node.children().forEach(child -> walkOutside(child, visitor));
    }

    private Set<String> usedByFunctions() {
        Set<String> used = new HashSet<>();
        java.util.function.Consumer<Node> collect = node -> {
            if (node.is("Name")) {
                used.add(node.text("id"));
            }
        };
        module.functions().values().forEach(each -> each.node().walk(collect));
        module.classes().values().forEach(each -> each.node().walk(collect));
        module.statements().subList(0, mainFrom()).forEach(each -> each.walk(collect));
        return used;
    }

    private Set<String> mainLocals() {
        Set<String> assigned = new HashSet<>();
        module.statements()
                .subList(mainFrom(), module.statements().size())
                .forEach(each -> Locals.assigned(each, assigned, new HashSet<>()));
        assigned.removeAll(usedByFunctions());
        return assigned;
    }

    private void moduleFields(ClassWriter writer, Imports imports, Out out) {
        Scope scope = new Scope(module, null, null, Locals.of(List.of(), Map.of(), Set.of()), imports);
        Set<String> local = mainLocals();
        Set<String> declared = new HashSet<>();
        int size = out.size();
        List<Node> statements = module.statements().subList(0, mainFrom());
        Out block = new Out(out.indent() + 1);
        Statements inits = new Statements(scope, report, block).mayEnd();
        for (Node statement : statements) {
            Var constant = constantOf(statement);
            if (constant != null
                    && block.isEmpty()
                    && constantField(statement, constant, writer, scope, imports, out)) {
                declared.add(constant.python());
                continue;
            }
            inits.block(List.of(statement));
        }
        for (Map.Entry<String, Var> global : module.globals().entrySet()) {
            if (!local.contains(global.getKey()) && declared.add(global.getKey())) {
                out.line(writer.visibility() + "static "
                        + global.getValue().type().text(imports) + " "
                        + global.getValue().java() + ";");
            }
        }
        if (out.size() > size) {
            out.blank();
        }
        if (!block.isEmpty()) {
            out.open("static");
            if (scope.throwsIo()) {
                out.open("try");
                out.addShifted(block.lines());
                out.close("} catch (" + imports.use(IOException.class) + " failure) {");
                out.line("throw new " + imports.use(UncheckedIOException.class) + "(failure);");
                out.close();
            } else {
                out.addAll(block);
            }
            out.close();
            out.blank();
        }
    }

    private @Nullable Var constantOf(Node statement) {
        boolean one = statement.is("Assign")
                        && statement.list("targets").size() == 1
                        && statement.list("targets").get(0).is("Name")
                || statement.is("AnnAssign")
                        && statement.has("value")
                        && statement.get("target").is("Name");
        if (!one) {
            return null;
        }
        Node target = statement.is("Assign") ? statement.list("targets").get(0) : statement.get("target");
        return module.globals().get(target.text("id"));
    }

    private boolean constantField(Node statement, Var var, ClassWriter writer, Scope scope, Imports imports, Out out) {
        if (report.isRefused(statement)
                || module.assignments(var.python()) > 1 && usesEarlier(statement, var.python())) {
            return false;
        }
        Expressions expressions = new Expressions(scope);
        boolean io = scope.throwsIo();
        scope.throwsIo(false);
        try {
            Expr x = expressions.of(statement.get("value"));
            if (!scope.pre().isEmpty()
                    || x.type().kind() == Type.Kind.VOID
                    || module.assignments(var.python()) > 1 && !first(statement, var.python())) {
                scope.pre().truncate(0, 0);
                return false;
            }
            var.observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
            String text = expressions.coercion().to(x, var.type());
            if (scope.throwsIo()) {
                text = imports.use(dev.gangway.porting.Ported.class) + ".unchecked(() -> " + text + ")";
            }
            comments(statement, out);
            out.origin(statement);
            String modifiers =
                    writer.visibility() + "static " + (module.assignments(var.python()) == 1 ? "final " : "");
            out.line(modifiers + var.type().text(imports) + " " + var.java() + " = " + text + ";");
            out.origin(null);
            return true;
        } catch (Untranslatable e) {
            scope.pre().truncate(0, 0);
            return false;
        } finally {
            scope.throwsIo(io);
        }
    }

    private void comments(Node statement, Out out) {
        String comment = module.tree().comments().get(statement.line() - 1);
        if (comment != null && !module.tree().trailing().contains(statement.line() - 1)) {
            String text = comment.replaceFirst("^#+\\s?", "").strip();
            if (!text.isEmpty() && !text.startsWith("!") && !text.contains("coding")) {
                out.line("// " + JavaText.comment(text));
            }
        }
    }

    private boolean first(Node statement, String name) {
        for (Node each : module.statements()) {
            if (each == statement) {
                return true;
            }
            Set<String> assigned = new HashSet<>();
            Locals.assigned(each, assigned, new HashSet<>());
            if (assigned.contains(name)) {
                return false;
            }
        }
        return false;
    }

    private static boolean usesEarlier(Node statement, String name) {
        List<Node> found = new ArrayList<>();
        Locals.occurrences(statement.get("value"), name, found);
        return !found.isEmpty();
    }

    private void main(Imports imports, Out out) {
        List<Node> statements = new ArrayList<>();
        for (Node each :
                module.statements().subList(mainFrom(), module.statements().size())) {
            if (isMainGuard(each)) {
                statements.addAll(each.list("body"));
            } else {
                statements.add(each);
            }
        }
        if (!hasMain && statements.isEmpty()) {
            return;
        }
        String args = "args";
        Set<String> foreign = new HashSet<>(module.globals().keySet());
        foreign.removeAll(mainLocals());
        Locals locals = rounds.locals(module.statements(), statements, foreign);
        Scope scope = new Scope(module, null, null, locals, imports);
        scope.take(args);
        Out body = new Out(out.indent() + 1);
        new MainNames(imports).give(scope, locals);
        body.line(imports.use(dev.gangway.porting.Sys.class) + ".start("
                + JavaText.string(module.tree().name()) + ", args);");
        int size = body.size();
        if (statements.isEmpty()) {
            defaultMain(imports, body);
        } else {
            new Statements(scope, report, body).body(statements);
        }
        if (!usesArguments(body)) {
            body.lines().remove(size - 1);
        }
        boolean io = scope.throwsIo() || statements.isEmpty();
        String name = hasMain ? "public static void main(String[] args)" : "static void run(String[] args)";
        out.open(name + (io ? " throws " + imports.use(IOException.class) : ""));
        out.addAll(body);
        out.close();
        out.blank();
    }

    private boolean usesArguments(Out body) {
        boolean direct = body.lines().stream()
                .anyMatch(
                        line -> line.text().contains("Sys.argv") || line.text().contains("ArgumentParser"));
        boolean[] used = {direct};
        for (Node statement : module.tree().body()) {
            statement.walk(node -> used[0] |= node.is("Attribute")
                            && (node.text("attr").equals("argv")
                                    || node.text("attr").equals("parse_args"))
                    || node.isName("argv")
                    || node.is("Name") && node.text("id").equals("ArgumentParser")
                    || module.qualified(node).equals("http.server.test"));
        }
        return used[0];
    }

    private void defaultMain(Imports imports, Out out) {
        List<PyClass> handlers = module.handlers();
        PyClass handler = handlers.isEmpty() ? null : handlers.get(handlers.size() - 1);
        if (handler == null) {
            out.line("throw new IllegalStateException(\"there is no handler in "
                    + module.tree().name() + "\");");
            return;
        }
        boolean plain = Constructions.isPlain(handler);
        String factory = handler.reference(imports) + "::new";
        if (!plain) {
            Func maker = maker();
            if (maker == null) {
                out.line("throw new IllegalStateException(\"give " + handler.java() + ".factory its arguments\");");
                return;
            }
            factory = new Functions(new Expressions(
                                    new Scope(module, null, null, Locals.of(List.of(), Map.of(), Set.of()), imports)))
                            .target(maker, "")
                    + maker.java() + "()";
        }
        out.line("int port = args.length > 0 ? Integer.parseInt(args[0]) : 8000;");
        String server = imports.use(ThreadingHTTPServer.class);
        out.open("try (" + server + " server = new " + server + "(new " + imports.use(InetSocketAddress.class)
                + "(port), " + factory + "))");
        out.line("server.serveForever();");
        out.close();
    }

    /** Returns a function without parameters that gives a handler class, or null. */
    @Nullable Func maker() {
        return module.functions().values().stream()
                .filter(each -> each.required() == 0 && each.params().isEmpty())
                .filter(each -> each.result().type().kind() == Type.Kind.CLASS
                        || each.result().type().isJava(HandlerFactory.class))
                .findFirst()
                .orElse(null);
    }
}
