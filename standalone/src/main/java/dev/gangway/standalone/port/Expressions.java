package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Bytes;
import dev.gangway.porting.Dicts;
import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Function;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Python;
import dev.gangway.porting.Sets;
import dev.gangway.porting.Str;
import dev.gangway.porting.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates expressions. */
final class Expressions {
    private final Scope scope;
    private final Coercion coercion;
    private final Conditions conditions;
    private final Formats formats;
    private final Calls calls;
    private final Members members;

    Expressions(Scope scope) {
        this.scope = scope;
        coercion = new Coercion(scope);
        conditions = new Conditions(this);
        formats = new Formats(this);
        members = new Members(this);
        calls = new Calls(this, members);
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
        return switch (node.type()) {
            case "Constant" -> constant(node);
            case "Name" -> name(node);
            case "Attribute" -> members.read(node);
            case "Call" -> calls.of(node);
            case "BinOp" -> binary(node);
            case "UnaryOp" -> unary(node);
            case "BoolOp" -> conditions.bool(node);
            case "Compare" -> conditions.compare(node);
            case "IfExp" -> conditional(node);
            case "JoinedStr" -> formats.joined(node);
            case "FormattedValue" -> formats.joined(Node.made("JoinedStr", node, "values", new org.json.JSONArray()));
            case "Subscript" -> subscript(node);
            case "List" -> list(node);
            case "Tuple" -> tuple(node);
            case "Dict" -> dict(node);
            case "Set" -> set(node);
            case "ListComp", "SetComp", "DictComp", "GeneratorExp" -> new Comprehensions(this).of(node);
            case "Lambda" -> lambda(node);
            case "NamedExpr" -> named(node);
            case "Starred" -> throw new Untranslatable("* in an expression");
            default -> throw new Untranslatable(node.type());
        };
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
        Var var = variable(node);
        if (var != null) {
            return Expr.read(var, place(var, id), typeOf(var));
        }
        Func function = scope.module().functions().get(id);
        if (function != null) {
            return members.reference(function, "");
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
            default -> members.builtin(id);
        };
    }

    /** Returns the type of a variable; in the first rounds it may not be known. */
    Type typeOf(Var var) {
        return var.raw().kind() == Type.Kind.BOTTOM && !scope.module().isLate() ? Type.BOTTOM : var.type();
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
                observeCapture(capture.getKey(), capture.getValue());
                args.add(captured(near, capture.getKey(), capture.getValue().type()));
            }
            return Expr.of(
                    type.reference(scope.imports()) + ".factory(" + String.join(", ", args) + ")",
                    Type.reference(type));
        }
        return Expr.of(type.reference(scope.imports()) + ".class", Type.reference(type));
    }

    /** Returns a variable of the enclosing function, as an argument for a class that uses it. */
    String captured(Node near, String name, Type wanted) {
        Var var = lookup(name);
        if (var == null) {
            throw new Untranslatable("a class of another function");
        }
        return coercion.to(Expr.read(var, place(var, name), var.type()), wanted);
    }

    /** Notes what a class is given of the variables of its enclosing function. */
    void observeCapture(String name, Var capture) {
        Var var = lookup(name);
        if (var != null && var != capture && var.raw().kind() != Type.Kind.BOTTOM) {
            capture.observe(var.type());
        }
    }

    private @Nullable Var lookup(String name) {
        Var inner = scope.innermost(name);
        if (inner != null) {
            return inner;
        }
        Func function = scope.function();
        if (function != null) {
            for (Var each : function.vars()) {
                if (each.python().equals(name)) {
                    return each;
                }
            }
        }
        for (Var each : scope.locals().all()) {
            if (each.python().equals(name)) {
                return each;
            }
        }
        PyClass owner = scope.owner();
        return owner == null ? null : owner.captures().get(name);
    }

    /** Returns the variable that a name means, or null if it means something else. */
    @Nullable Var variable(Node node) {
        String id = node.text("id");
        Var inner = scope.innermost(id);
        if (inner != null) {
            return inner;
        }
        for (Scope each = scope; each != null; each = each.parent()) {
            Var local = each.locals().binding(node);
            if (local != null) {
                return local;
            }
        }
        PyClass owner = scope.owner();
        if (owner != null && owner.captures().containsKey(id)) {
            return owner.captures().get(id);
        }
        if (scope.function() == null && owner != null && owner.constants().containsKey(id)) {
            return owner.fields().get(id);
        }
        return scope.module().globals().get(id);
    }

    /** Returns how a variable is written here. */
    String place(Var var, String id) {
        if (scope.module().globals().get(id) == var) {
            String file = scope.module().file();
            String name = var.java();
            return scope.imports().isIn(file) && !scope.isTaken(name) ? name : file + "." + name;
        }
        PyClass owner = scope.owner();
        if (owner != null && owner.captures().get(id) == var && scope.isTaken(var.java())) {
            return "this." + var.java();
        }
        return var.java();
    }

    private Expr unary(Node node) {
        Node operand = node.get("operand");
        return switch (node.text("op")) {
            case "Not" -> conditions.not(operand);
            case "USub" -> negative(operand);
            case "UAdd" -> of(operand);
            default -> {
                Expr x = of(operand);
                if (!x.type().isWhole()) {
                    throw new Untranslatable("~ of " + x.type().kind());
                }
                yield Expr.of("~" + x.at(Expr.UNARY), x.type(), Expr.UNARY);
            }
        };
    }

    private Expr negative(Node operand) {
        Expr x = of(operand);
        if (x.type().isNumber()) {
            return Expr.of("-" + x.at(Expr.UNARY), x.type(), Expr.UNARY);
        }
        return Expr.of(use(Operators.class) + ".negative(" + coercion.to(x, Type.OBJECT) + ")", Type.OBJECT);
    }

    private Expr binary(Node node) {
        String op = node.text("op");
        Node left = node.get("left");
        if (op.equals("Mod") && formats.isFormat(left)) {
            return formats.percent(node);
        }
        return arithmetic(op, of(left), of(node.get("right")));
    }

    Expr arithmetic(String op, Expr a, Expr b) {
        if (a.type().isNumber() && b.type().isNumber()) {
            return numbers(op, a, b);
        }
        if (op.equals("Add")) {
            if (a.type().kind() == Type.Kind.STRING && b.type().kind() == Type.Kind.STRING) {
                return concatenation(a, b);
            }
            if (a.type().kind() == Type.Kind.BYTES && b.type().kind() == Type.Kind.BYTES) {
                return Expr.of(use(Bytes.class) + ".concat(" + a.text() + ", " + b.text() + ")", Type.BYTES);
            }
            if (a.type().kind() == Type.Kind.LIST && b.type().kind() == Type.Kind.LIST) {
                Type joined = Type.join(a.type(), b.type());
                return Expr.fresh(use(Lists.class) + ".concat(" + a.text() + ", " + b.text() + ")", joined.notNull());
            }
        }
        if (op.equals("Mult") && a.type().kind() == Type.Kind.STRING && b.type().isWhole()) {
            return Expr.of(use(Str.class) + ".repeat(" + a.text() + ", " + b.text() + ")", Type.STRING);
        }
        if (op.equals("Mod") && a.type().kind() == Type.Kind.STRING) {
            return Expr.of(
                    use(Str.class) + ".percent(" + a.text() + ", " + coercion.to(b, Type.OBJECT) + ")", Type.STRING);
        }
        if (op.equals("Div") && a.type().isJava(java.nio.file.Path.class)) {
            return Expr.of(a.at(Expr.PRIMARY) + ".resolve(" + coercion.to(b, Type.STRING) + ")", a.type());
        }
        if (a.type().is(Type.Kind.VOID) || b.type().is(Type.Kind.VOID)) {
            throw new Untranslatable("the value of what has none");
        }
        return Expr.of(
                use(Operators.class) + "." + operator(op) + "(" + coercion.to(a, Type.OBJECT) + ", "
                        + coercion.to(b, Type.OBJECT) + ")",
                resultOf(a, b));
    }

    private static String operator(String op) {
        return switch (op) {
            case "Add" -> "add";
            case "Sub" -> "subtract";
            case "Mult" -> "multiply";
            case "Div" -> "divide";
            case "FloorDiv" -> "floorDivide";
            case "Mod" -> "modulo";
            case "Pow" -> "power";
            case "BitAnd" -> "and";
            case "BitOr" -> "or";
            case "BitXor" -> "xor";
            case "LShift" -> "shiftLeft";
            case "RShift" -> "shiftRight";
            default -> throw new Untranslatable("the operator " + op);
        };
    }

    private Expr concatenation(Expr a, Expr b) {
        String left = a.isNullable() ? use(Str.class) + ".of(" + a.text() + ")" : a.at(Expr.SUM);
        String right = b.isNullable() ? use(Str.class) + ".of(" + b.text() + ")" : b.at(Expr.SUM + 1);
        return Expr.of(left + " + " + right, Type.STRING, Expr.SUM);
    }

    private Expr numbers(String op, Expr a, Expr b) {
        boolean whole = a.type().isWhole() && b.type().isWhole();
        Type type = whole ? Type.LONG : Type.DOUBLE;
        switch (op) {
            case "Add" -> {
                return widened(a, b, whole, Expr.of(a.at(Expr.SUM) + " + " + b.at(Expr.SUM + 1), type, Expr.SUM));
            }
            case "Sub" -> {
                return widened(a, b, whole, Expr.of(a.at(Expr.SUM) + " - " + b.at(Expr.SUM + 1), type, Expr.SUM));
            }
            case "Mult" -> {
                String left = whole
                                && a.type().equals(Type.INT)
                                && b.type().equals(Type.INT)
                                && a.text().matches("\\d+")
                        ? a.text() + "L"
                        : a.at(Expr.PRODUCT);
                return Expr.of(left + " * " + b.at(Expr.PRODUCT + 1), type, Expr.PRODUCT);
            }
            case "Div" -> {
                if (isPython2() && whole) {
                    return Expr.of("Math.floorDiv(" + a.text() + ", " + b.text() + ")", type);
                }
                return Expr.of(use(Operators.class) + ".divide(" + a.text() + ", " + b.text() + ")", Type.DOUBLE);
            }
            case "FloorDiv" -> {
                return whole
                        ? Expr.of("Math.floorDiv(" + a.text() + ", " + b.text() + ")", type)
                        : Expr.of("Math.floor(" + a.at(Expr.PRODUCT) + " / " + b.at(Expr.PRODUCT + 1) + ")", type);
            }
            case "Mod" -> {
                return whole
                        ? Expr.of("Math.floorMod(" + a.text() + ", " + b.text() + ")", b.type())
                        : Expr.of(use(Operators.class) + ".modulo(" + a.text() + ", " + b.text() + ")", type);
            }
            case "BitAnd", "BitOr", "BitXor" -> {
                if (whole) {
                    int level = op.equals("BitAnd") ? Expr.BIT_AND : op.equals("BitOr") ? Expr.BIT_OR : Expr.BIT_XOR;
                    String sign = op.equals("BitAnd") ? " & " : op.equals("BitOr") ? " | " : " ^ ";
                    return Expr.of(a.at(level) + sign + b.at(level + 1), type, level);
                }
            }
            case "RShift" -> {
                if (whole) {
                    return Expr.of(a.at(Expr.SHIFT) + " >> " + b.at(Expr.SHIFT + 1), type, Expr.SHIFT);
                }
            }
            case "LShift" -> {
                if (whole) {
                    String left = a.type().equals(Type.INT) ? coercion.to(a, Type.OBJECT) : a.at(Expr.SHIFT);
                    return Expr.of(left + " << " + b.at(Expr.SHIFT + 1), type, Expr.SHIFT);
                }
            }
            default -> {}
        }
        return Expr.of(
                use(Operators.class) + "." + operator(op) + "(" + coercion.to(a, Type.OBJECT) + ", "
                        + coercion.to(b, Type.OBJECT) + ")",
                Type.OBJECT);
    }

    private static Expr widened(Expr a, Expr b, boolean whole, Expr sum) {
        return whole && a.type().equals(Type.INT) && b.type().equals(Type.INT) ? sum.as(Type.INT) : sum;
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
        String yesText = coercion.of(yes, type).at(Expr.TERNARY + 1);
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

    private Expr subscript(Node node) {
        Node slice = node.get("slice");
        Node value = node.get("value");
        if (slice.is("Slice")) {
            return slice(of(value), slice);
        }
        if (value.is("Attribute") || value.is("Name")) {
            String qualified = scope.module().qualified(value);
            if (qualified.equals("os.environ")) {
                return Expr.of(
                        use(dev.gangway.porting.Os.class) + ".environ(" + to(slice, Type.STRING) + ")", Type.STRING);
            }
        }
        Expr x = of(value);
        return item(x, of(slice));
    }

    Expr item(Expr x, Expr index) {
        return switch (x.type().kind()) {
            case STRING ->
                Expr.of(use(Str.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")", Type.STRING);
            case BYTES ->
                isPython2()
                        ? Expr.of(
                                use(Bytes.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")",
                                Type.BYTES)
                        : Expr.of(
                                use(Bytes.class) + ".get(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")",
                                Type.LONG);
            case LIST ->
                typed(
                        use(Lists.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")",
                        x.type().element());
            case TUPLE -> tupleItem(x, index);
            case DICT ->
                typed(
                        use(Dicts.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.OBJECT) + ")",
                        x.type().value());
            case JAVA -> javaItem(x, index);
            default ->
                Expr.of(
                        use(Operators.class) + ".item(" + coercion.to(x, Type.OBJECT) + ", "
                                + coercion.to(index, Type.OBJECT) + ")",
                        resultOf(x));
        };
    }

    private static Expr typed(String text, Type type) {
        return Expr.of(text, type.kind() == Type.Kind.INT ? Type.LONG : type);
    }

    private Expr tupleItem(Expr x, Expr index) {
        String text = use(Lists.class) + ".at(" + x.text() + ", " + coercion.to(index, Type.LONG) + ")";
        if (index.text().matches("-?\\d+") && !x.type().args().isEmpty()) {
            int size = x.type().args().size();
            int at = Integer.parseInt(index.text());
            at = at < 0 ? at + size : at;
            if (at >= 0 && at < size) {
                return coercion.of(
                        Expr.of(text, Type.OBJECT), x.type().args().get(at).settled());
            }
        }
        return Expr.of(text, Type.OBJECT);
    }

    private Expr javaItem(Expr x, Expr index) {
        if (x.type().isJava(HTTPMessage.class)) {
            String name = coercion.to(index, Type.STRING);
            return isPython2()
                    ? Expr.of(
                            use(dev.gangway.porting.Messages.class) + ".at(" + x.text() + ", " + name + ")",
                            Type.STRING)
                    : Expr.of(x.at(Expr.PRIMARY) + ".get(" + name + ")", Type.STRING.orNull());
        }
        if (x.type().isJava(java.net.InetSocketAddress.class)) {
            return switch (index.text()) {
                case "0" -> Expr.of(x.at(Expr.PRIMARY) + ".getHostString()", Type.STRING);
                case "1" -> Expr.of(x.at(Expr.PRIMARY) + ".getPort()", Type.INT);
                default -> throw new Untranslatable("a part of an address");
            };
        }
        Class<?> type = x.type().java();
        if (type != null && Map.class.isAssignableFrom(type)) {
            return Expr.of(
                    use(Operators.class) + ".item(" + x.text() + ", " + coercion.to(index, Type.OBJECT) + ")",
                    Type.OBJECT);
        }
        if (type != null && !Library.methods(type, "__getitem__").isEmpty()) {
            return calls.invoke(Library.methods(type, "__getitem__"), x, List.of(index), Map.of(), "[]");
        }
        return Expr.of(
                use(Operators.class) + ".item(" + x.text() + ", " + coercion.to(index, Type.OBJECT) + ")", Type.OBJECT);
    }

    private Expr slice(Expr x, Node slice) {
        Node lower = slice.find("lower");
        Node upper = slice.find("upper");
        Node step = slice.find("step");
        Type type = x.type();
        Class<?> home = switch (type.kind()) {
            case STRING -> Str.class;
            case BYTES -> Bytes.class;
            case LIST, TUPLE -> Lists.class;
            default -> Operators.class;
        };
        Type result = type.is(Type.Kind.STRING, Type.Kind.BYTES, Type.Kind.LIST)
                ? type.notNull()
                : type.kind() == Type.Kind.TUPLE ? Type.list(Type.OBJECT) : resultOf(x);
        String target = use(home);
        String from = lower == null ? "0" : to(lower, Type.LONG);
        if (step != null) {
            String none = "null";
            String text = target + ".slice(" + coercion.to(x, home == Operators.class ? Type.OBJECT : type) + ", "
                    + (lower == null || lower.isConstant("none") ? none : object(lower)) + ", "
                    + (upper == null || upper.isConstant("none") ? none : object(upper)) + ", " + object(step) + ")";
            return Expr.of(text, result);
        }
        if (upper == null || upper.isConstant("none")) {
            return Expr.of(target + ".from(" + x.text() + ", " + from + ")", result);
        }
        return Expr.of(target + ".slice(" + x.text() + ", " + from + ", " + to(upper, Type.LONG) + ")", result);
    }

    private Expr list(Node node) {
        List<Node> elements = node.list("elts");
        if (elements.isEmpty()) {
            return Expr.fresh("new " + use(ArrayList.class) + "<>()", Type.list(Type.BOTTOM));
        }
        if (elements.stream().anyMatch(each -> each.is("Starred"))) {
            return starred(elements, "list");
        }
        List<Expr> parts = elements.stream().map(this::of).toList();
        Type element = Type.BOTTOM;
        for (Expr part : parts) {
            element = Type.join(element, part.type().kind() == Type.Kind.INT ? Type.LONG : part.type());
        }
        return Expr.fresh(use(Lists.class) + ".of(" + joined(parts, element.orObject()) + ")", Type.list(element));
    }

    private Expr starred(List<Node> elements, String kind) {
        List<String> parts = new ArrayList<>();
        for (Node each : elements) {
            if (each.is("Starred")) {
                parts.add(use(Python.class) + ".list(" + object(each.get("value")) + ")");
            } else {
                parts.add(use(Lists.class) + ".<Object>of(" + object(each) + ")");
            }
        }
        String text = use(Lists.class) + ".join(" + String.join(", ", parts) + ")";
        return kind.equals("tuple")
                ? Expr.of(use(Tuple.class) + ".copyOf(" + text + ")", Type.tuple(List.of()))
                : Expr.of(text, Type.list(Type.OBJECT));
    }

    /** Returns arguments that are boxed, each as the same type. */
    String joined(List<Expr> parts, Type type) {
        List<String> texts = new ArrayList<>();
        for (Expr part : parts) {
            texts.add(boxed(part, type));
        }
        return String.join(", ", texts);
    }

    String boxed(Expr part, Type type) {
        if (type.isWhole() || type.kind() == Type.Kind.OBJECT) {
            return coercion.to(
                    type.isWhole()
                            ? coercion.of(part, Type.LONG).type().equals(Type.LONG)
                                    ? coercion.of(coercion.of(part, Type.LONG), Type.OBJECT)
                                    : part
                            : part,
                    Type.OBJECT);
        }
        return coercion.to(part, type);
    }

    private Expr tuple(Node node) {
        List<Node> elements = node.list("elts");
        if (elements.stream().anyMatch(each -> each.is("Starred"))) {
            return starred(elements, "tuple");
        }
        List<Expr> parts = elements.stream().map(this::of).toList();
        List<Type> types = parts.stream()
                .map(Expr::type)
                .map(type -> type.kind() == Type.Kind.INT ? Type.LONG : type)
                .toList();
        return Expr.of(use(Tuple.class) + ".of(" + joined(parts, Type.OBJECT) + ")", Type.tuple(types));
    }

    private Expr set(Node node) {
        List<Expr> parts = node.list("elts").stream().map(this::of).toList();
        Type element = Type.BOTTOM;
        for (Expr part : parts) {
            element = Type.join(element, part.type().kind() == Type.Kind.INT ? Type.LONG : part.type());
        }
        return Expr.fresh(use(Sets.class) + ".of(" + joined(parts, element.orObject()) + ")", Type.set(element));
    }

    private Expr dict(Node node) {
        List<@Nullable Node> keys = node.nullable("keys");
        List<Node> values = node.list("values");
        if (keys.isEmpty()) {
            return Expr.fresh(
                    "new " + use(java.util.LinkedHashMap.class) + "<>()", Type.dict(Type.BOTTOM, Type.BOTTOM));
        }
        List<String> parts = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        Type key = Type.BOTTOM;
        Type value = Type.BOTTOM;
        for (int i = 0; i < keys.size(); i++) {
            Node name = keys.get(i);
            Expr of = of(values.get(i));
            if (name == null) {
                if (!parts.isEmpty()) {
                    whole.add(use(Dicts.class) + ".of(" + String.join(", ", parts) + ")");
                    parts.clear();
                }
                whole.add(use(Dicts.class) + ".dict(" + coercion.to(of, Type.OBJECT) + ")");
                key = Type.OBJECT;
                value = Type.OBJECT;
                continue;
            }
            Expr named = of(name);
            key = Type.join(key, named.type().kind() == Type.Kind.INT ? Type.LONG : named.type());
            value = Type.join(value, of.type().kind() == Type.Kind.INT ? Type.LONG : of.type());
            parts.add(coercion.to(named, Type.OBJECT));
            parts.add(
                    of.type().kind() == Type.Kind.FUNCTION
                            ? function(of)
                            : of.type().kind() == Type.Kind.CLASS ? of.text() : coercion.to(of, Type.OBJECT));
        }
        if (whole.isEmpty()) {
            return Expr.fresh(use(Dicts.class) + ".of(" + String.join(", ", parts) + ")", Type.dict(key, value));
        }
        if (!parts.isEmpty()) {
            whole.add(use(Dicts.class) + ".of(" + String.join(", ", parts) + ")");
        }
        return Expr.of(
                use(Dicts.class) + ".merge(" + String.join(", ", whole) + ")", Type.dict(Type.OBJECT, Type.OBJECT));
    }

    /** Returns a function as an argument of type Object: Java wants to be told which interface it is. */
    String function(Expr x) {
        return x.level() == Expr.LOWEST ? "(" + use(Function.class) + ") " + x.text() : x.text();
    }

    private Expr lambda(Node node) {
        Node arguments = node.get("args");
        Map<String, Var> params = new HashMap<>();
        String args = scope.fresh("args");
        int index = 0;
        List<Node> all = new ArrayList<>(arguments.records("args"));
        for (Node each : all) {
            Var var = new Var(each.text("name"), args + "[" + index + "]");
            var.fix(Type.OBJECT);
            Node defaultValue = each.find("default");
            if (defaultValue != null) {
                var.java(use(Python.class) + ".argument(" + args + ", " + index + ", " + object(defaultValue) + ")");
            }
            params.put(each.text("name"), var);
            index++;
        }
        if (arguments.has("vararg")) {
            Var rest = new Var(arguments.text("vararg"), use(Tuple.class) + ".rest(" + args + ", " + index + ")");
            rest.fix(Type.tuple(List.of()));
            params.put(arguments.text("vararg"), rest);
        }
        Node body = node.get("body");
        Expr factory = handlerFactory(body, arguments);
        if (factory != null) {
            scope.free(args);
            return factory;
        }
        boolean outer = scope.throwsIo();
        Out pre = scope.swapPre(new Out(1));
        scope.push(params);
        String text;
        try {
            capture(node);
            Expr value = of(body);
            List<Out.Line> before = scope.pre().lines();
            if (!before.isEmpty()) {
                throw new Untranslatable("a lambda with a loop in it");
            }
            text = value.type().kind() == Type.Kind.VOID
                    ? args + " -> { " + value.text() + "; return null; }"
                    : args + " -> " + coercion.to(value, Type.OBJECT);
        } finally {
            scope.pop();
            scope.swapPre(pre);
            scope.free(args);
            scope.throwsIo(outer);
        }
        return Expr.of(text, Type.FUNCTION.notNull(), Expr.LOWEST);
    }

    /** Refuses a variable that changes and is used in a lambda, which Java does not know. */
    void capture(Node inner) {
        Set<Var> changed = new java.util.HashSet<>();
        inner.walk(each -> {
            if (each.is("Name")) {
                for (Scope at = scope; at != null; at = at.parent()) {
                    Var var = at.locals().binding(each);
                    if (var != null && var.assignments() > 1 && scope.innermost(each.text("id")) == null) {
                        changed.add(var);
                    }
                }
            }
        });
        for (Var var : changed) {
            if (var.isCaptured() || var.assignments() > 1) {
                throw new Untranslatable("a variable that changes, in an inner function");
            }
        }
    }

    /** Translates {@code lambda *args, **kwargs: Handler(x, *args, **kwargs)} to a factory of handlers. */
    private @Nullable Expr handlerFactory(Node body, Node arguments) {
        if (!body.is("Call") || !body.get("func").is("Name", "Attribute")) {
            return null;
        }
        Node function = body.get("func");
        boolean passesOn = body.list("args").stream().anyMatch(each -> each.is("Starred"))
                || arguments.records("args").size() == 3;
        if (!passesOn) {
            return null;
        }
        Set<String> own = new java.util.HashSet<>();
        arguments.records("args").forEach(each -> own.add(each.text("name")));
        List<Node> args = body.list("args").stream()
                .filter(each -> !each.is("Starred") && !(each.is("Name") && own.contains(each.text("id"))))
                .toList();
        Map<String, Node> keywords = new java.util.LinkedHashMap<>();
        for (Node each : body.records("keywords")) {
            if (each.has("arg")) {
                keywords.put(each.text("arg"), each.get("value"));
            }
        }
        return calls.factory(function, args, keywords);
    }

    private Expr named(Node node) {
        Node target = node.get("target");
        Var var = variable(target);
        if (var == null) {
            throw new Untranslatable(":=");
        }
        Expr value = of(node.get("value"));
        var.observe(value.type());
        return new Expr(var.java() + " = " + coercion.to(value, var.type()), var.type(), Expr.LOWEST, false, var);
    }

    /** Returns an expression that loops can go through, and the type of what it gives. */
    Expr iterable(Node node) {
        Expr x = of(node);
        return iterable(x);
    }

    Expr iterable(Expr x) {
        Type type = x.type();
        return switch (type.kind()) {
            case LIST, SET -> x;
            case TUPLE -> x.as(Type.list(Type.OBJECT));
            case DICT -> Expr.of(x.at(Expr.PRIMARY) + ".keySet()", Type.list(type.element()));
            case STRING -> Expr.of(use(Str.class) + ".characters(" + x.text() + ")", Type.STRINGS);
            case BYTES -> Expr.of(use(Bytes.class) + ".values(" + x.text() + ")", Type.list(Type.LONG));
            case JAVA -> javaIterable(x);
            default ->
                Expr.of(use(Python.class) + ".iterate(" + coercion.to(x, Type.OBJECT) + ")", Type.list(Type.OBJECT));
        };
    }

    private Expr javaIterable(Expr x) {
        Class<?> java = x.type().java();
        if (java == dev.gangway.porting.PythonFile.class && x.text().length() > 0) {
            scope.mayThrowIo();
            return Expr.of(x.at(Expr.PRIMARY) + ".readlines()", Type.list(Type.OBJECT));
        }
        if (x.type().isJava(java.io.InputStream.class)) {
            scope.mayThrowIo();
            return Expr.of(use(dev.gangway.porting.Streams.class) + ".lines(" + x.text() + ")", Type.list(Type.BYTES));
        }
        if (x.type().isJava(HTTPMessage.class)) {
            return Expr.of(x.at(Expr.PRIMARY) + ".keys()", Type.STRINGS);
        }
        return Expr.of(use(Python.class) + ".iterate(" + coercion.to(x, Type.OBJECT) + ")", Type.list(Type.OBJECT));
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

    /** Returns a value as an argument of type Object. */
    String argument(Expr each) {
        return switch (each.type().kind()) {
            case FUNCTION -> function(each);
            case CLASS -> each.text();
            default -> coercion.to(each, Type.OBJECT);
        };
    }

    String keywords(Map<String, Expr> keywords) {
        List<String> parts = new ArrayList<>();
        keywords.forEach((name, value) -> {
            parts.add(JavaText.string(name));
            parts.add(argument(value));
        });
        return use(dev.gangway.porting.Keywords.class) + ".of(" + String.join(", ", parts) + ")";
    }
}
