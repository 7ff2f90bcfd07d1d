package dev.gangway.standalone.porting;

import dev.gangway.handler.CGIHTTPRequestHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the skeleton of a port. What it writes compiles, and throws wherever something is left to do. */
final class JavaOutline {
    /** A string that means the same in Java: without a quote, and with no escape but those that both know. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("u?([\"'])((?:[^\"'\\\\\n]|\\\\[nrt\\\\])*)\\1");

    private static final Pattern PARAMETER = Pattern.compile("\\**(\\w+).*", Pattern.DOTALL);

    private static final String IMPORTS = """
            import dev.gangway.handler.*;
            import dev.gangway.host.*;
            import dev.gangway.http.*;
            import java.io.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            """;
    private static final int SHOWN_NUMBERS = 8;
    private static final Pattern PYTHON_2 =
            Pattern.compile("(?m)^\\s*(?:import|from) (?:BaseHTTPServer|SimpleHTTPServer)");

    private final String file;
    private final List<String> lines;
    private final PythonModule module;
    private final List<PythonClass> handlers;
    private final List<PythonModule.Outside> outside;
    private final StringBuilder java = new StringBuilder();

    JavaOutline(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
        module = PythonModule.parse(text);
        handlers = module.handlers();
        outside = module.outside();
    }

    /** Returns the skeleton, or nothing if there is no handler class. */
    String write() {
        if (handlers.isEmpty()) {
            return "";
        }
        java.append("// The outline of ")
                .append(file)
                .append(". The numbers in brackets are chapters of docs/porting.md.\n");
        writeDecisions();
        writeOutside();
        java.append('\n').append(IMPORTS);
        boolean first = true;
        for (PythonClass handler : handlers) {
            java.append('\n').append(first ? "public " : "").append("class ").append(handler.name());
            java.append(" extends ").append(base(handler)).append(" {\n");
            writeConstructor(handler, module.assignments(handler));
            handler.methods().stream()
                    .filter(method -> !method.name().equals("__init__"))
                    .forEach(method -> writeMethod(method, root(handler)));
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

    /** Returns the class of http.server that a handler extends in the end, or the first that is not of this module. */
    private String root(PythonClass handler) {
        String base = base(handler);
        return handlers.stream()
                .filter(other -> other.name().equals(base) && !base.equals(handler.name()))
                .findFirst()
                .map(this::root)
                .orElse(base);
    }

    private void writeDecisions() {
        Map<String, List<Integer>> decisions = new LinkedHashMap<>();
        if (PYTHON_2.matcher(String.join("\n", lines)).find()) {
            decisions.put("Python 2: error pages and missing fields differ (15)", List.of(1));
        }
        for (PythonClass handler : handlers) {
            if (isCopyOfFiles(handler)) {
                decisions
                        .computeIfAbsent(
                                "a copy of SimpleHTTPRequestHandler: extend that, and port what differs from it (9)",
                                advice -> new ArrayList<>())
                        .add(handler.line());
            }
            for (int i = handler.line(); i <= Math.min(handler.end(), lines.size()); i++) {
                int number = i;
                decide(lines.get(i - 1), root(handler))
                        .forEach(advice -> decisions
                                .computeIfAbsent(advice, key -> new ArrayList<>())
                                .add(number));
            }
        }
        java.append(decisions.isEmpty() ? "" : "//\n// To decide:\n");
        decisions.forEach((advice, numbers) -> java.append("//   ")
                .append(numbers.size() == 1 ? "line " : "lines ")
                .append(numbers.stream()
                        .limit(SHOWN_NUMBERS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")))
                .append(numbers.size() > SHOWN_NUMBERS ? ", …: " : ": ")
                .append(advice)
                .append('\n'));
    }

    private boolean isCopyOfFiles(PythonClass handler) {
        List<String> names =
                handler.methods().stream().map(PythonClass.Method::name).toList();
        return root(handler).equals("BaseHTTPRequestHandler")
                && names.containsAll(List.of("send_head", "translate_path", "guess_type"));
    }

    private static List<String> decide(String line, String root) {
        return line.strip().startsWith("#")
                ? List.of()
                : Decision.ALL.stream()
                        .filter(decision -> decision.applies(line, root))
                        .limit(2)
                        .map(Decision::advice)
                        .toList();
    }

    /** Names what the classes use and does not stand in them. */
    private void writeOutside() {
        String code = handlers.stream()
                .flatMap(handler -> lines.subList(handler.line() - 1, Math.min(handler.end(), lines.size())).stream())
                .collect(Collectors.joining("\n"));
        String used = outside.stream()
                .filter(one -> Pattern.compile("(?<![.\\w])" + one.name().replace("()", "") + "\\b")
                        .matcher(code)
                        .find())
                .map(one -> "//   line " + one.line() + ": " + one.name() + '\n')
                .collect(Collectors.joining());
        java.append(used.isEmpty() ? "" : "//\n// Used here, and outside of the classes:\n" + used);
    }

    private void writeConstructor(PythonClass handler, List<PythonModule.Outside> assignments) {
        List<String> settings = new ArrayList<>();
        for (PythonClass.Attribute attribute : handler.attributes()) {
            if (attribute.names().get(0).startsWith("do_")) {
                continue;
            }
            Matcher text = PLAIN_TEXT.matcher(attribute.value());
            boolean known = KnownMembers.isText(attribute.names().get(0)) && text.matches();
            String name = JavaNames.camel(attribute.names().get(0));
            settings.add(
                    known
                            ? name + "(\"" + text.group(2) + "\");"
                            : "// line " + attribute.line() + ": " + String.join(" = ", attribute.names()) + " = "
                                    + attribute.value().lines().findFirst().orElse(""));
        }
        assignments.forEach(outside -> settings.add("// line " + outside.line() + ": " + comment(outside.name())));
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

    private void writeMethod(PythonClass.Method method, String root) {
        String declaration = declaration(method, root);
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

    private static String declaration(PythonClass.Method method, String root) {
        String override = KnownMembers.override(method.name(), root);
        if (override != null) {
            return "    @Override\n    public " + override;
        }
        String known = KnownMembers.declaration(method.name());
        if (known != null) {
            return "    public " + known;
        }
        if (method.name().startsWith("do_")) {
            return "    public void " + method.name() + "() throws IOException";
        }
        String parameters = String.join(
                ", ", method.parameters().stream().map(JavaOutline::parameter).toList());
        return "    private " + method.result().type() + " " + ownName(method) + "(" + parameters
                + ") throws IOException";
    }

    /** Returns a name that is neither Java's nor that of a method which the base class has. */
    private static String ownName(PythonClass.Method method) {
        String name = JavaNames.isReserved(method.name()) ? method.name() : JavaNames.camel(method.name());
        boolean taken = Arrays.stream(CGIHTTPRequestHandler.class.getMethods())
                .anyMatch(known -> known.getName().equals(name)
                        && known.getParameterCount() == method.parameters().size());
        return taken || JavaNames.isReserved(name)
                ? "own" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                : name;
    }

    private static String parameter(String written) {
        Matcher name = PARAMETER.matcher(written);
        String camel = name.matches() ? JavaNames.camel(name.group(1)) : "unnamed";
        String type = written.startsWith("*") && !written.startsWith("**") ? "Object... " : "Object ";
        return written.equals("*") || written.equals("/") ? "Object " + camel : type + camel;
    }

    private void writeBody(PythonClass.Method method) {
        int end = Math.min(method.end(), lines.size());
        while (end > method.head() && isBehind(lines.get(end - 1), method)) {
            end--;
        }
        List<String> body = lines.subList(Math.min(method.head(), end), end);
        int indent = body.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(JavaOutline::indent)
                .min()
                .orElse(0);
        for (String line : body) {
            String code = line.isBlank() ? "" : " " + line.substring(Math.min(indent, line.length()));
            java.append("        //").append(comment(code)).append('\n');
        }
    }

    /** Java reads a backslash and a u as a character, in comments too. */
    private static String comment(String code) {
        return code.replace("\\u", "\\ u");
    }

    /** Tells whether a line says nothing of a method although it follows: empty, or a comment of the next one. */
    private boolean isBehind(String line, PythonClass.Method method) {
        String first = method.head() < lines.size() ? lines.get(method.head()) : "";
        return line.isBlank() || (line.strip().startsWith("#") && indent(line) < indent(first));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
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
