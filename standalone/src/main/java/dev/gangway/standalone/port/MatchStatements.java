package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Translates {@code match}: to a {@code switch} where a text is compared with literals, to {@code if} and {@code else if} where no
 * case has a guard, and to a labeled block where one has.
 */
final class MatchStatements {
    private static final int SWITCH_CASES = 3;

    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Out out;

    MatchStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        out = statements.out();
    }

    void match(Node statement) {
        Expr subject = expressions.of(statement.get("subject"));
        statements.flush();
        if (switchOn(statement, subject)) {
            return;
        }
        if (!subject.isSimple() || subject.text().endsWith(")")) {
            String name = scope.fresh("subject");
            Type type = subject.type().settled();
            out.line(type.text(scope.imports()) + " " + name + " = "
                    + expressions.coercion().to(subject, type) + ";");
            subject = Expr.of(name, type);
        }
        if (isGuarded(statement)) {
            guarded(statement, subject);
        } else {
            chain(statement, subject);
        }
    }

    /** Tells whether Java takes the statement for one that may end normally. */
    boolean completes(Node statement) {
        List<Node> cases = statement.list("cases");
        Completion completion = statements.completion();
        return isGuarded(statement)
                || !isIrrefutable(cases.get(cases.size() - 1))
                || cases.stream().anyMatch(each -> completion.completesAll(each.list("body")));
    }

    private static boolean isGuarded(Node statement) {
        return statement.list("cases").stream().anyMatch(each -> each.has("guard"));
    }

    private static boolean isIrrefutable(Node branch) {
        Node pattern = branch.get("pattern");
        return !branch.has("guard") && pattern.is("MatchAs") && pattern.find("pattern") == null;
    }

    private boolean switchOn(Node statement, Expr subject) {
        List<Node> cases = statement.list("cases");
        if (subject.type().kind() != Type.Kind.STRING || subject.isNullable() || cases.size() < SWITCH_CASES) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        List<String> labels = new ArrayList<>();
        for (Node each : cases) {
            boolean last = each == cases.get(cases.size() - 1);
            String label = last
                            && isIrrefutable(each)
                            && each.get("pattern").text("name").isEmpty()
                    ? "default"
                    : each.has("guard") ? null : label(each.get("pattern"), seen);
            if (label == null || LoopStatements.breaks(each.list("body"))) {
                return false;
            }
            labels.add(label);
        }
        out.open("switch (" + subject.text() + ")");
        for (int i = 0; i < cases.size(); i++) {
            comments(cases.get(i));
            out.open(labels.get(i) + " ->");
            statements.block(cases.get(i).list("body"));
            out.close();
        }
        if (!labels.get(labels.size() - 1).equals("default")) {
            out.line("default -> {}");
        }
        out.close();
        return true;
    }

    private static @Nullable String label(Node pattern, Set<String> seen) {
        List<Node> values = pattern.is("MatchOr") ? pattern.list("patterns") : List.of(pattern);
        List<String> texts = new ArrayList<>();
        for (Node each : values) {
            if (!each.is("MatchValue")
                    || !each.get("value").isText()
                    || !seen.add(each.get("value").text("v"))) {
                return null;
            }
            texts.add(JavaText.string(each.get("value").text("v")));
        }
        return "case " + String.join(", ", texts);
    }

    private void comments(Node branch) {
        List<Node> body = branch.list("body");
        if (!body.isEmpty()) {
            statements.comments(body.get(0));
        }
    }

    private void chain(Node statement, Expr subject) {
        List<Node> cases = statement.list("cases");
        for (int i = 0; i < cases.size(); i++) {
            Patterns.Found found = new Patterns(expressions).of(cases.get(i).get("pattern"), subject);
            boolean always = found.condition().isEmpty();
            if (i == 0) {
                out.open("if (" + (always ? "true" : found.condition()) + ")");
            } else {
                out.close(always ? "} else {" : "} else if (" + found.condition() + ") {");
            }
            bind(statement, found);
            comments(cases.get(i));
            statements.block(cases.get(i).list("body"));
            if (always) {
                break;
            }
        }
        out.close();
    }

    private void guarded(Node statement, Expr subject) {
        String label = scope.fresh("matched");
        out.open(label + ":");
        for (Node each : statement.list("cases")) {
            Patterns.Found found = new Patterns(expressions).of(each.get("pattern"), subject);
            out.open("if (" + (found.condition().isEmpty() ? "true" : found.condition()) + ")");
            bind(statement, found);
            Node guard = each.find("guard");
            if (guard != null) {
                out.open("if (" + statements.condition(guard) + ")");
            }
            comments(each);
            statements.block(each.list("body"));
            if (statements.completion().completesAll(each.list("body"))) {
                out.line("break " + label + ";");
            }
            if (guard != null) {
                out.close();
            }
            out.close();
        }
        out.close();
    }

    private void bind(Node statement, Patterns.Found found) {
        for (Patterns.Binding each : found.bindings()) {
            Var var = scope.locals().binding(each.pattern());
            if (var == null) {
                throw new Untranslatable("a name in a pattern");
            }
            Type type = each.value().type();
            var.observe(type.kind() == Type.Kind.INT ? Type.LONG : type);
            String declared = statements.declares(statement, var) ? var.type().text(scope.imports()) + " " : "";
            out.line(declared + var.java() + " = " + expressions.displays().stored(each.value(), var) + ";");
        }
    }
}
