package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates comparisons, and what counts as true. */
final class Conditions {
    private final Expressions expressions;

    Conditions(Expressions expressions) {
        this.expressions = expressions;
    }

    private Coercion coercion() {
        return expressions.coercion();
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    /** Returns a condition of Java that is true where Python's is. */
    String truth(Node node) {
        return truthOf(node).text();
    }

    Expr truthOf(Node node) {
        if (expressions.scope().module().isLeft(node)) {
            return expressions.left(node, "condition", Type.BOOLEAN);
        }
        if (node.is("BoolOp")) {
            return conjunction(node);
        }
        if (node.is("UnaryOp") && node.text("op").equals("Not")) {
            return not(node.get("operand"));
        }
        return truthOf(expressions.of(node));
    }

    Expr truthOf(Expr x) {
        Type type = x.type();
        String text = x.at(Expr.PRIMARY);
        return switch (type.kind()) {
            case BOOLEAN -> x;
            case INT, LONG -> Expr.of(x.at(Expr.EQUALITY) + " != 0", Type.BOOLEAN, Expr.EQUALITY);
            case DOUBLE -> Expr.of(x.at(Expr.EQUALITY) + " != 0", Type.BOOLEAN, Expr.EQUALITY);
            case NULL -> Expr.of("false", Type.BOOLEAN);
            case STRING, LIST, DICT, SET ->
                type.nullable()
                        ? Expr.of(use(Python.class) + ".truth(" + x.text() + ")", Type.BOOLEAN)
                        : Expr.of("!" + text + ".isEmpty()", Type.BOOLEAN, Expr.UNARY);
            case BYTES ->
                type.nullable()
                        ? Expr.of(use(Python.class) + ".truth(" + x.text() + ")", Type.BOOLEAN)
                        : Expr.of(text + ".length > 0", Type.BOOLEAN, Expr.RELATION);
            case FUNCTION, CLASS -> Expr.of(x.at(Expr.EQUALITY) + " != null", Type.BOOLEAN, Expr.EQUALITY);
            case VOID -> throw new Untranslatable("the value of what has none");
            case JAVA ->
                Library.methods(Objects.requireNonNull(type.java()), "__bool__").isEmpty()
                                && !java.util.Map.class.isAssignableFrom(type.java())
                                && !java.util.Collection.class.isAssignableFrom(type.java())
                        ? Expr.of(x.at(Expr.EQUALITY) + " != null", Type.BOOLEAN, Expr.EQUALITY)
                        : Expr.of(use(Python.class) + ".truth(" + x.text() + ")", Type.BOOLEAN);
            default -> Expr.of(use(Python.class) + ".truth(" + x.text() + ")", Type.BOOLEAN);
        };
    }

    Expr not(Node operand) {
        return negated(truthOf(operand));
    }

    private static Expr negated(Expr truth) {
        String text = truth.text();
        if (text.startsWith("!") && truth.level() == Expr.UNARY) {
            return Expr.of(text.substring(1), Type.BOOLEAN, Expr.UNARY);
        }
        if (truth.level() == Expr.EQUALITY && text.endsWith(" != null")) {
            return Expr.of(text.substring(0, text.length() - 8) + " == null", Type.BOOLEAN, Expr.EQUALITY);
        }
        if (truth.level() == Expr.EQUALITY && text.endsWith(" != 0")) {
            return Expr.of(text.substring(0, text.length() - 5) + " == 0", Type.BOOLEAN, Expr.EQUALITY);
        }
        if (truth.level() == Expr.RELATION && text.endsWith(".length > 0")) {
            return Expr.of(text.substring(0, text.length() - 4) + " == 0", Type.BOOLEAN, Expr.EQUALITY);
        }
        return Expr.of("!" + truth.at(Expr.UNARY), Type.BOOLEAN, Expr.UNARY);
    }

    /** Translates {@code and} and {@code or} where only the truth of the result matters. */
    private Expr conjunction(Node node) {
        boolean and = node.text("op").equals("And");
        int level = and ? Expr.AND : Expr.OR;
        List<Node> values = node.list("values");
        Scope scope = expressions.scope();
        Expr first = truthOf(values.get(0));
        List<String> parts = new ArrayList<>(List.of(first.at(level)));
        String hoisted = "";
        for (Node value : values.subList(1, values.size())) {
            Out before = scope.swapPre(new Out(0));
            Expr next = truthOf(value);
            Out pre = scope.swapPre(before);
            if (pre.isEmpty()) {
                parts.add(next.at(level + 1));
                continue;
            }
            if (hoisted.isEmpty()) {
                hoisted = scope.fresh("holds");
                scope.pre().line("boolean " + hoisted + " = " + String.join(and ? " && " : " || ", parts) + ";");
            } else {
                scope.pre()
                        .line(hoisted + " = " + hoisted + (and ? " && " : " || ")
                                + String.join(and ? " && " : " || ", parts.subList(1, parts.size())) + ";");
            }
            scope.pre().open("if (" + (and ? "" : "!") + hoisted + ")");
            scope.pre().addShifted(pre.lines());
            scope.pre().line(hoisted + " = " + next.text() + ";");
            scope.pre().close();
            parts.clear();
            parts.add(hoisted);
        }
        return parts.size() == 1
                ? Expr.of(parts.get(0), Type.BOOLEAN, hoisted.isEmpty() ? level : Expr.PRIMARY)
                : Expr.of(String.join(and ? " && " : " || ", parts), Type.BOOLEAN, level);
    }

    /** Translates {@code and} and {@code or} as values: one of the operands. */
    Expr bool(Node node) {
        List<Expr> values = new ArrayList<>();
        Scope scope = expressions.scope();
        Out before = scope.swapPre(new Out(0));
        boolean plain = true;
        for (Node value : node.list("values")) {
            values.add(expressions.of(value));
        }
        Out pre = scope.swapPre(before);
        for (Expr value : values) {
            plain &= value.type().kind() == Type.Kind.BOOLEAN;
        }
        if (plain) {
            return conjunction(node);
        }
        scope.pre().addShifted(pre.lines());
        boolean and = node.text("op").equals("And");
        Expr result = values.get(0);
        for (Expr next : values.subList(1, values.size())) {
            result = choose(and, result, next);
        }
        return result;
    }

    private Expr choose(boolean and, Expr a, Expr b) {
        Type joined = Type.join(a.type(), b.type());
        Type type = !and && joined.nullable() && !b.type().nullable() && joined.kind() != Type.Kind.OBJECT
                ? joined.notNull()
                : joined.kind() == Type.Kind.INT ? Type.LONG : joined.orObject();
        if (a.type().kind() == Type.Kind.NULL) {
            return and ? a : b;
        }
        Expr first = coercion().chosen(a, type, b);
        String truth = truthOf(a).at(Expr.TERNARY + 1);
        String second = coercion().chosen(b, type, a).at(Expr.TERNARY + 1);
        if (!a.isSimple()) {
            String name = expressions.scope().fresh("first");
            expressions
                    .scope()
                    .pre()
                    .line(a.type().settled().text(expressions.scope().imports()) + " " + name + " = "
                            + coercion().to(a, a.type().settled()) + ";");
            Expr held = Expr.of(name, a.type().settled());
            first = coercion().chosen(held, type, b);
            truth = truthOf(held).at(Expr.TERNARY + 1);
        }
        String firstText = first.at(Expr.TERNARY + 1);
        return and
                ? Expr.of(truth + " ? " + second + " : " + firstText, type, Expr.TERNARY)
                : Expr.of(truth + " ? " + firstText + " : " + second, type, Expr.TERNARY);
    }

    Expr compare(Node node) {
        List<String> ops = node.texts("ops");
        List<Node> others = node.list("comparators");
        Expr known = ops.size() == 1 ? typeIs(ops.get(0), node.get("left"), others.get(0)) : null;
        if (known != null) {
            return known;
        }
        Expr left = expressions.of(node.get("left"));
        if (ops.size() == 1) {
            return compare(ops.get(0), left, others.get(0));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < ops.size(); i++) {
            Expr right = expressions.of(others.get(i));
            if (i + 1 < ops.size() && !right.isSimple()) {
                String name = expressions.scope().fresh("middle");
                expressions
                        .scope()
                        .pre()
                        .line(right.type().settled().text(expressions.scope().imports()) + " " + name + " = "
                                + coercion().to(right, right.type().settled()) + ";");
                right = Expr.of(name, right.type().settled());
            }
            parts.add(compare(ops.get(i), left, right).at(Expr.AND + 1));
            left = right;
        }
        return Expr.of(String.join(" && ", parts), Type.BOOLEAN, Expr.AND);
    }

    /** Translates {@code type(x) is str} and the like, or returns null. */
    private @Nullable Expr typeIs(String op, Node left, Node right) {
        boolean type = left.is("Call")
                && left.get("func").isName("type")
                && left.list("args").size() == 1
                && List.of("Is", "IsNot", "Eq", "NotEq").contains(op)
                && right.is("Name")
                && expressions.variables().of(right) == null;
        if (!type) {
            return null;
        }
        Expr same = expressions
                .calls()
                .builtins()
                .isInstance(expressions.of(left.list("args").get(0)), right);
        return op.equals("Is") || op.equals("Eq") ? same : negated(same);
    }

    private Expr compare(String op, Expr left, Node right) {
        if (op.equals("In") || op.equals("NotIn")) {
            Expr inside = contains(left, right);
            return op.equals("In") ? inside : negated(inside);
        }
        return compare(op, left, expressions.of(right));
    }

    private Expr compare(String op, Expr a, Expr b) {
        return switch (op) {
            case "Eq" -> equal(a, b);
            case "NotEq" -> notEqual(a, b);
            case "Is" -> is(a, b, "==");
            case "IsNot" -> is(a, b, "!=");
            case "Lt" -> order(a, b, "<");
            case "LtE" -> order(a, b, "<=");
            case "Gt" -> order(a, b, ">");
            case "GtE" -> order(a, b, ">=");
            case "In" -> contains(a, b);
            default -> negated(contains(a, b));
        };
    }

    private Expr is(Expr a, Expr b, String sign) {
        if (b.type().kind() == Type.Kind.NULL || a.type().kind() == Type.Kind.NULL) {
            Expr other = b.type().kind() == Type.Kind.NULL ? a : b;
            if (other.type().isPrimitive()) {
                return Expr.of(sign.equals("==") ? "false" : "true", Type.BOOLEAN);
            }
            return Expr.of(other.at(Expr.EQUALITY) + " " + sign + " null", Type.BOOLEAN, Expr.EQUALITY);
        }
        if (a.type().kind() == Type.Kind.STRING
                || b.type().isPrimitive()
                || a.type().isPrimitive()) {
            Expr same = equal(a, b);
            return sign.equals("==") ? same : negated(same);
        }
        return Expr.of(a.at(Expr.EQUALITY) + " " + sign + " " + b.at(Expr.EQUALITY + 1), Type.BOOLEAN, Expr.EQUALITY);
    }

    private Expr notEqual(Expr a, Expr b) {
        if (a.type().isNumber() && b.type().isNumber()
                || a.type().kind() == Type.Kind.BOOLEAN && b.type().kind() == Type.Kind.BOOLEAN) {
            return Expr.of(a.at(Expr.EQUALITY) + " != " + b.at(Expr.EQUALITY + 1), Type.BOOLEAN, Expr.EQUALITY);
        }
        if (a.type().kind() == Type.Kind.NULL || b.type().kind() == Type.Kind.NULL) {
            return is(a, b, "!=");
        }
        return negated(equal(a, b));
    }

    Expr equal(Expr a, Expr b) {
        Type x = a.type();
        Type y = b.type();
        if (x.isNumber() && y.isNumber() || x.kind() == Type.Kind.BOOLEAN && y.kind() == Type.Kind.BOOLEAN) {
            return Expr.of(a.at(Expr.EQUALITY) + " == " + b.at(Expr.EQUALITY + 1), Type.BOOLEAN, Expr.EQUALITY);
        }
        if (x.kind() == Type.Kind.NULL || y.kind() == Type.Kind.NULL) {
            return is(a, b, "==");
        }
        if (x.kind() == Type.Kind.STRING && y.kind() == Type.Kind.STRING) {
            if (!x.nullable()) {
                return Expr.of(a.at(Expr.PRIMARY) + ".equals(" + b.text() + ")", Type.BOOLEAN);
            }
            if (!y.nullable()) {
                return Expr.of(b.at(Expr.PRIMARY) + ".equals(" + a.text() + ")", Type.BOOLEAN);
            }
            return Expr.of(use(Objects.class) + ".equals(" + a.text() + ", " + b.text() + ")", Type.BOOLEAN);
        }
        if (y.kind() == Type.Kind.STRING && !y.nullable() && x.kind() == Type.Kind.OBJECT) {
            return Expr.of(b.at(Expr.PRIMARY) + ".equals(" + a.text() + ")", Type.BOOLEAN);
        }
        return Expr.of(
                use(Operators.class) + ".equal(" + coercion().to(a, Type.OBJECT) + ", "
                        + coercion().to(b, Type.OBJECT) + ")",
                Type.BOOLEAN);
    }

    private Expr order(Expr a, Expr b, String sign) {
        if (a.type().isNumber() && b.type().isNumber()) {
            return Expr.of(
                    a.at(Expr.RELATION) + " " + sign + " " + b.at(Expr.RELATION + 1), Type.BOOLEAN, Expr.RELATION);
        }
        if (a.type().kind() == Type.Kind.STRING && b.type().kind() == Type.Kind.STRING) {
            return Expr.of(
                    a.at(Expr.PRIMARY) + ".compareTo(" + b.text() + ") " + sign + " 0", Type.BOOLEAN, Expr.RELATION);
        }
        return Expr.of(
                use(Operators.class) + ".compare(" + coercion().to(a, Type.OBJECT) + ", "
                        + coercion().to(b, Type.OBJECT) + ") " + sign + " 0",
                Type.BOOLEAN,
                Expr.RELATION);
    }

    private Expr contains(Expr item, Node container) {
        if (container.is("Tuple", "List", "Set") && item.isSimple()) {
            List<Expr> elements =
                    container.list("elts").stream().map(expressions::of).toList();
            boolean texts = item.type().kind() == Type.Kind.STRING
                    && elements.stream().allMatch(each -> each.type().kind() == Type.Kind.STRING);
            boolean numbers = item.type().isNumber()
                    && elements.stream().allMatch(each -> each.type().isNumber());
            if ((texts || numbers) && elements.size() <= 3 && !elements.isEmpty()) {
                List<String> parts = elements.stream()
                        .map(each -> equal(item, each).at(Expr.OR))
                        .toList();
                return Expr.of(String.join(" || ", parts), Type.BOOLEAN, parts.size() == 1 ? Expr.EQUALITY : Expr.OR);
            }
        }
        if (expressions.scope().module().qualified(container).equals("os.environ")) {
            return Expr.of(
                    use(dev.gangway.porting.Os.class) + ".hasEnviron("
                            + coercion().to(item, Type.STRING) + ")",
                    Type.BOOLEAN);
        }
        return contains(item, expressions.of(container));
    }

    private Expr contains(Expr item, Expr container) {
        Type type = container.type();
        String text = container.at(Expr.PRIMARY);
        switch (type.kind()) {
            case STRING -> {
                if (item.type().kind() == Type.Kind.STRING && !type.nullable()) {
                    return Expr.of(text + ".contains(" + item.text() + ")", Type.BOOLEAN);
                }
            }
            case DICT -> {
                return Expr.of(text + ".containsKey(" + coercion().to(item, Type.OBJECT) + ")", Type.BOOLEAN);
            }
            case LIST, SET -> {
                if (item.type().is(Type.Kind.STRING, Type.Kind.LONG)) {
                    return Expr.of(text + ".contains(" + coercion().to(item, Type.OBJECT) + ")", Type.BOOLEAN);
                }
            }
            case JAVA -> {
                if (type.isJava(HTTPMessage.class)) {
                    return Expr.of(text + ".contains(" + coercion().to(item, Type.STRING) + ")", Type.BOOLEAN);
                }
            }
            default -> {}
        }
        return Expr.of(
                use(Operators.class) + ".contains(" + coercion().to(container, Type.OBJECT) + ", "
                        + coercion().to(item, Type.OBJECT) + ")",
                Type.BOOLEAN);
    }
}
