package dev.gangway.standalone.port;

import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Keywords;
import dev.gangway.porting.Ported;
import dev.gangway.porting.UnportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Translates expressions. */
final class Expressions {
    private final Scope scope;
    private final Coercion coercion;
    private final Conditions conditions;
    private final Formats formats;
    private final Calls calls;
    private final Functions functions;
    private final Members members;
    private final Variables variables;
    private final Arithmetic arithmetic;
    private final Subscripts subscripts;
    private final Displays displays;
    private final Lambdas lambdas;
    private final Iterables iterables;

    Expressions(Scope scope) {
        this.scope = scope;
        coercion = new Coercion(scope);
        conditions = new Conditions(this);
        formats = new Formats(this);
        functions = new Functions(this);
        members = new Members(this);
        calls = new Calls(this, members);
        variables = new Variables(this);
        arithmetic = new Arithmetic(this);
        subscripts = new Subscripts(this);
        displays = new Displays(this);
        lambdas = new Lambdas(this);
        iterables = new Iterables(this);
    }

    Lambdas lambdas() {
        return lambdas;
    }

    Variables variables() {
        return variables;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Subscripts subscripts() {
        return subscripts;
    }

    Displays displays() {
        return displays;
    }

    Iterables iterables() {
        return iterables;
    }

    Scope scope() {
        return scope;
    }

    Coercion coercion() {
        return coercion;
    }

    Conditions conditions() {
        return conditions;
    }

    Formats formats() {
        return formats;
    }

    Functions functions() {
        return functions;
    }

    Members members() {
        return members;
    }

    Calls calls() {
        return calls;
    }

    String use(Class<?> type) {
        return scope.imports().use(type);
    }

    boolean isPython2() {
        return scope.module().isPython2();
    }

    /** Translates an expression to one of a type. */
    String to(Node node, Type type) {
        return coercion.to(of(node), type);
    }

    String object(Node node) {
        return to(node, Type.OBJECT);
    }

    /** Returns the text for a place where a comma or an assignment is around it. */
    Expr of(Node node) {
        if (scope.module().isLeft(node)) {
            return left(node, "value", Type.OBJECT);
        }
        return switch (node.type()) {
            case "Constant" -> constant(node);
            case "Name" -> name(node);
            case "Attribute" -> members.read(node);
            case "Call" -> calls.of(node);
            case "BinOp" -> arithmetic.binary(node);
            case "UnaryOp" -> arithmetic.unary(node);
            case "BoolOp" -> conditions.bool(node);
            case "Compare" -> conditions.compare(node);
            case "IfExp" -> conditional(node);
            case "JoinedStr" -> formats.joined(node);
            case "FormattedValue" -> formats.joined(Node.made("JoinedStr", node, "values", new org.json.JSONArray()));
            case "Subscript" -> subscripts.subscript(node);
            case "List" -> displays.list(node);
            case "Tuple" -> displays.tuple(node);
            case "Dict" -> displays.dict(node);
            case "Set" -> displays.set(node);
            case "ListComp", "SetComp", "DictComp", "GeneratorExp" -> new Comprehensions(this).of(node);
            case "Lambda" -> lambdas.lambda(node);
            case "NamedExpr" -> named(node);
            case "Yield" -> yielded(node);
            case "Starred" -> throw new Untranslatable("* in an expression");
            default -> throw new Untranslatable(node.type());
        };
    }

    /** Returns an expression of Java that throws, for one that is not translated. */
    Expr left(Node node, String kind, Type type) {
        String place = scope.module().tree().name() + ":" + node.line();
        return Expr.of(use(UnportedException.class) + "." + kind + "(" + JavaText.string(place) + ")", type);
    }

    private Expr constant(Node node) {
        return switch (node.text("k")) {
            case "none" -> Expr.of("null", Type.NULL);
            case "bool" -> Expr.of(String.valueOf(node.truth("v")), Type.BOOLEAN);
            case "int" -> whole(node.text("v"));
            case "float" -> Expr.of(decimal(node.text("v")), Type.DOUBLE);
            case "str", "str2" -> Expr.of(JavaText.string(node.text("v")), Type.STRING);
            case "bytes" -> bytes(node.text("v"));
            default -> throw new Untranslatable("the constant " + node.text("k"));
        };
    }

    private static String decimal(String text) {
        return switch (text) {
            case "inf", "1e309" -> "Double.POSITIVE_INFINITY";
            default -> text;
        };
    }

    private Expr whole(String digits) {
        if (digits.length() < 10) {
            return Expr.of(digits, Type.INT);
        }
        if (digits.length() < 19) {
            return Expr.of(digits + "L", Type.LONG);
        }
        throw new Untranslatable("a number of more than 64 bits");
    }

    private Expr bytes(String text) {
        if (text.isEmpty()) {
            return Expr.of("new byte[0]", Type.BYTES);
        }
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String charset = scope.imports().charset(ascii ? "UTF_8" : "ISO_8859_1");
        return Expr.of(JavaText.string(text) + ".getBytes(" + charset + ")", Type.BYTES);
    }

    private Expr name(Node node) {
        String id = node.text("id");
        PyClass owner = scope.owner();
        if (members.isSelf(node) && owner != null) {
            return Expr.of("this", Type.user(owner));
        }
        Var var = variables.of(node);
        if (var != null) {
            return Expr.read(var, variables.place(var, id), variables.typeOf(var));
        }
        Func function = scope.module().function(id, scope.function());
        if (function != null) {
            return functions.reference(function, "");
        }
        PyClass type = scope.module().classes().get(id);
        if (type != null) {
            return classValue(type);
        }
        String imported = scope.module().imported(id);
        if (imported != null) {
            return members.qualified(Library.canonical(imported));
        }
        return switch (id) {
            case "__name__" -> Expr.of("\"__main__\"", Type.STRING);
            case "__file__" -> Expr.of(JavaText.string(scope.module().tree().name()), Type.STRING);
            case "__doc__" -> Expr.of("\"\"", Type.STRING);
            case "NotImplemented" -> Expr.of("null", Type.NULL);
            default -> functions.builtin(id);
        };
    }

    /** Returns what is known of a value that comes from another one, of which nothing is known. */
    static Type resultOf(Expr... sources) {
        for (Expr each : sources) {
            if (each.type().kind() == Type.Kind.BOTTOM) {
                return Type.BOTTOM;
            }
        }
        return Type.OBJECT;
    }

    Expr classValue(PyClass type) {
        if (type.isHandler() && type.enclosing() != null && !type.captures().isEmpty()) {
            List<String> args = new ArrayList<>();
            for (Map.Entry<String, Var> capture : type.captures().entrySet()) {
                Node near = Node.made("Name", type.node(), "id", capture.getKey());
                variables.observeCapture(capture.getKey(), capture.getValue());
                args.add(variables.captured(
                        near, capture.getKey(), capture.getValue().type()));
            }
            return Expr.of(
                    type.reference(scope.imports()) + ".factory(" + String.join(", ", args) + ")",
                    Type.reference(type));
        }
        return Expr.of(type.reference(scope.imports()) + ".class", Type.reference(type));
    }

    private Expr conditional(Node node) {
        String condition = conditions.truth(node.get("test"));
        Out before = scope.swapPre(new Out(0));
        Expr yes = of(node.get("body"));
        Out yesPre = scope.swapPre(new Out(0));
        Expr no = of(node.get("orelse"));
        Out noPre = scope.swapPre(before);
        Type joined = Type.join(yes.type(), no.type());
        Type type = joined.kind() == Type.Kind.INT ? Type.LONG : joined.orObject();
        if (yes.type().equals(Type.INT) && no.type().equals(Type.INT)) {
            type = Type.INT;
        }
        String yesText = coercion.chosen(yes, type, no).at(Expr.TERNARY + 1);
        String noText = coercion.of(no, type).at(Expr.TERNARY);
        if (yesPre.isEmpty() && noPre.isEmpty()) {
            return Expr.of(condition(condition) + " ? " + yesText + " : " + noText, type, Expr.TERNARY);
        }
        String name = scope.fresh("chosen");
        Out pre = scope.pre();
        pre.line(type.settled().text(scope.imports()) + " " + name + ";");
        pre.open("if (" + condition + ")");
        pre.addShifted(yesPre.lines());
        pre.line(name + " = " + yesText + ";");
        pre.close("} else {");
        pre.addShifted(noPre.lines());
        pre.line(name + " = " + noText + ";");
        pre.close();
        return Expr.of(name, type.settled());
    }

    static String condition(String text) {
        return text;
    }

    /** Translates {@code yield value}, which is what was sent to the generator, and {@code yield from values}, which is nothing. */
    Expr yielded(Node node) {
        Func function = scope.function();
        if (function == null || !function.isGenerator()) {
            throw new Untranslatable("yield");
        }
        Node value = node.find("value");
        String text = value == null ? "null" : object(value);
        scope.mayThrowIo();
        return node.is("Yield")
                ? Expr.of("yielded.add(" + text + ")", Type.OBJECT)
                : Expr.of("yielded.addAll(" + text + ")", Type.VOID);
    }

    private Expr named(Node node) {
        Node target = node.get("target");
        Var var = variables.of(target);
        if (var == null) {
            throw new Untranslatable(":=");
        }
        Expr value = of(node.get("value"));
        var.observe(value.type());
        return new Expr(var.java() + " = " + coercion.to(value, var.type()), var.type(), Expr.LOWEST, false, var);
    }

    /** Calls a method of an object of which nothing is known. */
    Expr dynamicCall(Expr x, String name, List<Expr> args, Map<String, Expr> keywords) {
        List<String> texts = new ArrayList<>();
        texts.add(coercion.to(x, Type.OBJECT));
        texts.add(JavaText.string(name));
        for (Expr each : args) {
            texts.add(argument(each));
        }
        if (!keywords.isEmpty()) {
            texts.add(keywords(keywords));
        }
        String only = args.size() == 1 && keywords.isEmpty() ? texts.get(2) : "";
        if (only.equals("null")) {
            texts.set(2, "(Object) null");
        } else if (!only.isEmpty() && (args.get(0).type().kind() == Type.Kind.NULL)) {
            texts.set(2, "(Object) " + only);
        }
        scope.mayThrowIo();
        return Expr.of(use(Dynamic.class) + ".call(" + String.join(", ", texts) + ")", resultOf(x));
    }

    /** Returns arguments of a function of which only the running program knows the parameters. */
    List<String> loose(Arguments arguments) {
        List<String> texts = new ArrayList<>();
        List<Expr> args = arguments.args();
        boolean alone = args.size() == 1 && arguments.keywords().isEmpty();
        if (arguments.starred() && !alone) {
            Expr rest = args.get(args.size() - 1);
            texts.add(rest.text());
            texts.add(arguments.keywords().isEmpty() ? use(Keywords.class) + ".NONE" : keywords(arguments.keywords()));
            args.subList(0, args.size() - 1).forEach(each -> texts.add(argument(each)));
            return new ArrayList<>(List.of(use(Ported.class) + ".arguments(" + String.join(", ", texts) + ")"));
        }
        args.forEach(each -> texts.add(each.type().isJava(Object[].class) ? each.text() : argument(each)));
        if (!arguments.keywords().isEmpty()) {
            texts.add(keywords(arguments.keywords()));
        }
        return texts;
    }

    /** Returns a value as an argument of type Object. */
    String argument(Expr each) {
        return switch (each.type().kind()) {
            case FUNCTION -> lambdas.function(each);
            case CLASS -> each.text();
            default -> coercion.to(each, Type.OBJECT);
        };
    }

    String keywords(Map<String, Expr> keywords) {
        List<String> parts = new ArrayList<>();
        keywords.forEach((name, value) -> {
            if (!name.equals(Arguments.MORE)) {
                parts.add(JavaText.string(name));
                parts.add(argument(value));
            }
        });
        Expr more = keywords.get(Arguments.MORE);
        String named = parts.isEmpty() && more != null ? ".NONE" : ".of(" + String.join(", ", parts) + ")";
        return use(Keywords.class) + named + (more == null ? "" : ".and(" + argument(more) + ")");
    }
}
