package dev.gangway.standalone.port;

import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.porting.CompareCommand;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** {@code gangway port --verify}: runs the original and the port, asks both the same, and prints where the answers differ. */
final class Verification {
    private static final String SCRIPT = "python_serve.py";

    private final List<String> python;
    private final Path java;
    private final String packageName;
    private final @Nullable Path requests;

    Verification(List<String> python, Path java, String packageName, @Nullable Path requests) {
        this.python = python;
        this.java = java;
        this.packageName = packageName;
        this.requests = requests;
    }

    /** Compares each handler class of a module that needs no arguments; true if all answers are the same. */
    boolean run(ModuleModel module, PrintStream out, PrintStream err) throws IOException, UsageException {
        Path work = Files.createTempDirectory("gangway-port");
        try {
            Path classes = compile(work);
            Path script = work.resolve(SCRIPT);
            try (InputStream in = Verification.class.getResourceAsStream(SCRIPT)) {
                Files.write(script, in == null ? new byte[0] : in.readAllBytes());
            }
            boolean same = true;
            for (PyClass handler : module.handlers()) {
                if (!Constructions.isPlain(handler) || handler.enclosing() != null) {
                    out.println(handler.name() + " is not verified: it needs arguments");
                    continue;
                }
                same &= compare(module, handler, script, classes, work, out, err);
            }
            return same;
        } finally {
            delete(work);
        }
    }

    private boolean compare(
            ModuleModel module, PyClass handler, Path script, Path classes, Path work, PrintStream out, PrintStream err)
            throws IOException, UsageException {
        Path asked = requests;
        if (asked == null) {
            asked = Files.createDirectories(work.resolve("requests-" + MadeUpRequests.name(handler)));
            int count = new MadeUpRequests(handler).write(asked);
            out.println(handler.name() + ": " + count + " requests made up");
        }
        String original = String.join(
                        " ", python.stream().map(Verification::quoted).toList()) + " " + quoted(script.toString()) + " "
                + quoted(module.tree().file().toAbsolutePath().toString()) + " " + handler.name() + " {port}";
        String name = (packageName.isEmpty() ? "" : packageName + ".") + handler.java();
        String port =
                quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString()) + " -cp "
                        + quoted(classes + File.pathSeparator + ClassPath.text()) + " "
                        + PortedServer.class.getName() + " " + name + " {port}";
        out.flush();
        int status = new CompareCommand()
                .run(new String[] {"--requests", asked.toString(), "--timeout", "5", original, port}, out, err);
        return status == 0;
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    private Path compile(Path work) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("--verify needs a JDK, and this is a Java without a compiler");
        }
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<String> words =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", ClassPath.text(), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(java)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(words::add);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (compiler.run(null, said, said, words.toArray(new String[0])) != 0) {
            throw new IOException("the port does not compile:\n" + said.toString(StandardCharsets.UTF_8));
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
