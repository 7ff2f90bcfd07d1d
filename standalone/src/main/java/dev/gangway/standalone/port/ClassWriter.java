package dev.gangway.standalone.port;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.standalone.porting.JavaNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a class of the module. */
final class ClassWriter {
    private final ModuleModel module;
    private final Imports imports;
    private final Report report;
    private final Rounds rounds;
    private final ConstructorWriter constructorWriter;
    private final FunctionWriter functionWriter;
    private final LocalNames localNames;

    ClassWriter(ModuleModel module, Imports imports, Report report, Rounds rounds) {
        this.module = module;
        this.imports = imports;
        this.report = report;
        this.rounds = rounds;
        constructorWriter = new ConstructorWriter(this);
        functionWriter = new FunctionWriter(this);
        localNames = new LocalNames(this);
    }

    FunctionWriter functionWriter() {
        return functionWriter;
    }

    LocalNames localNames() {
        return localNames;
    }

    ModuleModel module() {
        return module;
    }

    Imports imports() {
        return imports;
    }

    Report report() {
        return report;
    }

    Rounds rounds() {
        return rounds;
    }

    Scope scope(@Nullable PyClass owner, @Nullable Func function, Locals locals) {
        return new Scope(module, owner, function, locals, imports);
    }

    /** Writes what stands in the braces of a class. */
    void members(PyClass type, Out out) {
        serial(type, out);
        fields(type, out);
        constructorWriter.constructor(type, out);
        for (Func method : type.methods().values()) {
            if (!method.name().equals("__init__")) {
                functionWriter.function(method, type, out);
            }
        }
        type.aliases().forEach((alias, name) -> alias(type, alias, name, out));
        dispatch(type, out);
    }

    /** Lets {@code __getattr__} answer for the methods {@code do_*} that a handler class has not, as {@code getattr} does. */
    private void dispatch(PyClass type, Out out) {
        Func getattr = type.methods().get("__getattr__");
        if (!type.isHandler() || getattr == null || getattr.params().size() != 1) {
            return;
        }
        getattr.params().get(0).var().observe(Type.STRING);
        String method = "\"do_\" + command";
        Type taken = getattr.params().get(0).var().type();
        if (taken.kind() != Type.Kind.STRING && taken.kind() != Type.Kind.OBJECT) {
            return;
        }
        out.line("@Override");
        out.open("public boolean dispatch(String command) throws " + imports.use(IOException.class));
        out.open("if (super.dispatch(command))");
        out.line("return true;");
        out.close();
        out.line("Object method;");
        out.open("try");
        out.line("method = " + getattr.java() + "(" + method + ");");
        out.close("} catch (" + imports.use(dev.gangway.porting.AttributeError.class) + " e) {");
        out.line("return false;");
        out.close();
        out.line(imports.use(dev.gangway.porting.Dynamic.class) + ".invoke(method);");
        out.line("return true;");
        out.close();
        out.blank();
    }

    private static void serial(PyClass type, Out out) {
        if (type.isException()) {
            out.line("private static final long serialVersionUID = 1L;");
            out.blank();
        }
    }

    private boolean isPrivate() {
        return module.handlers().size() == 1;
    }

    /** Returns {@code private} where all of the module is in one file. */
    String visibility() {
        return isPrivate() ? "private " : "";
    }

    private void fields(PyClass type, Out out) {
        int size = out.size();
        for (Map.Entry<String, Var> field : type.fields().entrySet()) {
            if (Members.isKnownAttribute(type, field.getKey()) || type.isServer() && !type.isShared(field.getKey())) {
                continue;
            }
            field(type, field.getKey(), field.getValue(), out);
        }
        for (Map.Entry<String, Var> capture : type.captures().entrySet()) {
            out.line("private final " + capture.getValue().type().text(imports) + " "
                    + capture.getValue().java() + ";");
        }
        if (out.size() > size) {
            out.blank();
        }
    }

    private void field(PyClass type, String name, Var field, Out out) {
        Node value = type.constants().get(name);
        boolean shared = type.isShared(name);
        String initial = "";
        if (value != null && !usesCapture(type, value)) {
            Scope scope = scope(type, null, Locals.of(List.of(), Map.of(), Set.of()));
            Expressions expressions = new Expressions(scope);
            out.origin(value);
            try {
                String refusal = report.refusal(value);
                if (refusal != null) {
                    throw new Untranslatable(refusal);
                }
                Expr x = expressions.of(value);
                field.observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
                initial = expressions.coercion().to(x, field.type());
                if (!scope.pre().isEmpty()) {
                    throw new Untranslatable("a comprehension in a class");
                }
                if (scope.throwsIo()) {
                    initial = imports.use(dev.gangway.porting.Ported.class) + ".unchecked(() -> " + initial + ")";
                }
            } catch (Untranslatable e) {
                report.leave(module.tree().name(), value, e.reason());
                out.line("// " + name + ": not ported, " + module.tree().name() + ":" + value.line());
                field.observe(Type.OBJECT);
                initial = "";
            }
        }
        boolean constant = shared && value != null && !initial.isEmpty() && rounds.isConstant(type, name);
        String modifiers = shared ? "static " + (constant ? "final " : "") : "";
        String before = type.isExtended() ? "" : visibility();
        out.line(before + modifiers + field.type().text(imports) + " " + field.java()
                + (initial.isEmpty() ? "" : " = " + initial) + ";");
        out.origin(null);
    }

    /** Tells whether an attribute's value comes from the enclosing function. */
    static boolean usesCapture(PyClass type, Node value) {
        List<Node> found = new ArrayList<>();
        type.captures().keySet().forEach(name -> Locals.occurrences(value, name, found));
        return !found.isEmpty();
    }

    /** Writes the attributes that Gangway knows, and for a handler of files that Python's has neither entity tags nor ranges. */
    void settings(PyClass type, Out body, Scope scope, Statements writer) {
        Expressions expressions = writer.expressions();
        boolean files = SimpleHTTPRequestHandler.class.isAssignableFrom(type.javaBase()) && type.base() == null;
        if (files) {
            body.line("entityTags(false); // http.server knows neither");
            body.line("ranges(false);");
        }
        if (type.isHandler() && type.base() == null && readsChunks(type)) {
            body.line("decodeChunked(false); // the handler reads the chunks itself");
        }
        for (Map.Entry<String, Node> constant : type.constants().entrySet()) {
            boolean known = Members.isKnownAttribute(type, constant.getKey());
            if (!known && !(type.isServer() && !type.isShared(constant.getKey()))) {
                continue;
            }
            body.origin(constant.getValue());
            if (List.of("daemon_threads", "address_family", "rbufsize", "wbufsize", "disable_nagle_algorithm")
                    .contains(constant.getKey())) {
                continue;
            }
            try {
                Expr value = expressions.of(constant.getValue());
                String text = expressions.members().set("", type.javaBase(), constant.getKey(), value);
                body.addShifted(scope.pre().lines());
                scope.pre().truncate(0, 0);
                body.line(text + ";");
            } catch (Untranslatable e) {
                report.leave(module.tree().name(), constant.getValue(), e.reason());
                body.line("// " + constant.getKey() + ": not ported, "
                        + module.tree().name() + ":" + constant.getValue().line());
            }
            body.origin(null);
        }
        body(type, body, scope);
    }

    /** Writes the statements of the body of a class, which see its attributes; a variable of a loop is one of their own. */
    private void body(PyClass type, Out body, Scope constructor) {
        Set<String> assigned = new HashSet<>();
        type.statements().forEach(each -> Locals.assigned(each, assigned, new HashSet<>()));
        type.statements().stream()
                .filter(each -> each.is("For") && each.get("target").is("Name"))
                .map(each -> each.get("target").text("id"))
                .filter(each -> !type.constants().containsKey(each))
                .forEach(assigned::remove);
        Locals locals = rounds.locals(type.statements(), type.statements(), assigned);
        Scope scope = scope(type, null, locals);
        scope.isStatic(false);
        localNames.give(scope, null, locals);
        new Statements(scope, report, body).body(type.statements());
        if (scope.throwsIo()) {
            constructor.mayThrowIo();
        }
    }

    private static boolean readsChunks(PyClass type) {
        boolean[] found = {false, false};
        type.node().walk(node -> {
            found[0] |= node.isText()
                    && node.text("v").toLowerCase(java.util.Locale.ROOT).contains("chunked");
            found[1] |= node.is("Attribute")
                    && node.text("attr").equals("readline")
                    && node.get("value").is("Attribute")
                    && node.get("value").text("attr").equals("rfile");
        });
        return found[0] && found[1];
    }

    private void alias(PyClass type, String alias, String name, Out out) {
        Func method = type.methods().get(name);
        if (method == null || method.params().size() > 0 && !method.isDo()) {
            if (method != null) {
                report.leave(module.tree().name(), method.node(), "another name of a method with arguments");
            }
            return;
        }
        String java = alias.startsWith("do_") ? alias : JavaNames.camel(alias);
        boolean overrides =
                Library.methods(type.javaBase(), alias).stream().anyMatch(each -> each.getParameterCount() == 0);
        if (overrides) {
            out.line("@Override");
        }
        Type result = new Functions(new Expressions(scope(type, method, Locals.of(List.of(), Map.of(), Set.of()))))
                .resultOf(method);
        boolean isVoid = method.isDo() || result.kind() == Type.Kind.VOID;
        out.open("public " + (isVoid ? "void" : result.text(imports)) + " " + java + "()"
                + (method.throwsIo() || method.isDo() ? " throws " + imports.use(IOException.class) : ""));
        out.line((isVoid ? "" : "return ") + method.java() + "();");
        out.close();
        out.blank();
    }
}
