package dev.gangway.standalone.port;

import dev.gangway.porting.Bytes;
import dev.gangway.porting.Lists;
import dev.gangway.porting.Operators;
import dev.gangway.porting.Str;

/** Translates operators on values. */
final class Arithmetic {
    private final Expressions expressions;
    private final Coercion coercion;
    private final Conditions conditions;
    private final Formats formats;

    Arithmetic(Expressions expressions) {
        this.expressions = expressions;
        coercion = expressions.coercion();
        conditions = expressions.conditions();
        formats = expressions.formats();
    }

    Expr unary(Node node) {
        Node operand = node.get("operand");
        return switch (node.text("op")) {
            case "Not" -> conditions.not(operand);
            case "USub" -> negative(operand);
            case "UAdd" -> expressions.of(operand);
            default -> {
                Expr x = expressions.of(operand);
                if (!x.type().isWhole()) {
                    throw new Untranslatable("~ of " + x.type().kind());
                }
                yield Expr.of("~" + x.at(Expr.UNARY), x.type(), Expr.UNARY);
            }
        };
    }

    private Expr negative(Node operand) {
        Expr x = expressions.of(operand);
        if (x.type().isNumber()) {
            return Expr.of("-" + x.at(Expr.UNARY), x.type(), Expr.UNARY);
        }
        return Expr.of(
                expressions.use(Operators.class) + ".negative(" + coercion.to(x, Type.OBJECT) + ")", Type.OBJECT);
    }

    Expr binary(Node node) {
        String op = node.text("op");
        Node left = node.get("left");
        if (op.equals("Mod") && formats.isFormat(left)) {
            return formats.percent(node);
        }
        return of(op, expressions.of(left), expressions.of(node.get("right")));
    }

    Expr of(String op, Expr a, Expr b) {
        if (a.type().isNumber() && b.type().isNumber()) {
            return numbers(op, a, b);
        }
        if (op.equals("Add")) {
            if (a.type().kind() == Type.Kind.STRING && b.type().kind() == Type.Kind.STRING) {
                return concatenation(a, b);
            }
            if (a.type().kind() == Type.Kind.BYTES && b.type().kind() == Type.Kind.BYTES) {
                return Expr.of(
                        expressions.use(Bytes.class) + ".concat(" + a.text() + ", " + b.text() + ")", Type.BYTES);
            }
            if (a.type().kind() == Type.Kind.LIST && b.type().kind() == Type.Kind.LIST) {
                Type joined = Type.join(a.type(), b.type());
                return Expr.fresh(
                        expressions.use(Lists.class) + ".concat(" + a.text() + ", " + b.text() + ")", joined.notNull());
            }
        }
        if (op.equals("Mult") && a.type().kind() == Type.Kind.STRING && b.type().isWhole()) {
            return Expr.of(expressions.use(Str.class) + ".repeat(" + a.text() + ", " + b.text() + ")", Type.STRING);
        }
        if (op.equals("Mod") && a.type().kind() == Type.Kind.STRING) {
            return Expr.of(
                    expressions.use(Str.class) + ".percent(" + a.text() + ", " + coercion.to(b, Type.OBJECT) + ")",
                    Type.STRING);
        }
        if (op.equals("Div") && a.type().isJava(java.nio.file.Path.class)) {
            return Expr.of(a.at(Expr.PRIMARY) + ".resolve(" + coercion.to(b, Type.STRING) + ")", a.type());
        }
        if (a.type().is(Type.Kind.VOID) || b.type().is(Type.Kind.VOID)) {
            throw new Untranslatable("the value of what has none");
        }
        return Expr.of(
                expressions.use(Operators.class) + "." + operator(op) + "(" + coercion.to(a, Type.OBJECT) + ", "
                        + coercion.to(b, Type.OBJECT) + ")",
                Expressions.resultOf(a, b));
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
        String left = a.isNullable() ? expressions.use(Str.class) + ".of(" + a.text() + ")" : a.at(Expr.SUM);
        String right = b.isNullable() ? expressions.use(Str.class) + ".of(" + b.text() + ")" : b.at(Expr.SUM + 1);
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
                if (expressions.isPython2() && whole) {
                    return Expr.of(wholeQuotient(b, "floorDiv") + "(" + a.text() + ", " + b.text() + ")", type);
                }
                return Expr.of(
                        expressions.use(Operators.class) + ".divide(" + a.text() + ", " + b.text() + ")", Type.DOUBLE);
            }
            case "FloorDiv" -> {
                return whole
                        ? Expr.of(wholeQuotient(b, "floorDiv") + "(" + a.text() + ", " + b.text() + ")", type)
                        : Expr.of("Math.floor(" + a.at(Expr.PRODUCT) + " / " + b.at(Expr.PRODUCT + 1) + ")", type);
            }
            case "Mod" -> {
                return whole
                        ? Expr.of(
                                wholeQuotient(b, "floorMod") + "(" + a.text() + ", " + b.text() + ")",
                                isNoZero(b) ? b.type() : Type.LONG)
                        : Expr.of(
                                expressions.use(Operators.class) + ".modulo(" + a.text() + ", " + b.text() + ")", type);
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
                expressions.use(Operators.class) + "." + operator(op) + "(" + coercion.to(a, Type.OBJECT) + ", "
                        + coercion.to(b, Type.OBJECT) + ")",
                Type.OBJECT);
    }

    private static boolean isNoZero(Expr x) {
        return x.text().matches("[1-9]\\d*L?");
    }

    /** Returns the function that divides: Java's where the divisor is a constant, else one that fails with Python's exception. */
    private String wholeQuotient(Expr divisor, String java) {
        return isNoZero(divisor)
                ? "Math." + java
                : expressions.use(Operators.class) + (java.equals("floorDiv") ? ".quotient" : ".remainder");
    }

    private static Expr widened(Expr a, Expr b, boolean whole, Expr sum) {
        return whole && a.type().equals(Type.INT) && b.type().equals(Type.INT) ? sum.as(Type.INT) : sum;
    }
}
