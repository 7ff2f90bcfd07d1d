package dev.gangway.standalone.port;

import dev.gangway.porting.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a function or method. */
final class FunctionWriter {
    private final ClassWriter writer;
    private final ModuleModel module;
    private final Imports imports;
    private final Report report;
    private final Rounds rounds;

    FunctionWriter(ClassWriter writer) {
        this.writer = writer;
        module = writer.module();
        imports = writer.imports();
        report = writer.report();
        rounds = writer.rounds();
    }

    void shorter(Func function, int arity, List<String> declared, List<String> given) {
        Expressions expressions =
                new Expressions(writer.scope(function.owner(), null, Locals.of(List.of(), Map.of(), Set.of())));
        for (int i = 0; i < function.params().size(); i++) {
            Func.Param param = function.params().get(i);
            if (i < arity) {
                declared.add(
                        param.var().type().text(imports) + " " + param.var().name());
                given.add(param.var().name());
            } else {
                Node value = param.defaultValue();
                given.add(
                        value == null
                                ? Statements.zero(param.var().type())
                                : expressions.to(value, param.var().type()));
            }
        }
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
        Scope scope = writer.scope(owner, function, locals);
        writer.localNames().give(scope, function, locals);
        if (overridden == null) {
            for (Func.Param param : function.params()) {
                Var var = param.var();
                declared.add(var.type().text(imports) + " " + var.name() + (var.isBoxed() ? "Given" : ""));
                if (var.isBoxed()) {
                    String cell = imports.use(dev.gangway.porting.Cell.class);
                    first.add(cell + "<" + var.type().boxed(imports) + "> " + var.name() + " = new " + cell + "<>("
                            + var.name() + "Given);");
                }
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
        List<Node> decorators = Decorators.of(function.node(), module);
        boolean odd = rest != null || keywords != null || function.isGenerator() || function.isProperty();
        if (refusal == null && !decorators.isEmpty() && odd) {
            refusal = "a decorator of such a function";
        }
        if (refusal != null) {
            decorators = List.of();
            body = List.of();
            report.leave(module.tree().name(), function.node(), refusal);
            inner.line("throw new " + imports.use(dev.gangway.porting.UnportedException.class) + "("
                    + JavaText.string(
                            module.tree().name() + ":" + function.node().line()) + ");");
            first.clear();
        }
        first.forEach(inner::line);
        boolean generates = function.isGenerator() && refusal == null;
        if (generates) {
            scope.take("yielded");
        }
        Statements statements = new Statements(scope, report, inner);
        statements.body(body);
        Type result =
                doMethod ? Type.VOID : statements.expressions().functions().resultOf(function);
        if (result.kind() != Type.Kind.VOID
                && refusal == null
                && !generates
                && statements.completion().completesAll(body)) {
            inner.line("return " + Statements.zero(result) + ";");
            if (overridden == null) {
                function.result().observe(Type.NULL);
            }
        }
        Out field = new Out(out.indent());
        Out decorated = new Out(out.indent() + 1);
        if (!decorators.isEmpty()) {
            scope.mayThrowIo();
            if (result.kind() != Type.Kind.VOID && overridden == null) {
                function.result().observe(Type.OBJECT);
            }
            try {
                new Decorators(writer).write(function, result, decorators, field, decorated);
            } catch (Untranslatable e) {
                field.truncate(0, out.indent());
                decorated.truncate(0, out.indent() + 1);
                report.leaveHead(module.tree().name(), function.node(), e.reason());
                decorated.line("// @" + decorators.get(0).dottedOrEmpty() + " is not ported");
                decorated.line("throw new " + imports.use(dev.gangway.porting.UnportedException.class) + "("
                        + JavaText.string(
                                module.tree().name() + ":" + function.node().line()) + ");");
            }
        }
        if (generates) {
            inner = new Generators(imports).write(function, declared, scope.throwsIo(), inner, out);
            scope.throwsIo(false);
        }
        boolean io = scope.throwsIo();
        boolean declaresIo = overridden == null || mayThrow(overridden);
        if (declaresIo) {
            rounds.changed(function.throwsIo(io));
        }
        String plainEnd = !decorators.isEmpty() ? " throws " + imports.use(IOException.class) : "";
        if (!decorators.isEmpty()) {
            out.addAll(field);
            out.origin(function.node());
            out.open("private " + (function.isStatic() ? "static " : "") + result.text(imports) + " "
                    + Decorators.plain(function) + "(" + String.join(", ", declared) + ")" + plainEnd);
            out.addAll(inner);
            out.close();
            out.origin(null);
            out.blank();
            inner = decorated;
        }
        Documentation.of(function.node().docstring(), out);
        if (overridden != null) {
            out.line("@Override");
        }
        boolean isPublic = overridden != null || doMethod;
        boolean hidden = owner == null || !owner.isExtended() || owner.isHandler() && !owner.isExtended();
        String access = isPublic
                ? "public "
                : owner != null && !owner.isHandler() && !owner.isServer() ? "" : hidden ? writer.visibility() : "";
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
}
