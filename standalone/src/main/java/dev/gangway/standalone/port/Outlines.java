package dev.gangway.standalone.port;

import dev.gangway.porting.UnportedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the handler classes of a module without their code: each method {@code do_*} throws, and so does {@code main}. */
final class Outlines {
    private final ModuleModel module;
    private final String packageName;
    private final boolean hasMain;

    Outlines(ModuleModel module, String packageName, boolean hasMain) {
        this.module = module;
        this.packageName = packageName;
        this.hasMain = hasMain;
    }

    /** Returns the files by the names of their classes. */
    Map<String, Translator.Layout> write() {
        Map<String, Translator.Layout> files = new LinkedHashMap<>();
        List<PyClass> handlers = module.handlers();
        handlers.forEach(each -> files.put(each.java(), file(each, handlers.size() == 1)));
        if (!files.containsKey(module.file())) {
            Imports imports = new Imports(Set.of(module.file()), module.file());
            Out out = new Out(0);
            out.open((handlers.isEmpty() ? "public " : "") + "final class " + module.file());
            main(imports, out);
            out.close();
            files.put(module.file(), laidOut(imports, out));
        }
        return files;
    }

    private Translator.Layout file(PyClass handler, boolean withMain) {
        Imports imports = new Imports(Set.of(handler.java()), handler.java());
        Out out = new Out(0);
        out.open("public class " + handler.java() + " extends " + imports.use(handler.javaBase()));
        for (Func method : handler.methods().values()) {
            if (method.name().matches("do_\\w+")) {
                out.open("public void " + method.name() + "() throws " + imports.use(IOException.class));
                unported(imports, out, method.node().line());
                out.close();
                out.blank();
            }
        }
        if (withMain) {
            main(imports, out);
        }
        out.close();
        return laidOut(imports, out);
    }

    private void main(Imports imports, Out out) {
        if (hasMain) {
            out.open("public static void main(String[] args)");
            unported(imports, out, 1);
            out.close();
        }
    }

    private void unported(Imports imports, Out out, int line) {
        out.line("throw new " + imports.use(UnportedException.class) + "("
                + JavaText.string(module.tree().name() + ":" + line) + ");");
    }

    private Translator.Layout laidOut(Imports imports, Out out) {
        Out file = imports.head(
                "The handlers of " + module.tree().name()
                        + " without their code: gangway port found no Java for it that compiles.",
                packageName);
        file.addAll(out);
        return Translator.layout(file.lines());
    }
}
