package dev.gangway.standalone.port;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates {@code super().method(…)} of a class of Gangway. Its shorter overloads are final and call the longest one, which the
 * port overrides: a call of a shorter one would come back. The arguments that are left out get their defaults here.
 */
final class SuperCalls {
    private final Invocation invocation;

    SuperCalls(Invocation invocation) {
        this.invocation = invocation;
    }

    @Nullable Expr call(List<Method> methods, Expr receiver, Arguments arguments) {
        List<Method> open = methods.stream()
                .filter(method -> !Modifier.isFinal(method.getModifiers()))
                .toList();
        int longest = open.stream().mapToInt(Method::getParameterCount).max().orElse(0);
        List<Expr> args = new ArrayList<>(arguments.args());
        Map<String, Expr> keywords = arguments.keywords();
        while (args.size() + keywords.size() <= longest) {
            Expr found = invocation.call(open, receiver, args, keywords, true);
            if (found != null || !keywords.isEmpty()) {
                return found != null ? found : invocation.call(methods, receiver, args, keywords, true);
            }
            args.add(missing(open));
        }
        return invocation.call(methods, receiver, arguments.args(), keywords, true);
    }

    /** Returns the default of http.server: "-" for the status and size of a log line, else {@code None}. */
    private static Expr missing(List<Method> open) {
        boolean log = open.stream().anyMatch(method -> method.getName().equals("logRequest"));
        return log ? Expr.of("\"-\"", Type.STRING) : Expr.of("null", Type.NULL);
    }
}
