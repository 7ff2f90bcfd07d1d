package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates {@code if}, as a {@code switch} where a text is compared with literals. */
final class IfStatements {
    private static final int SWITCH_CASES = 3;

    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;

    IfStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        report = statements.report();
        out = statements.out();
    }

    void branch(Node statement) {
        if (isImportGuard(statement)) {
            return;
        }
        if (switchOn(statement)) {
            return;
        }
        out.open("if (" + statements.condition(statement.get("test")) + ")");
        statements.block(statement.list("body"));
        List<Node> rest = statement.list("orelse");
        while (!rest.isEmpty()) {
            Node next = rest.get(0);
            if (rest.size() == 1
                    && next.is("If")
                    && !report.isRefused(next)
                    && scope.locals().before(next).isEmpty()) {
                Out pre = scope.swapPre(new Out(0));
                String test;
                int size = out.size();
                int indent = out.indent();
                try {
                    test = expressions.conditions().truth(next.get("test"));
                } catch (Untranslatable e) {
                    scope.swapPre(pre);
                    out.truncate(size, indent);
                    break;
                }
                Out more = scope.swapPre(pre);
                if (!more.isEmpty()) {
                    break;
                }
                statements.comments(next);
                out.close("} else if (" + test + ") {");
                statements.block(next.list("body"));
                rest = next.list("orelse");
            } else {
                break;
            }
        }
        if (!rest.isEmpty()) {
            out.close("} else {");
            statements.block(rest);
        }
        out.close();
    }

    static boolean isImportGuard(Node statement) {
        return statement.list("body").stream().allMatch(each -> each.is("Import", "ImportFrom"))
                && statement.list("orelse").stream().allMatch(each -> each.is("Import", "ImportFrom"));
    }

    /** Translates a chain that compares one text with literals. */
    private boolean switchOn(Node statement) {
        List<Node> bodies = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        Node subject = null;
        Node at = statement;
        List<Node> rest = List.of();
        Set<String> seen = new HashSet<>();
        while (true) {
            List<String> cases = new ArrayList<>();
            Node here = scope.module().isLeft(at.get("test")) ? null : caseOf(at.get("test"), cases);
            if (here == null || subject != null && !subject.dottedOrEmpty().equals(here.dottedOrEmpty())) {
                return false;
            }
            for (String each : cases) {
                if (!seen.add(each)) {
                    return false;
                }
            }
            subject = here;
            labels.add(cases);
            bodies.add(at);
            rest = at.list("orelse");
            if (rest.size() == 1
                    && rest.get(0).is("If")
                    && scope.locals().before(rest.get(0)).isEmpty()) {
                at = rest.get(0);
            } else {
                break;
            }
        }
        if (bodies.size() < SWITCH_CASES) {
            return false;
        }
        for (Node body : bodies) {
            if (LoopStatements.breaks(body.list("body")) || report.isRefused(body)) {
                return false;
            }
        }
        if (LoopStatements.breaks(rest)) {
            return false;
        }
        Expr value = expressions.of(subject);
        if (value.type().kind() != Type.Kind.STRING || value.isNullable()) {
            return false;
        }
        statements.flush();
        out.open("switch (" + value.text() + ")");
        for (int i = 0; i < bodies.size(); i++) {
            statements.comments(bodies.get(i));
            out.open("case " + String.join(", ", labels.get(i)) + " ->");
            statements.block(bodies.get(i).list("body"));
            out.close();
        }
        if (rest.isEmpty()) {
            out.line("default -> {}");
        } else {
            out.open("default ->");
            statements.block(rest);
            out.close();
        }
        out.close();
        return true;
    }

    private static @Nullable Node caseOf(Node test, List<String> cases) {
        if (!test.is("Compare")
                || test.texts("ops").size() != 1
                || test.get("left").dotted() == null) {
            return null;
        }
        Node other = test.list("comparators").get(0);
        if (test.texts("ops").get(0).equals("Eq") && other.isText()) {
            cases.add(JavaText.string(other.text("v")));
            return test.get("left");
        }
        boolean in = test.texts("ops").get(0).equals("In")
                && other.is("Tuple", "List")
                && other.list("elts").stream().allMatch(Node::isText)
                && !other.list("elts").isEmpty();
        if (in) {
            other.list("elts").forEach(each -> cases.add(JavaText.string(each.text("v"))));
            return test.get("left");
        }
        return null;
    }
}
