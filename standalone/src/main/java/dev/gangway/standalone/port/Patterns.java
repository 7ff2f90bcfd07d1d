package dev.gangway.standalone.port;

import dev.gangway.porting.Dynamic;
import dev.gangway.porting.Matching;
import java.util.ArrayList;
import java.util.List;

/** Translates the patterns of {@code match} to conditions, and finds which names they bind. */
final class Patterns {
    /**
     * A name that is bound if the pattern fits.
     *
     * @param pattern the node that has the name
     * @param value what it is bound to
     */
    record Binding(Node pattern, Expr value) {}

    /**
     * A translated pattern.
     *
     * @param condition "" if the pattern always fits
     * @param bindings in the order of the source
     */
    record Found(String condition, List<Binding> bindings) {}

    private final Expressions expressions;
    private final List<String> conditions = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();

    Patterns(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Translates a pattern. */
    Found of(Node pattern, Expr subject) {
        add(pattern, subject);
        return new Found(String.join(" && ", conditions), bindings);
    }

    private void add(Node pattern, Expr subject) {
        switch (pattern.type()) {
            case "MatchValue" ->
                condition(expressions.conditions().equal(subject, expressions.of(pattern.get("value"))));
            case "MatchSingleton" -> singleton(pattern.get("value"), subject);
            case "MatchOr" -> alternatives(pattern, subject);
            case "MatchAs" -> {
                Node inner = pattern.find("pattern");
                if (inner != null) {
                    add(inner, subject);
                }
                if (!pattern.text("name").isEmpty()) {
                    bindings.add(new Binding(pattern, subject));
                }
            }
            case "MatchSequence" -> sequence(pattern, subject);
            case "MatchMapping" -> mapping(pattern, subject);
            case "MatchClass" -> ofClass(pattern, subject);
            default -> throw new Untranslatable("the pattern " + pattern.type());
        }
    }

    private void condition(Expr x) {
        conditions.add(x.at(Expr.AND + 1));
    }

    private String use() {
        return expressions.use(Matching.class);
    }

    private void singleton(Node value, Expr subject) {
        String object = expressions.argument(subject);
        conditions.add(
                value.isConstant("none")
                        ? (subject.type().isPrimitive() ? "false" : subject.at(Expr.EQUALITY) + " == null")
                        : (value.truth("v") ? "Boolean.TRUE" : "Boolean.FALSE") + ".equals(" + object + ")");
    }

    private void alternatives(Node pattern, Expr subject) {
        List<String> parts = new ArrayList<>();
        for (Node each : pattern.list("patterns")) {
            Found found = new Patterns(expressions).of(each, subject);
            if (!found.bindings().isEmpty()) {
                throw new Untranslatable("a name in one of several patterns");
            }
            if (found.condition().isEmpty()) {
                return;
            }
            parts.add(found.condition().contains(" && ") ? "(" + found.condition() + ")" : found.condition());
        }
        conditions.add(parts.size() == 1 ? parts.get(0) : "(" + String.join(" || ", parts) + ")");
    }

    private void sequence(Node pattern, Expr subject) {
        List<Node> parts = pattern.list("patterns");
        String object = expressions.argument(subject);
        int star = -1;
        for (int i = 0; i < parts.size(); i++) {
            star = parts.get(i).is("MatchStar") ? i : star;
        }
        conditions.add(use() + (star < 0 ? ".isSequence(" : ".isSequenceOf(") + object + ", "
                + (star < 0 ? parts.size() : parts.size() - 1) + ")");
        for (int i = 0; i < parts.size(); i++) {
            if (i == star) {
                if (!parts.get(i).text("name").isEmpty()) {
                    String rest = use() + ".rest(" + object + ", " + i + ", " + (parts.size() - 1 - i) + ")";
                    bindings.add(new Binding(parts.get(i), Expr.of(rest, Type.list(Type.OBJECT))));
                }
                continue;
            }
            int index = star >= 0 && i > star ? i - parts.size() : i;
            add(parts.get(i), Expr.of(use() + ".item(" + object + ", " + index + ")", Type.OBJECT));
        }
    }

    private void mapping(Node pattern, Expr subject) {
        String object = expressions.argument(subject);
        List<Node> keys = pattern.list("keys");
        List<String> names = new ArrayList<>(List.of(object));
        keys.forEach(key -> names.add(expressions.object(key)));
        conditions.add(use() + ".isMapping(" + String.join(", ", names) + ")");
        for (int i = 0; i < keys.size(); i++) {
            String value = use() + ".value(" + object + ", " + names.get(i + 1) + ")";
            add(pattern.list("patterns").get(i), Expr.of(value, Type.OBJECT));
        }
        if (!pattern.text("rest").isEmpty()) {
            bindings.add(new Binding(
                    pattern,
                    Expr.of(
                            use() + ".without(" + String.join(", ", names) + ")",
                            Type.dict(Type.OBJECT, Type.OBJECT))));
        }
    }

    private void ofClass(Node pattern, Expr subject) {
        List<Node> positional = pattern.list("patterns");
        boolean own = expressions
                .scope()
                .module()
                .classes()
                .containsKey(expressions.scope().module().qualified(pattern.get("cls")));
        if (positional.size() > (own ? 0 : 1)) {
            throw new Untranslatable("a class pattern with positional parts");
        }
        condition(expressions
                .calls()
                .builtins()
                .isInstance(Expr.of(expressions.argument(subject), Type.OBJECT), pattern.get("cls")));
        positional.forEach(each -> add(each, subject));
        List<String> names = pattern.texts("kwd_attrs");
        for (int i = 0; i < names.size(); i++) {
            String value = expressions.use(Dynamic.class) + ".attribute(" + expressions.argument(subject) + ", "
                    + JavaText.string(names.get(i)) + ")";
            add(pattern.list("kwd_patterns").get(i), Expr.of(value, Type.OBJECT));
        }
    }
}
