package dev.gangway.standalone.port;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Translates statements. */
final class Statements {
    private final Scope scope;
    private final Expressions expressions;
    private final Report report;
    private final Out out;
    private final Set<Integer> commented = new HashSet<>();
    private int depth;
    private final Unported unported;
    private final Heads heads;
    private final Completion completion;
    private final ExpressionStatements expressionStatements;
    private final Assignments assignments;
    private final IfStatements ifStatements;
    private final LoopStatements loopStatements;
    private final TryStatements tryStatements;
    private final WithStatements withStatements;
    private final InnerFunctions innerFunctions;
    private final MatchStatements matchStatements;

    Statements(Scope scope, Report report, Out out) {
        this.scope = scope;
        this.report = report;
        this.out = out;
        expressions = new Expressions(scope);
        unported = new Unported(this);
        heads = new Heads(this);
        completion = new Completion(this);
        expressionStatements = new ExpressionStatements(this);
        assignments = new Assignments(this);
        ifStatements = new IfStatements(this);
        loopStatements = new LoopStatements(this);
        tryStatements = new TryStatements(this);
        withStatements = new WithStatements(this);
        innerFunctions = new InnerFunctions(this);
        matchStatements = new MatchStatements(this);
    }

    TryStatements tryStatements() {
        return tryStatements;
    }

    WithStatements withStatements() {
        return withStatements;
    }

    MatchStatements matchStatements() {
        return matchStatements;
    }

    Unported unported() {
        return unported;
    }

    Completion completion() {
        return completion;
    }

    Assignments assignments() {
        return assignments;
    }

    Scope scope() {
        return scope;
    }

    Report report() {
        return report;
    }

    Out out() {
        return out;
    }

    Expressions expressions() {
        return expressions;
    }

    String use(Class<?> type) {
        return scope.imports().use(type);
    }

    /** Says that the block must be able to end, as that of an initializer must. */
    Statements mayEnd() {
        unported.mayEnd();
        return this;
    }

    /** Takes over which comments stand already in the Java. */
    void commented(Statements outer) {
        commented.addAll(outer.commented);
    }

    /** Translates the body of a function. */
    void body(List<Node> statements) {
        block(statements);
    }

    void block(List<Node> statements) {
        depth++;
        for (int i = 0; i < statements.size(); i++) {
            Node statement = statements.get(i);
            comments(statement);
            statement(statement, depth == 1 && i == statements.size() - 1 && statement.statements() > 0);
            if (!completion.completes(statement)) {
                unported.leaveUnreachable(statements.subList(i + 1, statements.size()));
                break;
            }
        }
        depth--;
    }

    private void statement(Node statement, boolean last) {
        int size = out.size();
        int indent = out.indent();
        boolean io = scope.throwsIo();
        Node outer = out.origin();
        out.origin(statement);
        Out pre = scope.swapPre(new Out(0));
        int mark = report.mark();
        try {
            String refusal = report.refusal(statement);
            if (refusal != null) {
                throw new Untranslatable(refusal);
            }
            for (Var var : scope.locals().before(statement)) {
                out.line(declaration(var, zero(var.type())));
                scope.take(var.name());
            }
            translate(statement);
        } catch (RuntimeException e) {
            String reason = e instanceof Untranslatable known ? known.reason() : "a fault of gangway port: " + e;
            out.truncate(size, indent);
            scope.throwsIo(io);
            report.reset(mark);
            statement.walk(scope.module()::leaveNoMore);
            for (Var var : scope.locals().before(statement)) {
                out.line(declaration(var, zero(var.type())));
            }
            if (!heads.leave(statement, reason)) {
                unported.unported(statement, last, reason);
            }
        } finally {
            scope.swapPre(pre);
            out.origin(outer);
        }
    }

    /** Declares a variable with its first value. */
    String declaration(Var var, String value) {
        if (!var.isBoxed()) {
            return var.type().text(scope.imports()) + " " + var.java() + " = " + value + ";";
        }
        String first = !value.equals("0") ? value : var.type().kind() == Type.Kind.DOUBLE ? "0.0" : "0L";
        String cell = expressions.use(dev.gangway.porting.Cell.class);
        return cell + "<" + var.type().boxed(scope.imports()) + "> " + var.name() + " = new " + cell + "<>(" + first
                + ");";
    }

    static String zero(Type type) {
        return switch (type.kind()) {
            case BOOLEAN -> "false";
            case INT, LONG, DOUBLE -> "0";
            default -> "null";
        };
    }

    /** Keeps the comments that stand before a statement or behind its first line. */
    void comments(Node statement) {
        PythonTree tree = scope.module().tree();
        int from = statement.line() - 1;
        while (tree.comments().containsKey(from) && !tree.trailing().contains(from)) {
            from--;
        }
        for (int i = from + 1; i <= statement.line(); i++) {
            String comment = tree.comments().get(i);
            if (comment != null && commented.add(i)) {
                String text = comment.replaceFirst("^#+\\s?", "").stripTrailing();
                boolean ours = !text.startsWith("type:")
                        && !text.startsWith("noqa")
                        && !text.startsWith("pylint")
                        && !text.startsWith("!");
                if (ours && !text.isEmpty()) {
                    out.line("// " + JavaText.comment(text));
                }
            }
        }
    }

    void flush() {
        out.addShifted(scope.pre().lines());
        scope.pre().truncate(0, 0);
    }

    void translate(Node statement) {
        switch (statement.type()) {
            case "Expr" -> expressionStatements.expression(statement.get("value"));
            case "Assign" -> assignments.assign(statement);
            case "AnnAssign" -> assignments.annotated(statement);
            case "AugAssign" -> assignments.augmented(statement);
            case "Return" -> returns(statement);
            case "If" -> ifStatements.branch(statement);
            case "For" -> loopStatements.loop(statement);
            case "While" -> loopStatements.whileLoop(statement);
            case "Try" -> tryStatements.tryStatement(statement);
            case "With" -> withStatements.with(statement, 0);
            case "Raise" -> tryStatements.raise(statement);
            case "Pass", "Import", "ImportFrom", "Global", "Nonlocal" -> {}
            case "Break" -> loopStatements.leave();
            case "Continue" -> out.line("continue;");
            case "Delete" -> statement.list("targets").forEach(assignments::delete);
            case "Assert" -> tryStatements.assertion(statement);
            case "Match" -> matchStatements.match(statement);
            case "Print" -> expressionStatements.print(statement);
            case "FunctionDef" -> innerFunctions.inner(statement);
            case "ClassDef" -> {
                if (scope.module().classOf(statement) == null) {
                    throw new Untranslatable("a class here");
                }
            }
            default -> throw new Untranslatable("the statement " + statement.type());
        }
    }

    void nested(Runnable body) {
        Out pre = scope.swapPre(new Out(0));
        try {
            body.run();
        } finally {
            scope.swapPre(pre);
        }
    }

    String condition(Node test) {
        String text = expressions.conditions().truth(test);
        flush();
        return text;
    }

    Loops.Binder binder(Node statement) {
        return new Loops.Binder() {
            @Override
            public Var of(Node name) {
                Var var = expressions.variables().of(name);
                if (var == null) {
                    throw new Untranslatable("such a target");
                }
                return var;
            }

            @Override
            public boolean declares(Var var) {
                boolean here = Statements.this.declares(statement, var);
                if (here) {
                    scope.take(var.java());
                }
                return here;
            }
        };
    }

    boolean declares(Node statement, Var var) {
        if (var.isBoxed() || !scope.locals().declares(statement, var)) {
            return false;
        }
        Var before = var.previous();
        return before == null || !sharesPlace(var, before);
    }

    /** Tells whether a variable is the Java variable that the one before it was. */
    private static boolean sharesPlace(Var var, Var before) {
        return var.java().equals(before.java());
    }

    private void returns(Node statement) {
        Node value = statement.find("value");
        Func function = scope.function();
        if (function != null && function.isGenerator()) {
            if (value != null && !value.isConstant("none")) {
                throw new Untranslatable("a generator that returns a value");
            }
            out.line("return;");
            return;
        }
        if (scope.isLambda()) {
            String text = value == null ? "null" : returned(value);
            flush();
            out.line("return " + text + ";");
            return;
        }
        if (function == null) {
            throw new Untranslatable("return here");
        }
        Type type = expressions.functions().resultOf(function);
        if (value == null || value.isConstant("none")) {
            function.result().observe(Type.NULL);
            if (value != null && function.overridden() == null) {
                function.result().observe(Type.NULL);
            }
            out.line(type.kind() == Type.Kind.VOID ? "return;" : "return " + zero(type) + ";");
            return;
        }
        Expr x = expressions.of(value);
        flush();
        if (x.type().kind() == Type.Kind.VOID) {
            function.result().observe(Type.NULL);
            out.line(x.text() + ";");
            out.line(type.kind() == Type.Kind.VOID ? "return;" : "return " + zero(type) + ";");
            return;
        }
        function.result().assigned();
        function.result().observe(x.type().kind() == Type.Kind.INT ? Type.LONG : x.type());
        if (type.kind() == Type.Kind.VOID || name(function).equals("__init__")) {
            if (x.text().endsWith(")") && x.level() == Expr.PRIMARY) {
                out.line(x.text() + ";");
            }
            out.line("return;");
            return;
        }
        out.line("return " + expressions.coercion().to(x, type) + ";");
    }

    private String returned(Node value) {
        Expr x = expressions.of(value);
        if (x.type().kind() == Type.Kind.VOID) {
            flush();
            out.line(x.text() + ";");
            return "null";
        }
        return expressions.argument(x);
    }

    static String name(Func function) {
        return function.name();
    }
}
