package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a module that are left to the porter. */
final class Report {
    /**
     * A statement that was left.
     *
     * @param line where it stands
     * @param reason why, short
     * @param statements how many statements it holds, itself included
     */
    record Left(String file, int line, String reason, int statements) {}

    private final List<Left> left = new ArrayList<>();
    private final IdentityHashMap<Node, String> refused = new IdentityHashMap<>();

    void leave(String file, Node statement, String reason) {
        left.add(new Left(file, statement.line(), reason, Math.max(1, statement.statements())));
    }

    /** Forgets what an earlier round has left. */
    void clear() {
        left.clear();
    }

    List<Left> left() {
        return left;
    }

    /** Says that a statement is not translated, because its Java does not compile. */
    void refuse(Node statement, String reason) {
        refused.put(statement, reason);
    }

    @Nullable String refusal(Node statement) {
        return refused.get(statement);
    }

    boolean isRefused(Node statement) {
        return refused.containsKey(statement);
    }
}
