package dev.gangway.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Classes that stand on pages, or were printed by a tool: compiled at once, which is quicker than one by one. */
final class Snippet {
    private static final Pattern NAME = Pattern.compile("(?m)^public (?:final )?class (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\n");

    private final Map<String, StringBuilder> complaints = new HashMap<>();
    private final URLClassLoader classes;

    /**
     * Compiles snippets.
     *
     * @param sources whole compilation units, each with one public class of a name of its own
     * @param folder where files may be written
     */
    Snippet(List<String> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StringWriter said = new StringWriter();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(folder)));
            // The errors of one are no reason to write no class of the others.
            List<String> options = List.of("-proc:none", "-XDshould-stop.ifError=GENERATE", "-cp", classPath);
            compiler.getTask(
                            said,
                            files,
                            found,
                            options,
                            null,
                            sources.stream().map(Source::new).toList())
                    .call();
        }
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                String name = one.getSource() == null ? "" : ((Source) one.getSource()).name;
                complaints
                        .computeIfAbsent(name, key -> new StringBuilder())
                        .append(one.getLineNumber())
                        .append(": ")
                        .append(one.getMessage(Locale.ROOT))
                        .append('\n');
            }
        }
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    }

    /**
     * Makes a compilation unit of a snippet.
     *
     * @param imports lines that go before it
     * @param code one public class, and import lines of its own
     */
    static String unit(String imports, String code) {
        StringBuilder own = new StringBuilder();
        IMPORT.matcher(code).results().forEach(line -> own.append(line.group()));
        return imports + own + IMPORT.matcher(code).replaceAll("");
    }

    /** Returns the name of the public class of a snippet. */
    static String name(String code) {
        Matcher name = NAME.matcher(code);
        if (!name.find()) {
            throw new IllegalArgumentException("no public class in the snippet: " + code);
        }
        return name.group(1);
    }

    /** Loads the public class of a snippet, or tells what the compiler has against it. */
    Class<?> load(String code) throws IOException, ClassNotFoundException {
        String name = name(code);
        if (complaints.containsKey(name) || complaints.containsKey("")) {
            throw new IOException(name + ":\n" + complaints);
        }
        return Class.forName(name, true, classes);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String code;

        Source(String code) {
            super(URI.create("string:///" + Snippet.name(code) + ".java"), Kind.SOURCE);
            this.name = Snippet.name(code);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
