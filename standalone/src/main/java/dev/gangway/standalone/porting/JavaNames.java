package dev.gangway.standalone.porting;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of Python in Java case: the one rule for outlines and ports. */
public final class JavaNames {
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "false",
            "try",
            "void",
            "volatile",
            "while",
            "var",
            "record",
            "yield",
            "_",
            "sealed",
            "permits");

    /** Methods that a class of ours inherits and must not hide by accident. */
    private static final Set<String> INHERITED = Stream.<Class<?>>iterate(
                    CGIHTTPRequestHandler.class, type -> type != null, Class::getSuperclass)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> !Modifier.isPrivate(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet());

    private JavaNames() {}

    /**
     * Turns snake_case to camelCase; a name in capitals stays.
     *
     * @param name a name in Python
     * @return a name that Java allows
     */
    public static String camel(String name) {
        String bare = name.replaceFirst("^_+", "").replaceFirst("_+$", "");
        if (bare.isEmpty()) {
            return "unused";
        }
        if (bare.equals(bare.toUpperCase(java.util.Locale.ROOT)) && bare.length() > 1) {
            return safe(bare);
        }
        StringBuilder camel = new StringBuilder();
        boolean raise = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '_') {
                raise = true;
            } else {
                camel.append(raise ? Character.toUpperCase(c) : c);
                raise = false;
            }
        }
        return safe(camel.toString());
    }

    private static String safe(String name) {
        return RESERVED.contains(name) ? name + "Value" : name;
    }

    /**
     * Returns the name of a variable.
     *
     * @param name its name in Python
     * @return a name that Java allows, in camelCase or all in capitals
     */
    public static String variable(String name) {
        return camel(name);
    }

    /**
     * Returns the name of a class.
     *
     * @param name its name in Python, or that of a file
     * @return a name that Java allows, which begins with a capital letter
     */
    public static String type(String name) {
        String camel = camel(name.replaceAll("[^A-Za-z0-9_]", "_"));
        String raised = Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
        return Character.isDigit(raised.charAt(0)) ? "Module" + raised : raised;
    }

    /**
     * Tells whether a handler inherits a method of this name.
     *
     * @param name a name in Java
     * @return true if a class of Gangway has such a method
     */
    public static boolean isInherited(String name) {
        return INHERITED.contains(name);
    }

    /**
     * Tells whether Java keeps a name for itself.
     *
     * @param name any name
     * @return true if it is a keyword, or as good as one
     */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }
}
