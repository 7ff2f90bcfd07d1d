package dev.gangway.standalone.porting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the skeleton of a port. What it writes compiles, and throws wherever something is left to do. */
final class JavaOutline {
    /** A string that means the same in Java: without a quote, and with no escape but those that both know. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("u?([\"'])((?:[^\"'\\\\\n]|\\\\[nrt\\\\])*)\\1");

    private static final Pattern PARAMETER = Pattern.compile("\\**(\\w+).*", Pattern.DOTALL);
    private static final List<String> RESERVED = List.of(
            "default",
            "new",
            "int",
            "long",
            "char",
            "public",
            "private",
            "static",
            "final",
            "package",
            "interface",
            "switch",
            "case",
            "this",
            "throw",
            "void",
            "boolean",
            "do",
            "double",
            "float",
            "short",
            "byte",
            "enum",
            "native",
            "super");
    private static final String IMPORTS = """
            import dev.gangway.handler.*;
            import dev.gangway.host.*;
            import dev.gangway.http.*;
            import java.io.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;

    private final String file;
    private final List<String> lines;
    private final StringBuilder java = new StringBuilder();

    JavaOutline(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    String write(List<PythonClass> handlers) {
        java.append("// The outline of ").append(file).append(". docs/porting.md explains the numbers in brackets.\n");
        writeDecisions(handlers);
        java.append('\n').append(IMPORTS);
        boolean first = true;
        for (PythonClass handler : handlers) {
            java.append('\n').append(first ? "public " : "").append("class ").append(handler.name());
            java.append(" extends ").append(base(handler)).append(" {\n");
            writeConstructor(handler);
            handler.methods().stream()
                    .filter(method -> !method.name().equals("__init__"))
                    .forEach(this::writeMethod);
            handler.attributes().forEach(this::writeAliases);
            java.append("}\n");
            first = false;
        }
        return java.toString();
    }

    private static String base(PythonClass handler) {
        return handler.bases().stream()
                .map(base -> base.substring(base.lastIndexOf('.') + 1))
                .filter(base -> !base.contains("=") && !base.equals("object") && !base.endsWith("Mixin"))
                .findFirst()
                .orElse("BaseHTTPRequestHandler");
    }

    private void writeDecisions(List<PythonClass> handlers) {
        List<String> decisions = new ArrayList<>();
        for (PythonClass handler : handlers) {
            int end = handler.methods().stream()
                    .mapToInt(PythonClass.Method::end)
                    .max()
                    .orElse(handler.line());
            for (int i = handler.line(); i <= Math.min(end, lines.size()); i++) {
                decide(i, lines.get(i - 1)).forEach(decisions::add);
            }
        }
        java.append(decisions.isEmpty() ? "" : "//\n// To decide:\n");
        decisions.forEach(decision -> java.append(decision).append('\n'));
    }

    private List<String> decide(int number, String line) {
        String code = line.strip();
        if (code.startsWith("#")) {
            return List.of();
        }
        return Decision.ALL.stream()
                .filter(decision -> decision.pattern().matcher(line).find())
                .limit(2)
                .map(decision -> "//   line " + number + ": " + decision.advice())
                .toList();
    }

    private void writeConstructor(PythonClass handler) {
        List<String> settings = new ArrayList<>();
        for (PythonClass.Attribute attribute : handler.attributes()) {
            if (attribute.names().get(0).startsWith("do_")) {
                continue;
            }
            Matcher text = PLAIN_TEXT.matcher(attribute.value());
            boolean known = KnownMembers.isText(attribute.names().get(0)) && text.matches();
            String name = KnownMembers.camelCase(attribute.names().get(0));
            settings.add(
                    known
                            ? name + "(\"" + text.group(2) + "\");"
                            : "// line " + attribute.line() + ": " + String.join(" = ", attribute.names()) + " = "
                                    + attribute.value().lines().findFirst().orElse(""));
        }
        PythonClass.@Nullable Method init = handler.methods().stream()
                .filter(method -> method.name().equals("__init__"))
                .findFirst()
                .orElse(null);
        if (settings.isEmpty() && init == null) {
            return;
        }
        java.append("    public ").append(handler.name()).append("() {\n");
        settings.forEach(setting -> java.append("        ").append(setting).append('\n'));
        if (init != null) {
            writeBody(init);
        }
        java.append("    }\n\n");
    }

    private void writeMethod(PythonClass.Method method) {
        String declaration = declaration(method);
        java.append("    // line ")
                .append(method.line())
                .append(": def ")
                .append(method.name())
                .append('\n');
        java.append(declaration).append(" {\n");
        writeBody(method);
        if (!method.isEmpty() || !declaration.contains(" void ")) {
            java.append("        throw new UnsupportedOperationException(\"")
                    .append(method.name())
                    .append(" is not ported yet\");\n");
        }
        java.append("    }\n\n");
    }

    private static String declaration(PythonClass.Method method) {
        String override = KnownMembers.override(method.name());
        if (override != null) {
            return "    @Override\n    public " + override;
        }
        if (method.name().startsWith("do_")) {
            return "    public void " + method.name() + "() throws IOException";
        }
        String parameters = String.join(
                ", ", method.parameters().stream().map(JavaOutline::parameter).toList());
        return "    private Object " + KnownMembers.camelCase(method.name()) + "(" + parameters
                + ") throws IOException";
    }

    private static String parameter(String written) {
        Matcher name = PARAMETER.matcher(written);
        String camel = name.matches() ? KnownMembers.camelCase(name.group(1)) : "unnamed";
        String type = written.startsWith("*") && !written.startsWith("**") ? "Object... " : "Object ";
        return (written.equals("*") || written.equals("/") ? "Object " + camel : type + camel)
                + (RESERVED.contains(camel.toLowerCase(Locale.ROOT)) ? "Value" : "");
    }

    private void writeBody(PythonClass.Method method) {
        int end = Math.min(method.end(), lines.size());
        while (end > method.head() && lines.get(end - 1).isBlank()) {
            end--;
        }
        List<String> body = lines.subList(Math.min(method.head(), end), end);
        int indent = body.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        for (String line : body) {
            String code = line.isBlank() ? "" : " " + line.substring(Math.min(indent, line.length()));
            // Java reads a backslash and a u as a character, in comments too.
            java.append("        //").append(code.replace("\\u", "\\ u")).append('\n');
        }
    }

    private void writeAliases(PythonClass.Attribute attribute) {
        if (!attribute.names().get(0).startsWith("do_") || !attribute.value().matches("do_\\w+")) {
            return;
        }
        for (String name : attribute.names()) {
            java.append("    public void ").append(name).append("() throws IOException {\n        ");
            java.append(attribute.value()).append("();\n    }\n\n");
        }
    }
}
