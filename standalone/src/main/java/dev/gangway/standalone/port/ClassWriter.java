package dev.gangway.standalone.port;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.porting.PythonException;
import dev.gangway.porting.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    ClassWriter(ModuleModel module, Imports imports, Report report, Rounds rounds) {
        this.module = module;
        this.imports = imports;
        this.report = report;
        this.rounds = rounds;
    }

    private Scope scope(@Nullable PyClass owner, @Nullable Func function, Locals locals) {
        return new Scope(module, owner, function, locals, imports);
    }

    /** Writes what stands in the braces of a class. */
    void members(PyClass type, Out out) {
        serial(type, out);
        fields(type, out);
        constructor(type, out);
        for (Func method : type.methods().values()) {
            if (!method.name().equals("__init__")) {
                function(method, type, out);
            }
        }
        type.aliases().forEach((alias, name) -> alias(type, alias, name, out));
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
                    initial = imports.use(dev.gangway.porting.Python.class) + ".unchecked(() -> " + initial + ")";
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
        String before = type.isHandler() && type.isExtended() ? "" : visibility();
        out.line(before + modifiers + field.type().text(imports) + " " + field.java()
                + (initial.isEmpty() ? "" : " = " + initial) + ";");
        out.origin(null);
    }

    /** Tells whether an attribute's value comes from the enclosing function. */
    private static boolean usesCapture(PyClass type, Node value) {
        List<Node> found = new ArrayList<>();
        type.captures().keySet().forEach(name -> Locals.occurrences(value, name, found));
        return !found.isEmpty();
    }

    private void constructor(PyClass type, Out out) {
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
        Scope scope = scope(type, init, locals);
        scope.isStatic(false);
        names(scope, init, locals);
        Func inherited = type.method("__init__");
        List<Func.Param> kept =
                type.isHandler() ? Calls.initParams(type) : inherited == null ? List.of() : inherited.params();
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
        Statements writer = new Statements(scope, report, body);
        if (type.isServer() && init == null) {
            serverConstructor(type, out, body, scope, writer);
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
            if (usesCapture(type, value) && !Members.isKnownAttribute(type, name)) {
                Var field = type.fields().get(name);
                Expr x = new Expressions(scope).of(value);
                if (field != null) {
                    field.observe(x.type());
                    body.line("this." + field.java() + " = " + new Coercion(scope).to(x, field.type()) + ";");
                }
            }
        });
        settings(type, body, scope, writer);
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
        writer.body(statements);
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

    /** Moves the call of the base's constructor to the beginning, where Java wants it. */
    private static List<Node> baseFirst(PyClass type, List<Node> statements) {
        if (type.isHandler() || type.base() == null && type.javaBase() == Object.class) {
            return statements;
        }
        List<Node> ordered = new ArrayList<>();
        for (Node each : statements) {
            boolean base = each.is("Expr") && Statements.isConstructorOfBase(each.get("value"));
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
            shorter(init, arity, declared, given);
            out.open(type.java() + "(" + String.join(", ", declared) + ")"
                    + (type.constructorThrows() ? " throws " + imports.use(IOException.class) : ""));
            out.line("this(" + String.join(", ", given) + ");");
            out.close();
            out.blank();
        }
    }

    private void shorter(Func function, int arity, List<String> declared, List<String> given) {
        Expressions expressions =
                new Expressions(scope(function.owner(), null, Locals.of(List.of(), Map.of(), Set.of())));
        for (int i = 0; i < function.params().size(); i++) {
            Func.Param param = function.params().get(i);
            if (i < arity) {
                declared.add(
                        param.var().type().text(imports) + " " + param.var().java());
                given.add(param.var().java());
            } else {
                Node value = param.defaultValue();
                given.add(
                        value == null
                                ? Statements.zero(param.var().type())
                                : expressions.to(value, param.var().type()));
            }
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

    private void serverConstructor(PyClass type, Out out, Out body, Scope scope, Statements writer) {
        String address = imports.use(java.net.InetSocketAddress.class);
        String factory = imports.use(HandlerFactory.class);
        out.open(type.java() + "(" + address + " address, " + factory + " factory) throws "
                + imports.use(IOException.class));
        out.line("super(address, factory);");
        settings(type, body, scope, writer);
        out.addAll(body);
        out.close();
        out.blank();
    }

    /** Writes the attributes that Gangway knows, and for a handler of files that Python's has neither entity tags nor ranges. */
    private void settings(PyClass type, Out body, Scope scope, Statements writer) {
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
            if (List.of("daemon_threads", "rbufsize", "wbufsize", "disable_nagle_algorithm")
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
        writer.body(type.statements());
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

    private void alias(PyClass type, String alias, String name, Out out) {
        Func method = type.methods().get(name);
        if (method == null || method.params().size() > 0 && !method.isDo()) {
            if (method != null) {
                report.leave(module.tree().name(), method.node(), "another name of a method with arguments");
            }
            return;
        }
        String java = alias.startsWith("do_") ? alias : Names.camel(alias);
        boolean overrides =
                Library.methods(type.javaBase(), alias).stream().anyMatch(each -> each.getParameterCount() == 0);
        if (overrides) {
            out.line("@Override");
        }
        Type result = new Members(new Expressions(scope(type, method, Locals.of(List.of(), Map.of(), Set.of()))))
                .resultOf(method);
        boolean isVoid = method.isDo() || result.kind() == Type.Kind.VOID;
        out.open("public " + (isVoid ? "void" : result.text(imports)) + " " + java + "()"
                + (method.throwsIo() || method.isDo() ? " throws " + imports.use(IOException.class) : ""));
        out.line((isVoid ? "" : "return ") + method.java() + "();");
        out.close();
        out.blank();
    }

    /** Gives the variables of a function their names in Java. */
    private void names(Scope scope, @Nullable Func function, Locals locals) {
        Map<String, String> byPython = new HashMap<>();
        Set<String> taken = new HashSet<>();
        if (function != null) {
            for (Var each : function.vars()) {
                if (each != function.result()) {
                    scope.take(each.java());
                    taken.add(each.java());
                    byPython.put(each.python(), each.java());
                }
            }
        }
        for (Var var : locals.all()) {
            Var before = var.previous();
            if (before != null && before.type().text(imports).equals(var.type().text(imports)) && !before.isFixed()) {
                var.java(before.java());
                continue;
            }
            String wanted =
                    before == null ? Names.variable(var.python()) : Names.variable(var.python()) + suffix(var.type());
            if (before == null
                    && byPython.containsKey(var.python())
                    && function != null
                    && function.vars().stream().noneMatch(each -> each.python().equals(var.python()))) {
                var.java(byPython.get(var.python()));
                continue;
            }
            String name = wanted;
            for (int i = 2; taken.contains(name); i++) {
                name = wanted + i;
            }
            taken.add(name);
            scope.take(name);
            byPython.putIfAbsent(var.python(), name);
            var.java(name);
        }
    }

    private static String suffix(Type type) {
        return switch (type.kind()) {
            case STRING -> "Text";
            case BYTES -> "Bytes";
            case LIST -> "List";
            case DICT -> "Map";
            case LONG, DOUBLE -> "Number";
            default -> "Value";
        };
    }

    /** Writes a function, and the shorter forms that leave its last arguments out. */
    void function(Func function, @Nullable PyClass owner, Out out) {
        Method overridden = function.overridden();
        Map<String, Var> params = new LinkedHashMap<>();
        List<String> declared = new ArrayList<>();
        List<String> first = new ArrayList<>();
        boolean doMethod = function.isDo() && function.params().isEmpty();
        for (Func.Param param : function.params()) {
            params.put(param.var().python(), param.var());
        }
        Var rest = function.rest();
        Var keywords = function.keywords();
        if (overridden != null) {
            overriddenParams(function, overridden, declared, first);
        } else {
            if (rest != null) {
                rest.fix(Type.tuple(List.of()));
            }
            if (keywords != null) {
                keywords.fix(Type.dict(Type.STRING, Type.OBJECT));
            }
        }
        if (rest != null) {
            params.put(rest.python(), rest);
        }
        if (keywords != null) {
            params.put(keywords.python(), keywords);
        }
        List<Node> body = function.node().body();
        Locals locals = rounds.locals(function, body, params);
        Scope scope = scope(owner, function, locals);
        names(scope, function, locals);
        if (overridden == null) {
            for (Func.Param param : function.params()) {
                declared.add(
                        param.var().type().text(imports) + " " + param.var().java());
                if (param.defaultValue() != null) {
                    observeDefault(param, scope);
                }
            }
            if (keywords != null) {
                declared.add(keywords.type().text(imports) + " " + keywords.java());
            }
            if (rest != null) {
                declared.add("Object... " + rest.java() + "Values");
                first.add(imports.use(Tuple.class) + " " + rest.java() + " = " + imports.use(Tuple.class) + ".of("
                        + rest.java() + "Values);");
            }
        }
        Out inner = new Out(out.indent() + 1);
        String refusal = report.refusal(function.node());
        if (refusal != null) {
            body = List.of();
            report.leave(module.tree().name(), function.node(), refusal);
            inner.line("throw new " + imports.use(dev.gangway.porting.UnportedException.class) + "("
                    + JavaText.string(
                            module.tree().name() + ":" + function.node().line()) + ");");
            first.clear();
        }
        first.forEach(inner::line);
        if (function.isGenerator() && refusal == null) {
            inner.line(imports.use(List.class) + "<Object> yielded = new " + imports.use(ArrayList.class) + "<>();");
        }
        Statements writer = new Statements(scope, report, inner);
        writer.body(body);
        Type result = doMethod ? Type.VOID : writer.expressions().members().resultOf(function);
        if (result.kind() != Type.Kind.VOID && refusal == null && writer.completesAll(body)) {
            inner.line("return " + (function.isGenerator() ? "yielded" : Statements.zero(result)) + ";");
            if (overridden == null && !function.isGenerator()) {
                function.result().observe(Type.NULL);
            }
        }
        boolean io = scope.throwsIo();
        boolean declaresIo = overridden == null || mayThrow(overridden);
        if (declaresIo) {
            rounds.changed(function.throwsIo(io));
        }
        javadoc(function, out);
        if (overridden != null) {
            out.line("@Override");
        }
        boolean isPublic = overridden != null || doMethod;
        boolean hidden = owner == null || !owner.isExtended() || owner.isHandler() && !owner.isExtended();
        String access = isPublic
                ? "public "
                : owner != null && !owner.isHandler() && !owner.isServer() ? "" : hidden ? visibility() : "";
        String modifiers = access + (function.isStatic() ? "static " : "");
        String end =
                (declaresIo && (function.throwsIo() || doMethod)) ? " throws " + imports.use(IOException.class) : "";
        out.origin(function.node());
        out.open(modifiers + result.text(imports) + " " + function.java() + "(" + String.join(", ", declared) + ")"
                + end);
        if (io && !declaresIo) {
            out.open("try");
            out.addShifted(inner.lines());
            String name = scope.fresh("failure");
            out.close("} catch (" + imports.use(IOException.class) + " " + name + ") {");
            out.line("throw new " + imports.use(UncheckedIOException.class) + "(" + name + ");");
            out.close();
        } else {
            out.addAll(inner);
        }
        out.close();
        out.origin(null);
        out.blank();
        if (function.isDo() && !doMethod && function.required() == 0) {
            function.called(0);
        }
        if (overridden == null && !doMethod && rest == null && keywords == null) {
            shorterFunctions(function, modifiers, result, end, out);
        }
    }

    private static void observeDefault(Func.Param param, Scope scope) {
        Node value = param.defaultValue();
        if (value == null || param.var().isFixed()) {
            return;
        }
        try {
            Expr x = new Expressions(scope).of(value);
            param.var().observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
        } catch (Untranslatable e) {
            param.var().observe(Type.OBJECT);
        }
    }

    private void shorterFunctions(Func function, String modifiers, Type result, String end, Out out) {
        for (int arity : function.arities()) {
            if (arity >= function.params().size() || arity < function.required()) {
                continue;
            }
            List<String> declared = new ArrayList<>();
            List<String> given = new ArrayList<>();
            shorter(function, arity, declared, given);
            String shown = function.isDo() && arity == 0 ? "public " : modifiers;
            out.open(shown + result.text(imports) + " " + function.java() + "(" + String.join(", ", declared) + ")"
                    + end);
            out.line((result.kind() == Type.Kind.VOID ? "" : "return ") + function.java() + "("
                    + String.join(", ", given) + ");");
            out.close();
            out.blank();
        }
    }

    private static boolean mayThrow(Method method) {
        for (Class<?> type : method.getExceptionTypes()) {
            if (type.isAssignableFrom(IOException.class)) {
                return true;
            }
        }
        return false;
    }

    /** Declares the parameters of a method that overrides one of Gangway's. */
    private void overriddenParams(Func function, Method overridden, List<String> declared, List<String> first) {
        List<Func.Param> params = function.params();
        java.lang.reflect.Type[] types = overridden.getGenericParameterTypes();
        List<String> left = new ArrayList<>();
        Var rest = function.rest();
        for (int i = 0; i < types.length; i++) {
            boolean values = overridden.isVarArgs() && i == types.length - 1;
            String javaType = values ? "Object..." : Coercion.typeOf(types[i]).text(imports);
            if (i >= params.size()) {
                String name = values
                        ? "values"
                        : overridden.getParameters()[i].isNamePresent()
                                ? overridden.getParameters()[i].getName()
                                : "value" + (i + 1);
                declared.add(javaType + " " + name);
                left.add(name);
                continue;
            }
            Var var = params.get(i).var();
            if (values) {
                var.fix(Type.tuple(List.of()));
                declared.add("Object... values");
                first.add(imports.use(Tuple.class) + " " + var.java() + " = " + imports.use(Tuple.class)
                        + ".of(values);");
                continue;
            }
            Type type = Coercion.typeOf(types[i]);
            boolean nullable = java.util.Arrays.stream(overridden.getAnnotatedParameterTypes()[i].getAnnotations())
                    .anyMatch(annotation ->
                            annotation.annotationType().getSimpleName().equals("Nullable"));
            if (type.isJava(java.nio.file.Path.class)) {
                var.fix(Type.STRING);
                declared.add(imports.use(java.nio.file.Path.class) + " " + var.java() + "Path");
                first.add("String " + var.java() + " = " + var.java() + "Path.toString();");
            } else {
                var.fix(nullable ? type.orNull() : type);
                declared.add(type.text(imports) + " " + var.java());
            }
        }
        if (rest != null) {
            rest.fix(Type.tuple(List.of()));
            if (left.size() == 1 && left.get(0).equals("values")) {
                first.add(imports.use(Tuple.class) + " " + rest.java() + " = " + imports.use(Tuple.class)
                        + ".of(values);");
            } else {
                List<String> plain =
                        left.stream().filter(each -> !each.equals("values")).toList();
                String values =
                        left.contains("values") ? imports.use(dev.gangway.porting.Lists.class) + ".of(values)" : "";
                String made = values.isEmpty()
                        ? imports.use(Tuple.class) + ".of(" + String.join(", ", plain) + ")"
                        : imports.use(Tuple.class) + ".with(" + values
                                + (plain.isEmpty() ? "" : ", " + String.join(", ", plain)) + ")";
                first.add(imports.use(Tuple.class) + " " + rest.java() + " = " + made + ";");
            }
            boolean[] used = {false};
            function.node().body().forEach(statement -> {
                List<Node> found = new ArrayList<>();
                Locals.occurrences(statement, rest.python(), found);
                used[0] |= !found.isEmpty();
            });
            if (!used[0]) {
                first.remove(first.size() - 1);
            }
        }
        if (function.keywords() != null) {
            function.keywords().fix(Type.dict(Type.STRING, Type.OBJECT));
            first.add(function.keywords().type().text(imports) + " "
                    + function.keywords().java() + " = new " + imports.use(java.util.LinkedHashMap.class) + "<>();");
        }
    }

    /** Keeps the docstring of a function or class. */
    void javadoc(Func function, Out out) {
        documentation(function.node().docstring(), out);
    }

    void documentation(@Nullable String text, Out out) {
        if (text == null || text.isBlank()) {
            return;
        }
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<String> safe = lines.stream()
                .map(line -> JavaText.comment(line)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("@", "&#64;"))
                .toList();
        if (safe.size() == 1 && safe.get(0).length() < 100) {
            out.line("/** " + safe.get(0) + " */");
            return;
        }
        out.line("/**");
        for (String line : safe) {
            out.line(line.isEmpty() ? " *" : " * " + line);
        }
        out.line(" */");
    }
}
