package dev.gangway.standalone.porting;

import dev.gangway.standalone.porting.LogicalLines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The classes of a Python module, found by their {@code class} and {@code def} lines. It does not ask Python: half of what is
 * ported is Python 2, which Python 3 cannot parse.
 */
final class PythonModule {
    private static final Pattern CLASS = Pattern.compile("class\\s+(\\w+)\\s*(?:\\((.*?)\\))?\\s*:.*", Pattern.DOTALL);
    private static final Pattern METHOD =
            Pattern.compile("(?:async\\s+)?def\\s+(\\w+)\\s*\\((.*)\\)\\s*(?:->[^:]*)?:(.*)", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("((?:\\w+\\s*(?::\\s*[\\w.\\[\\], ]+)?=(?!=)\\s*)+)(.*)", Pattern.DOTALL);

    /** A string, or one of the characters that matter between commas. */
    private static final Pattern PART =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[\\[\\](){},]", Pattern.DOTALL);

    private static final Pattern RETURN = Pattern.compile("(?:^|[:;]\\s*)return\\b(.*)", Pattern.DOTALL);
    private static final Pattern TRUTH = Pattern.compile("True|False");
    private static final Pattern TEXT = Pattern.compile("[uf]?(?:\"[^\"]*\"|'[^']*')(?:\\s*%.*)?", Pattern.DOTALL);

    /** Calls that return nothing: they send an answer. */
    private static final Pattern ANSWER = Pattern.compile(
            "(?:self|super\\(.*\\)|\\w+RequestHandler)\\.(?:send_|_send|do_|end_headers|handle_|_?reply|_?json).*",
            Pattern.DOTALL);

    private final List<Line> lines;
    private final List<PythonClass> classes = new ArrayList<>();

    private PythonModule(List<Line> lines) {
        this.lines = lines;
    }

    static PythonModule parse(String text) {
        PythonModule module = new PythonModule(LogicalLines.of(text));
        for (int i = 0; i < module.lines.size(); i++) {
            Matcher matcher = CLASS.matcher(module.lines.get(i).text());
            if (matcher.matches()) {
                String bases = matcher.group(2) == null ? "" : matcher.group(2);
                module.classes.add(module.parseClass(i, matcher.group(1), split(bases)));
            }
        }
        return module;
    }

    /** Returns the classes that answer requests, and those that extend them, in order. */
    List<PythonClass> handlers() {
        List<String> names = new ArrayList<>();
        List<PythonClass> handlers = new ArrayList<>();
        for (PythonClass candidate : classes) {
            if (candidate.answersRequests() || candidate.bases().stream().anyMatch(names::contains)) {
                names.add(candidate.name());
                handlers.add(candidate);
            }
        }
        return handlers;
    }

    /** Returns what stands outside of classes and functions: the names of functions and of variables, with their lines. */
    List<Outside> outside() {
        List<Outside> found = new ArrayList<>();
        for (Line line : lines) {
            if (line.indent() == 0) {
                Matcher function = METHOD.matcher(line.text());
                Matcher variable = ATTRIBUTE.matcher(line.text());
                if (function.matches() && !function.group(1).equals("main")) {
                    found.add(new Outside(function.group(1) + "()", line.number()));
                } else if (variable.matches()) {
                    found.add(new Outside(
                            variable.group(1).replaceFirst("[:=].*", "").strip(), line.number()));
                }
            }
        }
        return found;
    }

    /** Returns the statements outside of a class that set an attribute of it, or change one. */
    List<Outside> assignments(PythonClass handler) {
        Pattern change = Pattern.compile(
                Pattern.quote(handler.name())
                        + "\\.\\w+(?:\\s*\\[.*?\\])*(?:\\s*=(?!=).*|\\.(?:update|append|setdefault)\\(.*)",
                Pattern.DOTALL);
        return lines.stream()
                .filter(line -> line.number() < handler.line() || line.number() > handler.end())
                .filter(line -> change.matcher(line.text()).matches())
                .map(line -> new Outside(line.text(), line.number()))
                .toList();
    }

    /**
     * Something that is no class.
     *
     * @param name of a variable, or of a function with brackets behind it; or the text of a statement
     * @param line where it begins, counted from 1
     */
    record Outside(String name, int line) {}

    private PythonClass parseClass(int index, String name, List<String> bases) {
        List<PythonClass.Method> methods = new ArrayList<>();
        List<PythonClass.Attribute> attributes = new ArrayList<>();
        int end = endOfBlock(index);
        int members = index + 1 < end ? lines.get(index + 1).indent() : 0;
        for (int i = index + 1; i < end; i++) {
            Line line = lines.get(i);
            if (line.indent() != members) {
                continue;
            }
            Matcher method = METHOD.matcher(line.text());
            Matcher attribute = ATTRIBUTE.matcher(line.text());
            if (method.matches()) {
                methods.add(parseMethod(i, method));
            } else if (attribute.matches()) {
                List<String> targets = Arrays.stream(attribute.group(1).split("=", -1))
                        .map(target -> target.replaceFirst(":.*", "").strip())
                        .filter(target -> !target.isEmpty())
                        .toList();
                attributes.add(
                        new PythonClass.Attribute(targets, attribute.group(2).strip(), line.number()));
            }
        }
        return new PythonClass(name, bases, lines.get(index).number(), methods, attributes, lastLine(end));
    }

    private PythonClass.Method parseMethod(int index, Matcher method) {
        List<String> parameters = split(method.group(2));
        int end = endOfBlock(index);
        String onlyLine =
                end == index + 2 ? lines.get(index + 1).text() : method.group(3).strip();
        return new PythonClass.Method(
                method.group(1),
                parameters.isEmpty() ? parameters : parameters.subList(1, parameters.size()),
                lines.get(index).number(),
                lines.get(index).last(),
                lastLine(end),
                onlyLine.equals("pass") || onlyLine.equals("return"),
                result(index, end, method.group(3)));
    }

    /** Looks at the returns of a method; those of functions inside of it count too, which is seldom wrong. */
    private PythonClass.ResultKind result(int index, int end, String onHeadLine) {
        List<String> values = new ArrayList<>();
        Stream.concat(
                        Stream.of(onHeadLine.strip()),
                        lines.subList(index + 1, end).stream().map(Line::text))
                .forEach(text -> {
                    Matcher value = RETURN.matcher(text);
                    if (value.find()) {
                        values.add(value.group(1).strip());
                    }
                });
        values.removeIf(value ->
                value.isEmpty() || value.equals("None") || ANSWER.matcher(value).matches());
        if (values.isEmpty()) {
            return PythonClass.ResultKind.NOTHING;
        }
        if (values.stream().allMatch(TRUTH.asMatchPredicate())) {
            return PythonClass.ResultKind.TRUTH;
        }
        return values.stream().allMatch(TEXT.asMatchPredicate())
                ? PythonClass.ResultKind.TEXT
                : PythonClass.ResultKind.VALUE;
    }

    private int endOfBlock(int index) {
        int end = index + 1;
        while (end < lines.size() && lines.get(end).indent() > lines.get(index).indent()) {
            end++;
        }
        return end;
    }

    private int lastLine(int end) {
        return end < lines.size() ? lines.get(end).number() - 1 : Integer.MAX_VALUE;
    }

    /** Splits at commas outside of brackets and strings. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(list);
        int depth = 0;
        int start = 0;
        while (part.find()) {
            String piece = part.group();
            depth += "([{".contains(piece) ? 1 : ")]}".contains(piece) ? -1 : 0;
            if (piece.equals(",") && depth == 0) {
                parts.add(list.substring(start, part.start()).strip());
                start = part.end();
            }
        }
        parts.add(list.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
