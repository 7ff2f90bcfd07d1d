package dev.gangway.standalone.port;

import dev.gangway.porting.ContextManager;
import dev.gangway.porting.Generator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes functions with {@code yield}: their body as a method of its own, and the function, which makes a generator of it. */
final class Generators {
    private final Imports imports;

    Generators(Imports imports) {
        this.imports = imports;
    }

    /**
     * Writes the method that is the body.
     *
     * @param declared the parameters of the function
     * @param throwsIo whether the body may throw an {@code IOException}
     * @param body the body
     * @return the body of the function itself
     */
    Out write(Func function, List<String> declared, boolean throwsIo, Out body, Out out) {
        String name = function.java() + "Values";
        List<String> taken = new ArrayList<>(List.of(imports.use(Generator.class) + ".Yield yielded"));
        taken.addAll(declared);
        out.origin(function.node());
        out.open("private " + (function.isStatic() ? "static " : "") + "void " + name + "(" + String.join(", ", taken)
                + ")" + (throwsIo ? " throws " + imports.use(IOException.class) : ""));
        out.addAll(body);
        out.close();
        out.origin(null);
        out.blank();
        List<String> given = new ArrayList<>(List.of("yielded"));
        declared.forEach(each -> given.add(each.substring(each.lastIndexOf(' ') + 1)));
        Out made = new Out(body.indent());
        String generator =
                imports.use(Generator.class) + ".of(yielded -> " + name + "(" + String.join(", ", given) + "))";
        boolean context = function.node().list("decorator_list").stream()
                .anyMatch(each -> each.dottedOrEmpty().endsWith("contextmanager"));
        made.line(
                "return " + (context ? imports.use(ContextManager.class) + ".of(" + generator + ")" : generator) + ";");
        return made;
    }
}
