package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves the head of a compound statement and translates its body: the condition of an {@code if}, the iterable of a {@code for},
 * the context of a {@code with}. Java throws where the head is evaluated, and the porter has one expression to write.
 */
final class Heads {
    private final Statements statements;
    private final Scope scope;
    private final Report report;
    private final Out out;

    Heads(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        report = statements.report();
        out = statements.out();
    }

    /** Translates a statement all but its head; false if that is not enough, or if it has no body. */
    boolean leave(Node statement, String reason) {
        List<Node> heads = heads(statement);
        if (heads.isEmpty() || report.isRefusedWhole(statement)) {
            return false;
        }
        int size = out.size();
        int indent = out.indent();
        int mark = report.mark();
        boolean io = scope.throwsIo();
        heads.forEach(scope.module()::leave);
        try {
            scope.swapPre(new Out(0));
            report.leaveHead(scope.module().tree().name(), statement, reason);
            statements.unported().head(statement, lastLine(statement));
            statements.translate(statement);
            return true;
        } catch (RuntimeException e) {
            heads.forEach(scope.module()::leaveNoMore);
            out.truncate(size, indent);
            report.reset(mark);
            scope.throwsIo(io);
            return false;
        }
    }

    private static List<Node> heads(Node statement) {
        return switch (statement.type()) {
            case "If" -> IfStatements.isImportGuard(statement) ? List.of() : List.of(statement.get("test"));
            case "While" -> List.of(statement.get("test"));
            case "For" -> List.of(statement.get("iter"));
            case "With" -> {
                List<Node> contexts = new ArrayList<>();
                statement.pairs("items").forEach(item -> contexts.add(item[0]));
                yield contexts;
            }
            default -> List.of();
        };
    }

    private static int lastLine(Node statement) {
        List<Node> body = statement.list("body");
        int first = body.isEmpty() ? statement.line() : body.get(0).line();
        return Math.max(statement.line(), first - 1);
    }
}
