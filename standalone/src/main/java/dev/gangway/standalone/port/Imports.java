package dev.gangway.standalone.port;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The imports of one Java file, found while it is written. */
final class Imports {
    private final TreeMap<String, String> names = new TreeMap<>();
    private final Set<String> constants = new TreeSet<>();
    private final Set<String> taken;
    private final String file;

    /**
     * Makes the imports of a file.
     *
     * @param taken the names of classes of the module, which are never imported
     * @param file the top-level class of the file
     */
    Imports(Set<String> taken, String file) {
        this.taken = taken;
        this.file = file;
    }

    /** Tells whether this is the file of a top-level class. */
    boolean isIn(String name) {
        return file.equals(name);
    }

    /** Returns how a class is named in this file. */
    String use(Class<?> type) {
        if (type.isArray()) {
            return use(type.getComponentType()) + "[]";
        }
        if (type.isPrimitive()) {
            return type.getName();
        }
        Class<?> outer = type.getEnclosingClass();
        if (outer != null) {
            return use(outer) + "." + type.getSimpleName();
        }
        String simple = type.getSimpleName();
        String full = type.getName();
        if (taken.contains(simple)) {
            return full;
        }
        if (type.getPackageName().equals("java.lang")) {
            return simple;
        }
        String known = names.putIfAbsent(simple, full);
        return known == null || known.equals(full) ? simple : full;
    }

    /** Returns the name of a charset. */
    String charset(String name) {
        constants.add(StandardCharsets.class.getName() + "." + name);
        return name;
    }

    /** Returns the lines above a class: a comment, the package, and the imports in the order of the project's format. */
    Out head(String comment, String packageName) {
        Out head = new Out(0);
        head.line("// " + comment);
        if (!packageName.isEmpty()) {
            head.line("package " + packageName + ";");
            head.blank();
        }
        group(head, "import static ", constants);
        group(head, "import ", new TreeSet<>(names.values()));
        return head;
    }

    private static void group(Out head, String word, Collection<String> sorted) {
        sorted.forEach(name -> head.line(word + name + ";"));
        if (!sorted.isEmpty()) {
            head.blank();
        }
    }
}
