package dev.gangway.standalone.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
    private final Set<Node> refusedWhole = Collections.newSetFromMap(new IdentityHashMap<>());

    void leave(String file, Node statement, String reason) {
        left.add(new Left(file, statement.line(), reason, Math.max(1, statement.statements())));
    }

    /** Says that the head of a statement was left, and that the statements inside of it were not. */
    void leaveHead(String file, Node statement, String reason) {
        left.add(new Left(file, statement.line(), reason, 1));
    }

    /** Returns how much was left so far. */
    int mark() {
        return left.size();
    }

    /** Forgets what was left since a mark, because those statements are translated again or left as a whole. */
    void reset(int mark) {
        left.subList(mark, left.size()).clear();
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
        if (refused.put(statement, reason) != null) {
            refusedWhole.add(statement);
        }
    }

    /** Tells whether leaving the head of a statement was not enough. */
    boolean isRefusedWhole(Node statement) {
        return refusedWhole.contains(statement);
    }

    @Nullable String refusal(Node statement) {
        return refused.get(statement);
    }

    boolean isRefused(Node statement) {
        return refused.containsKey(statement);
    }
}
