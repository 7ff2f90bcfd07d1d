package dev.gangway.standalone.port;

import dev.gangway.porting.UnportedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes statements that cannot be translated: the Python as a comment, and an exception that names the line. */
final class Unported {
    private final Set<Node> wrapped = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private boolean neverLast;
    private final Set<Node> thrown = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;

    Unported(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        report = statements.report();
        out = statements.out();
    }

    void leaveUnreachable(List<Node> rest) {
        for (Node each : rest) {
            for (String line : source(each)) {
                out.line("// " + JavaText.comment(line));
            }
        }
    }

    void unported(Node statement, boolean last, String reason) {
        String file = scope.module().tree().name();
        report.leave(file, statement, reason);
        for (String line : source(statement)) {
            out.line("// " + JavaText.comment(line));
        }
        Set<String> assigned = new HashSet<>();
        Locals.assigned(statement, assigned, new HashSet<>());
        statement.walk(each -> {
            if (each.is("Name")) {
                Var var = scope.locals().binding(each);
                if (var != null && assigned.contains(each.text("id"))) {
                    if (scope.module().isLate()) {
                        var.observe(Type.OBJECT);
                    }
                    boolean own = statement.is("For", "With");
                    if (!own && statements.declares(statement, var) && assigned.remove(each.text("id"))) {
                        out.line(var.type().text(scope.imports()) + " " + var.java() + " = "
                                + Statements.zero(var.type()) + ";");
                    }
                }
            }
        });
        String text = "throw new " + expressions.use(UnportedException.class) + "("
                + JavaText.string(file + ":" + statement.line()) + ");";
        if (last && !neverLast) {
            out.line(text);
            wrapped.remove(statement);
            thrown.add(statement);
        } else {
            out.open("if (true)");
            out.line(text);
            out.close();
            wrapped.add(statement);
        }
    }

    void mayEnd() {
        neverLast = true;
    }

    /** Tells whether a statement was left, and how: true if nothing follows it, false if Java must think so, null if it was not left. */
    @Nullable Boolean ends(Node statement) {
        return thrown.contains(statement) ? Boolean.TRUE : wrapped.contains(statement) ? Boolean.FALSE : null;
    }

    /** Writes the Python of the head of a statement as a comment. */
    void head(Node statement, int lastLine) {
        for (String line : source(statement.line(), lastLine)) {
            out.line("// " + JavaText.comment(line));
        }
    }

    private List<String> source(Node statement) {
        return source(statement.line(), statement.endLine());
    }

    private List<String> source(int from, int to) {
        List<String> lines = scope.module().tree().lines();
        List<String> found = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int i = from; i <= Math.min(to, lines.size()); i++) {
            String line = lines.get(i - 1).replace("\t", "    ");
            found.add(line);
            if (!line.isBlank()) {
                least = Math.min(least, line.length() - line.stripLeading().length());
            }
        }
        int cut = least == Integer.MAX_VALUE ? 0 : least;
        return found.stream()
                .map(line -> line.substring(Math.min(cut, line.length())))
                .toList();
    }
}
