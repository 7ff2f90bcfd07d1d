package dev.gangway.standalone.port;

import dev.gangway.standalone.porting.JavaNames;
import java.util.HashSet;
import java.util.Set;

/** Gives the variables of {@code main} their names. */
final class MainNames {
    private final Imports imports;

    MainNames(Imports imports) {
        this.imports = imports;
    }

    void give(Scope scope, Locals locals) {
        Set<String> taken = new HashSet<>(Set.of("args"));
        for (Var var : locals.all()) {
            Var before = var.previous();
            if (before != null && before.type().text(imports).equals(var.type().text(imports))) {
                var.java(before.java());
                continue;
            }
            String wanted = JavaNames.variable(var.python());
            wanted = wanted.equals("args") ? "options" : wanted;
            String name = wanted;
            for (int i = 2; taken.contains(name) && before != null; i++) {
                name = wanted + i;
            }
            taken.add(name);
            scope.take(name);
            var.java(name);
        }
    }
}
