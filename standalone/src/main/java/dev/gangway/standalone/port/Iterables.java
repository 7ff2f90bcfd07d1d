package dev.gangway.standalone.port;

import dev.gangway.http.HTTPMessage;
import dev.gangway.porting.Bytes;
import dev.gangway.porting.Python;
import dev.gangway.porting.Str;

/** Translates what a loop goes through. */
final class Iterables {
    private final Expressions expressions;
    private final Scope scope;
    private final Coercion coercion;

    Iterables(Expressions expressions) {
        this.expressions = expressions;
        scope = expressions.scope();
        coercion = expressions.coercion();
    }

    /** Returns an expression that loops can go through, and the type of what it gives. */
    Expr of(Node node) {
        Expr x = expressions.of(node);
        return of(x);
    }

    Expr of(Expr x) {
        Type type = x.type();
        return switch (type.kind()) {
            case LIST, SET -> x;
            case TUPLE -> x.as(Type.list(Type.OBJECT));
            case DICT -> Expr.of(x.at(Expr.PRIMARY) + ".keySet()", Type.list(type.element()));
            case STRING -> Expr.of(expressions.use(Str.class) + ".characters(" + x.text() + ")", Type.STRINGS);
            case BYTES -> Expr.of(expressions.use(Bytes.class) + ".values(" + x.text() + ")", Type.list(Type.LONG));
            case JAVA -> javaIterable(x);
            default ->
                Expr.of(
                        expressions.use(Python.class) + ".iterate(" + coercion.to(x, Type.OBJECT) + ")",
                        Type.list(Type.OBJECT));
        };
    }

    private Expr javaIterable(Expr x) {
        Class<?> java = x.type().java();
        if (java == dev.gangway.porting.PythonFile.class && x.text().length() > 0) {
            scope.mayThrowIo();
            return Expr.of(x.at(Expr.PRIMARY) + ".readlines()", Type.list(Type.OBJECT));
        }
        if (java == dev.gangway.porting.Generator.class) {
            scope.mayThrowIo();
            return Expr.of(x.at(Expr.PRIMARY) + ".values()", Type.list(Type.OBJECT));
        }
        if (x.type().isJava(java.io.InputStream.class)) {
            scope.mayThrowIo();
            return Expr.of(
                    expressions.use(dev.gangway.porting.Streams.class) + ".lines(" + x.text() + ")",
                    Type.list(Type.BYTES));
        }
        if (x.type().isJava(HTTPMessage.class)) {
            return Expr.of(x.at(Expr.PRIMARY) + ".keys()", Type.STRINGS);
        }
        return Expr.of(
                expressions.use(Python.class) + ".iterate(" + coercion.to(x, Type.OBJECT) + ")",
                Type.list(Type.OBJECT));
    }
}
