package dev.gangway.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a class that stands on a page, and loads it. */
final class Snippet {
    private static final Pattern NAME = Pattern.compile("(?m)^public (?:final )?class (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\n");

    private Snippet() {}

    /**
     * Compiles a snippet and loads its class.
     *
     * @param imports lines that go before it
     * @param code one public class, and import lines of its own
     * @param folder where files may be written
     */
    static Class<?> load(String imports, String code, Path folder) throws IOException, ClassNotFoundException {
        Matcher name = NAME.matcher(code);
        if (!name.find()) {
            throw new IOException("no public class in the snippet");
        }
        StringBuilder own = new StringBuilder();
        IMPORT.matcher(code).results().forEach(line -> own.append(line.group()));
        Path source = folder.resolve(name.group(1) + ".java");
        Files.writeString(source, imports + own + IMPORT.matcher(code).replaceAll(""));
        compile(source, folder);
        return Class.forName(name.group(1), true, new URLClassLoader(new URL[] {
            folder.toUri().toURL()
        }));
    }

    private static void compile(Path source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-d", folder.toString(), "-cp", classPath),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!done) {
                throw new IOException(said.toString());
            }
        }
    }
}
