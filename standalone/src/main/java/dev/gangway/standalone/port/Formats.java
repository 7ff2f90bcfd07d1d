package dev.gangway.standalone.port;

import dev.gangway.porting.Bytes;
import dev.gangway.porting.Format;
import dev.gangway.porting.Python;
import dev.gangway.porting.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates f-strings, {@code %} and {@code .format}: to a sum of strings where that says the same. */
final class Formats {
    private static final Pattern SIMPLE = Pattern.compile("%(%|[sdi])");
    private static final Pattern FIELD = Pattern.compile("\\{\\{|\\}\\}|\\{(\\w*)\\}");

    private final Expressions expressions;

    Formats(Expressions expressions) {
        this.expressions = expressions;
    }

    private String use(Class<?> type) {
        return expressions.use(type);
    }

    /** Tells whether {@code %} behind this node is a format. */
    boolean isFormat(Node left) {
        return left.isText() || left.isConstant("bytes");
    }

    Expr joined(Node node) {
        List<Expr> parts = new ArrayList<>();
        for (Node value : node.list("values")) {
            if (value.isText()) {
                parts.add(Expr.of(JavaText.string(value.text("v")), Type.STRING));
            } else {
                parts.add(field(value));
            }
        }
        return sum(parts);
    }

    private Expr field(Node field) {
        Node spec = field.find("format_spec");
        int conversion = field.number("conversion");
        Expr value = expressions.of(field.get("value"));
        if (conversion == 'r' || conversion == 'a') {
            value = Expr.of(use(Python.class) + ".repr(" + expressions.argument(value) + ")", Type.STRING);
        } else if (conversion == 's') {
            value = text(value);
        }
        if (spec != null) {
            Expr format = joined(spec);
            return Expr.of(
                    use(Format.class) + ".of(" + expressions.argument(value) + ", " + format.text() + ")", Type.STRING);
        }
        return value;
    }

    /** Returns {@code str(x)}. */
    Expr text(Expr x) {
        if (x.type().kind() == Type.Kind.STRING && !x.isNullable()) {
            return x;
        }
        if (x.type().isWhole()) {
            return x.text().matches("\\d+")
                    ? Expr.of("\"" + x.text() + "\"", Type.STRING)
                    : Expr.of("String.valueOf(" + x.text() + ")", Type.STRING);
        }
        if (x.type().isJava(java.nio.file.Path.class)) {
            return Expr.of(x.at(Expr.PRIMARY) + ".toString()", Type.STRING);
        }
        return Expr.of(use(Python.class) + ".str(" + expressions.argument(x) + ")", Type.STRING);
    }

    /** Joins texts; a number is text already beside a string. */
    private Expr sum(List<Expr> parts) {
        List<Expr> merged = new ArrayList<>();
        for (Expr part : parts) {
            Expr last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && isLiteral(last) && isLiteral(part)) {
                String text = last.text().substring(0, last.text().length() - 1)
                        + part.text().substring(1);
                merged.set(merged.size() - 1, Expr.of(text, Type.STRING));
            } else if (!part.text().equals("\"\"")) {
                merged.add(part);
            }
        }
        if (merged.isEmpty()) {
            return Expr.of("\"\"", Type.STRING);
        }
        if (merged.size() == 1) {
            return text(merged.get(0));
        }
        boolean text = isText(merged.get(0)) || isText(merged.get(1));
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < merged.size(); i++) {
            Expr part = merged.get(i);
            boolean asIs = isText(part) || part.type().isWhole() && (text || i > 1);
            Expr shown = asIs ? part : text(part);
            sum.append(i == 0 ? "" : " + ").append(shown.at(i == 0 ? Expr.SUM : Expr.SUM + 1));
        }
        return Expr.of(sum.toString(), Type.STRING, Expr.SUM);
    }

    private static boolean isLiteral(Expr part) {
        return part.text().matches("\"(?:[^\"\\\\]|\\\\.)*\"");
    }

    private static boolean isText(Expr part) {
        return part.type().kind() == Type.Kind.STRING && !part.isNullable();
    }

    Expr percent(Node node) {
        Node left = node.get("left");
        Node right = node.get("right");
        if (left.isConstant("bytes")) {
            String args = right.is("Tuple") ? arguments(right) : expressions.argument(expressions.of(right));
            return Expr.of(
                    use(Bytes.class) + ".percent(" + expressions.of(left).text() + ", " + args + ")", Type.BYTES);
        }
        String format = left.text("v");
        List<Node> values = right.is("Tuple") ? right.list("elts") : List.of(right);
        boolean single = !right.is("Tuple");
        List<Expr> parts = new ArrayList<>();
        if (isSimple(format, values) && values.stream().noneMatch(each -> each.is("Starred", "Dict"))) {
            List<Expr> translated = values.stream().map(expressions::of).toList();
            boolean known = !single || !translated.get(0).type().is(Type.Kind.OBJECT, Type.Kind.TUPLE, Type.Kind.DICT);
            Matcher matcher = SIMPLE.matcher(format);
            int at = 0;
            int index = 0;
            while (known && matcher.find()) {
                parts.add(Expr.of(JavaText.string(format.substring(at, matcher.start())), Type.STRING));
                at = matcher.end();
                if (matcher.group(1).equals("%")) {
                    parts.add(Expr.of("\"%\"", Type.STRING));
                    continue;
                }
                Expr value = translated.get(index++);
                known = matcher.group(1).equals("s") || value.type().isWhole();
                parts.add(value);
            }
            if (known) {
                parts.add(Expr.of(JavaText.string(format.substring(at)), Type.STRING));
                return sum(parts);
            }
            StringBuilder args = new StringBuilder();
            for (Expr each : translated) {
                args.append(", ").append(expressions.argument(each));
            }
            boolean isNull = translated.size() == 1 && translated.get(0).type().kind() == Type.Kind.NULL;
            return Expr.of(
                    use(Str.class) + ".percent(" + JavaText.string(format)
                            + (isNull
                                    ? ", (Object) null"
                                    : single
                                            ? args.toString()
                                            : ", " + use(dev.gangway.porting.Tuple.class) + ".of(" + args.substring(2)
                                                    + ")")
                            + ")",
                    Type.STRING);
        }
        return Expr.of(
                use(Str.class) + ".percent(" + JavaText.string(format) + ", "
                        + expressions.argument(expressions.of(right)) + ")",
                Type.STRING);
    }

    private String arguments(Node tuple) {
        return expressions.of(tuple).text();
    }

    private static boolean isSimple(String format, List<Node> values) {
        String rest = SIMPLE.matcher(format).replaceAll("");
        long fields = SIMPLE.matcher(format)
                .results()
                .filter(field -> !field.group(1).equals("%"))
                .count();
        return !rest.contains("%") && fields == values.size();
    }

    /** Translates {@code "…".format(…)} with a format that is written in the source. */
    Expr format(Node text, List<Node> args, List<Node> keywords) {
        String format = text.text("v");
        String rest = FIELD.matcher(format).replaceAll("");
        boolean simple =
                !rest.contains("{") && !rest.contains("}") && args.stream().noneMatch(each -> each.is("Starred"));
        if (simple) {
            List<Expr> parts = new ArrayList<>();
            Matcher matcher = FIELD.matcher(format);
            int at = 0;
            int index = 0;
            while (simple && matcher.find()) {
                parts.add(Expr.of(JavaText.string(format.substring(at, matcher.start())), Type.STRING));
                at = matcher.end();
                String name = matcher.group(1);
                if (name == null) {
                    parts.add(Expr.of(JavaText.string(matcher.group().substring(1)), Type.STRING));
                    continue;
                }
                Node value = name.isEmpty()
                        ? get(args, index++)
                        : name.matches("\\d+") ? get(args, Integer.parseInt(name)) : keyword(keywords, name);
                if (value == null) {
                    simple = false;
                } else {
                    parts.add(expressions.of(value));
                }
            }
            if (simple) {
                parts.add(Expr.of(JavaText.string(format.substring(at)), Type.STRING));
                return sum(parts);
            }
        }
        return Expr.of("", Type.BOTTOM);
    }

    private static @org.jspecify.annotations.Nullable Node get(List<Node> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    private static @org.jspecify.annotations.Nullable Node keyword(List<Node> keywords, String name) {
        return keywords.stream()
                .filter(each -> each.text("arg").equals(name))
                .map(each -> each.get("value"))
                .findFirst()
                .orElse(null);
    }
}
