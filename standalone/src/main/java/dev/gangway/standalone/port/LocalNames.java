package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the variables of a function their names in Java. */
final class LocalNames {
    private final Imports imports;

    LocalNames(ClassWriter writer) {
        imports = writer.imports();
    }

    /** Gives the variables of a function their names in Java. */
    void give(Scope scope, @Nullable Func function, Locals locals) {
        Map<String, String> byPython = new HashMap<>();
        Set<String> taken = new HashSet<>();
        if (function != null) {
            for (Var each : function.vars()) {
                if (each != function.result()) {
                    scope.take(each.name());
                    taken.add(each.name());
                    byPython.put(each.python(), each.name());
                }
            }
        }
        for (Var var : locals.all()) {
            Var before = var.previous();
            if (before != null && before.type().text(imports).equals(var.type().text(imports)) && !before.isFixed()) {
                var.java(before.java());
                continue;
            }
            String wanted = before == null
                    ? JavaNames.variable(var.python())
                    : JavaNames.variable(var.python()) + suffix(var.type());
            if (before == null
                    && byPython.containsKey(var.python())
                    && function != null
                    && function.vars().stream().noneMatch(each -> each.python().equals(var.python()))) {
                var.java(byPython.get(var.python()));
                continue;
            }
            String name = wanted;
            for (int i = 2; taken.contains(name); i++) {
                name = wanted + i;
            }
            taken.add(name);
            scope.take(name);
            byPython.putIfAbsent(var.python(), name);
            var.java(name);
        }
    }

    private static String suffix(Type type) {
        return switch (type.kind()) {
            case STRING -> "Text";
            case BYTES -> "Bytes";
            case LIST -> "List";
            case DICT -> "Map";
            case LONG, DOUBLE -> "Number";
            default -> "Value";
        };
    }
}
