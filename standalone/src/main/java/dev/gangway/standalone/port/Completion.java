package dev.gangway.standalone.port;

import java.util.List;

/** Tells which statements may end normally, as Java sees it (JLS §14.22). */
final class Completion {
    private final Statements statements;

    Completion(Statements statements) {
        this.statements = statements;
    }

    boolean completesAll(List<Node> body) {
        return body.stream().allMatch(this::completes);
    }

    /** Tells whether Java takes a statement for one that may end normally (JLS §14.22). */
    boolean completes(Node statement) {
        Boolean left = statements.unported().ends(statement);
        if (left != null) {
            return !left;
        }
        return switch (statement.type()) {
            case "Return", "Raise", "Break", "Continue" -> false;
            case "If" ->
                statement.list("orelse").isEmpty()
                        || IfStatements.isImportGuard(statement)
                        || completesAll(statement.list("body"))
                        || completesAll(statement.list("orelse"));
            case "While" ->
                !LoopStatements.isTrue(statement.get("test")) || LoopStatements.breaks(statement.list("body"));
            case "Try" -> completesTry(statement);
            case "Match" -> statements.matchStatements().completes(statement);
            case "With" -> statements.withStatements().catches(statement) || completesAll(statement.list("body"));
            default -> true;
        };
    }

    private boolean completesTry(Node statement) {
        if (ModuleModel.isImports(statement) || statements.tryStatements().isBare(statement)) {
            return true;
        }
        List<Node> last = statement.list("finalbody");
        if (!last.isEmpty() && !completesAll(last)) {
            return false;
        }
        boolean body = completesAll(statement.list("body")) && completesAll(statement.list("orelse"));
        return body || statement.list("handlers").stream().anyMatch(each -> completesAll(each.list("body")));
    }
}
