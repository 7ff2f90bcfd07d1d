package dev.gangway.standalone.port;

import dev.gangway.host.HandlerFactory;
import dev.gangway.porting.PythonException;
import dev.gangway.porting.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the constructors of a class, and the factory of a handler that has arguments. */
final class ConstructorWriter {
    private final ClassWriter writer;
    private final Imports imports;
    private final Report report;
    private final Rounds rounds;

    ConstructorWriter(ClassWriter writer) {
        this.writer = writer;
        imports = writer.imports();
        report = writer.report();
        rounds = writer.rounds();
    }

    void constructor(PyClass type, Out out) {
        Func init = type.methods().get("__init__");
        if (type.isException() && init == null) {
            exceptionConstructor(type, out);
            return;
        }
        Map<String, Var> params = new LinkedHashMap<>();
        List<String> declared = new ArrayList<>();
        Out body = new Out(out.indent() + 1);
        Set<String> foreign = new HashSet<>();
        List<Node> statements =
                init == null ? List.of() : baseFirst(type, init.node().body());
        if (init != null) {
            init.params().forEach(param -> params.put(param.var().python(), param.var()));
            Var rest = init.rest();
            if (rest != null) {
                rest.fix(Type.tuple(List.of()));
                params.put(rest.python(), rest);
            }
            Var keywords = init.keywords();
            if (keywords != null) {
                keywords.fix(Type.dict(Type.STRING, Type.OBJECT));
                params.put(keywords.python(), keywords);
            }
        }
        Locals locals = rounds.locals(type, statements, params, foreign);
        Scope scope = writer.scope(type, init, locals);
        scope.isStatic(false);
        writer.localNames().give(scope, init, locals);
        Func inherited = type.method("__init__");
        List<Func.Param> kept =
                type.isHandler() ? Constructions.initParams(type) : inherited == null ? List.of() : inherited.params();
        if (init != null || type.base() != null) {
            for (Func.Param param : kept) {
                declared.add(
                        param.var().type().text(imports) + " " + param.var().java());
            }
            if (!type.isHandler() && init != null && init.rest() != null) {
                declared.add("Object... " + init.rest().java() + "Values");
            }
        }
        type.captures().forEach((name, var) -> {
            declared.add(var.type().text(imports) + " " + var.java());
        });
        Statements code = new Statements(scope, report, body);
        if (type.isServer() && init == null) {
            serverConstructor(type, out, body, scope, code);
            return;
        }
        if (type.base() != null && init == null && type.base().constructorThrows()) {
            scope.mayThrowIo();
        }
        if (type.base() != null && init == null && !kept.isEmpty()) {
            body.line("super("
                    + String.join(
                            ", ", kept.stream().map(param -> param.var().java()).toList()) + ");");
        }
        type.captures().forEach((name, var) -> body.line("this." + var.java() + " = " + var.java() + ";"));
        type.constants().forEach((name, value) -> {
            if (ClassWriter.usesCapture(type, value) && !Members.isKnownAttribute(type, name)) {
                Var field = type.fields().get(name);
                Expr x = new Expressions(scope).of(value);
                if (field != null) {
                    field.observe(x.type());
                    body.line("this." + field.java() + " = " + new Coercion(scope).to(x, field.type()) + ";");
                }
            }
        });
        writer.settings(type, body, scope, code);
        if (init != null && init.rest() != null) {
            String rest = init.rest().java();
            body.line(imports.use(Tuple.class) + " " + rest + " = "
                    + (type.isHandler()
                            ? imports.use(Tuple.class) + ".of()"
                            : imports.use(Tuple.class) + ".of(" + rest + "Values)")
                    + ";");
        }
        if (init != null && init.keywords() != null) {
            body.line(init.keywords().type().text(imports) + " "
                    + init.keywords().java() + " = new " + imports.use(java.util.LinkedHashMap.class) + "<>();");
        }
        unusedRest(init, statements, body);
        code.body(statements);
        if (type.isServer()
                && type.base() == null
                && body.lines().stream().noneMatch(line -> line.text().startsWith("super("))) {
            Out with = new Out(out.indent() + 1);
            with.line("super(new " + imports.use(java.net.InetSocketAddress.class) + "(0), "
                    + imports.use(type.isServer() ? dev.gangway.handler.SimpleHTTPRequestHandler.class : Object.class)
                    + "::new);");
            with.addAll(body);
            body.truncate(0, with.indent());
            body.addAll(with);
            scope.mayThrowIo();
        }
        callBase(type, init, scope, body);
        boolean io = scope.throwsIo();
        rounds.changed(type.constructorThrows(io));
        if (init != null) {
            rounds.changed(init.throwsIo(io));
        }
        if (body.isEmpty() && declared.isEmpty() && !io) {
            return;
        }
        String access = type.isHandler() ? "public " : "";
        out.open(access + type.java() + "(" + String.join(", ", declared) + ")"
                + (type.constructorThrows() ? " throws " + imports.use(IOException.class) : ""));
        out.addAll(body);
        out.close();
        out.blank();
        if (type.isHandler() && !declared.isEmpty()) {
            factory(type, declared, kept, out);
            if (Constructions.isPlain(type)) {
                plainConstructor(type, kept, out);
            }
        } else if (init != null && !type.isHandler() && init.rest() == null) {
            shorterConstructors(type, init, out);
        }
    }

    /** Drops the declarations of {@code *args, **kwargs} that only the base class would have got. */
    private static void unusedRest(@Nullable Func init, List<Node> statements, Out body) {
        if (init == null) {
            return;
        }
        for (Var var : new Var[] {init.rest(), init.keywords()}) {
            if (var == null) {
                continue;
            }
            boolean used = false;
            for (Node statement : statements) {
                boolean base = statement.is("Expr")
                        && statement.get("value").is("Call")
                        && statement.get("value").get("func").is("Attribute")
                        && statement.get("value").get("func").text("attr").equals("__init__");
                List<Node> found = new ArrayList<>();
                Locals.occurrences(statement, var.python(), found);
                used |= !base && !found.isEmpty();
            }
            if (!used) {
                body.lines().removeIf(line -> line.text().contains(" " + var.java() + " = ") && line.origin() == null);
            }
        }
    }

    /** Calls the constructor of a base class of the module, which Java demands, where that call was left or is not there. */
    private void callBase(PyClass type, @Nullable Func init, Scope scope, Out body) {
        PyClass base = type.base();
        Func of = base == null ? null : base.method("__init__");
        boolean called = body.lines().stream().anyMatch(line -> line.text().startsWith("super("));
        if (base == null || type.isHandler() || of == null || init == null || called) {
            return;
        }
        if (base.constructorThrows()) {
            scope.mayThrowIo();
        }
        List<String> zeros = new ArrayList<>();
        for (Func.Param param : of.params()) {
            Type each = param.var().type();
            zeros.add(each.isPrimitive() ? Statements.zero(each) : "(" + each.text(imports) + ") null");
        }
        Out with = new Out(body.indent());
        with.line("super(" + String.join(", ", zeros) + ");");
        with.addAll(body);
        body.truncate(0, body.indent());
        body.addAll(with);
    }

    /** Moves the call of the base's constructor to the beginning, where Java wants it. */
    private static List<Node> baseFirst(PyClass type, List<Node> statements) {
        if (type.isHandler() || type.base() == null && type.javaBase() == Object.class) {
            return statements;
        }
        List<Node> ordered = new ArrayList<>();
        for (Node each : statements) {
            boolean base = each.is("Expr") && ExpressionStatements.isConstructorOfBase(each.get("value"));
            ordered.add(base ? 0 : ordered.size(), each);
        }
        return ordered;
    }

    private void shorterConstructors(PyClass type, Func init, Out out) {
        for (int arity : init.arities()) {
            if (arity >= init.params().size() || arity < init.required()) {
                continue;
            }
            List<String> declared = new ArrayList<>();
            List<String> given = new ArrayList<>();
            writer.functionWriter().shorter(init, arity, declared, given);
            out.open(type.java() + "(" + String.join(", ", declared) + ")"
                    + (type.constructorThrows() ? " throws " + imports.use(IOException.class) : ""));
            out.line("this(" + String.join(", ", given) + ");");
            out.close();
            out.blank();
        }
    }

    private void exceptionConstructor(PyClass type, Out out) {
        boolean own = PythonException.class.isAssignableFrom(type.javaBase());
        out.open(type.java() + "(Object... args)");
        out.line(
                own || type.base() != null
                        ? "super(args);"
                        : "super(args.length == 0 ? \"\" : String.valueOf(args[0]));");
        out.close();
        out.blank();
    }

    private void serverConstructor(PyClass type, Out out, Out body, Scope scope, Statements code) {
        String address = imports.use(java.net.InetSocketAddress.class);
        String factory = imports.use(HandlerFactory.class);
        out.open(type.java() + "(" + address + " address, " + factory + " factory) throws "
                + imports.use(IOException.class));
        out.line("super(address, factory);");
        writer.settings(type, body, scope, code);
        out.addAll(body);
        out.close();
        out.blank();
    }

    /** Writes the constructor without arguments of a handler whose arguments all have a default, as hosts call it. */
    private void plainConstructor(PyClass type, List<Func.Param> kept, Out out) {
        Expressions expressions = new Expressions(writer.scope(type, null, Locals.of(List.of(), Map.of(), Set.of())));
        List<String> given = new ArrayList<>();
        for (Func.Param param : kept) {
            Node value = param.defaultValue();
            Type wanted = param.var().type();
            String text = value == null ? Statements.zero(wanted) : expressions.to(value, wanted);
            given.add(text.equals("null") ? "(" + wanted.text(imports) + ") null" : text);
        }
        out.open("public " + type.java() + "()"
                + (type.constructorThrows() ? " throws " + imports.use(IOException.class) : ""));
        out.line("this(" + String.join(", ", given) + ");");
        out.close();
        out.blank();
    }

    private void factory(PyClass type, List<String> declared, List<Func.Param> kept, Out out) {
        List<String> names = new ArrayList<>();
        kept.forEach(param -> names.add(param.var().java()));
        type.captures().values().forEach(var -> names.add(var.java()));
        out.line("/** Returns what makes handlers with these arguments. */");
        out.open("static " + imports.use(HandlerFactory.class) + " factory(" + String.join(", ", declared) + ")");
        out.line("return () -> new " + type.java() + "(" + String.join(", ", names) + ");");
        out.close();
        out.blank();
    }
}
