package dev.gangway.standalone.port;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Translates {@code for} and {@code while}, and what stands in their {@code else}. */
final class LoopStatements {
    private final Deque<String> unbroken = new ArrayDeque<>();
    private final Statements statements;
    private final Scope scope;
    private final Expressions expressions;
    private final Out out;

    LoopStatements(Statements statements) {
        this.statements = statements;
        scope = statements.scope();
        expressions = statements.expressions();
        out = statements.out();
    }

    /** Tells whether a break here would leave a switch and not the loop around it. */
    static boolean breaks(List<Node> body) {
        for (Node each : body) {
            if (each.is("Break")) {
                return true;
            }
            if (!each.is("For", "While", "FunctionDef", "ClassDef")) {
                for (List<Node> block : Locals.blocks(each)) {
                    if (breaks(block)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    void loop(Node statement) {
        String flag = beginElse(statement);
        new Loops(expressions)
                .open(statement.get("target"), statement.get("iter"), statement, statements.binder(statement), out);
        statements.block(statement.list("body"));
        out.close();
        endElse(statement, flag);
    }

    /** Begins a loop that may have an {@code else}, which is done if no break has ended the loop. */
    private String beginElse(Node statement) {
        boolean needed = !statement.list("orelse").isEmpty() && breaks(statement.list("body"));
        String flag = needed ? scope.fresh("unbroken") : "";
        if (needed) {
            out.line("boolean " + flag + " = true;");
        }
        unbroken.push(flag);
        return flag;
    }

    private void endElse(Node statement, String flag) {
        unbroken.pop();
        if (statement.list("orelse").isEmpty()) {
            return;
        }
        if (flag.isEmpty()) {
            statements.block(statement.list("orelse"));
            return;
        }
        out.open("if (" + flag + ")");
        statements.block(statement.list("orelse"));
        out.close();
    }

    void whileLoop(Node statement) {
        String flag = beginElse(statement);
        whileBody(statement);
        endElse(statement, flag);
    }

    private void whileBody(Node statement) {
        Node test = statement.get("test");
        if (isTrue(test)) {
            out.open("while (true)");
            statements.block(statement.list("body"));
            out.close();
            return;
        }
        Out pre = scope.swapPre(new Out(0));
        Expr condition = expressions.conditions().truthOf(test);
        Out before = scope.swapPre(pre);
        if (before.isEmpty()) {
            out.open("while (" + condition.text() + ")");
        } else {
            out.open("while (true)");
            out.addShifted(before.lines());
            out.open("if (!" + condition.at(Expr.UNARY) + ")");
            out.line("break;");
            out.close();
        }
        statements.block(statement.list("body"));
        out.close();
    }

    static boolean isTrue(Node test) {
        return test.isConstant("bool") && test.truth("v")
                || test.isConstant("int") && !test.text("v").equals("0");
    }

    /** Translates {@code break}. */
    void leave() {
        String flag = unbroken.peek();
        if (flag != null && !flag.isEmpty()) {
            out.line(flag + " = false;");
        }
        out.line("break;");
    }
}
