package dev.gangway.standalone.port;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Asks the compiler of this JDK whether Java compiles; where there is none, all is taken to. */
class CompileCheck {
    /**
     * A line that does not compile.
     *
     * @param file the name of the class
     * @param line counted from 1
     * @param message what the compiler says, one line
     */
    record Problem(String file, int line, String message) {}

    private final @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    List<Problem> problems(Map<String, Translator.Layout> files, String packageName) {
        if (compiler == null) {
            return List.of();
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach((name, layout) -> sources.add(new Source(name, layout.text())));
        List<String> options = List.of("-proc:none", "-classpath", ClassPath.text(), "-Xmaxerrs", "400");
        try (JavaFileManager manager = new Nowhere(compiler.getStandardFileManager(said, Locale.ROOT, null))) {
            compiler.getTask(null, manager, said, options, null, sources).call();
        } catch (java.io.IOException e) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : said.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR && each.getSource() instanceof Source source) {
                String message = String.join(
                        " ",
                        each.getMessage(Locale.ROOT)
                                .lines()
                                .map(String::strip)
                                .limit(2)
                                .toList());
                problems.add(new Problem(
                        source.simple, (int) each.getLineNumber(), "its Java does not compile: " + message));
            }
        }
        return problems;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String simple;
        private final String text;

        Source(String simple, String text) {
            super(URI.create("string:///" + simple + ".java"), Kind.SOURCE);
            this.simple = simple;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps no class files. */
    private static final class Nowhere extends ForwardingJavaFileManager<JavaFileManager> {
        Nowhere(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return java.io.OutputStream.nullOutputStream();
                }
            };
        }
    }
}
