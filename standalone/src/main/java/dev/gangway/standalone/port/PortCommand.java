package dev.gangway.standalone.port;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import dev.gangway.standalone.project.MavenProject;
import dev.gangway.standalone.project.PackageName;
import dev.gangway.standalone.project.Packaging;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** {@code gangway port}: translates Python modules to Java. */
public final class PortCommand implements Command {
    private static final String FILE = "FILE.py";
    private static final String INTO = "--into";
    private static final String PACKAGE = "--package";
    private static final int LEFT = 3;
    private static final int NO_HANDLER = 1;
    private static final int DIFFERENT = 4;

    private final List<Path> files;
    private final Path into;
    private final String packageName;
    private final List<String> python;
    private final @Nullable Packaging packaging;
    private final @Nullable Path requests;
    private final List<ModuleModel> modules = new ArrayList<>();

    /** Makes the command. */
    public PortCommand() {
        this(List.of(), Path.of(""), "", List.of(), null, null);
    }

    private PortCommand(
            List<Path> files,
            Path into,
            String packageName,
            List<String> python,
            @Nullable Packaging packaging,
            @Nullable Path requests) {
        this.files = files;
        this.into = into;
        this.packageName = packageName;
        this.python = python;
        this.packaging = packaging;
        this.requests = requests;
    }

    @Override
    public String help() {
        return """
                usage: gangway port [-h] --into DIRECTORY [--package NAME]
                                    [--python COMMAND] [--verify] [--requests PATH]
                                    [--project war|jar]
                                    FILE.py [FILE.py ...]

                Translates Python modules with handler classes to Java that compiles: each
                handler class, and beside it what of its module it needs. The modules are read
                and never run. What cannot be translated throws an UnportedException that names
                the line, with the Python above it, and stands in DIRECTORY/PORTING.txt. The
                class path of what is written is gangway.jar, or the artifacts gangway-porting
                and, for main, gangway-standalone.

                Ends with 0 if all is translated, with 3 if something is left, with 1 if there
                is no handler class in the modules, with 2 if one cannot be read or the
                arguments are wrong, with 4 if --verify finds that answers differ.

                positional arguments:
                  FILE.py               the Python modules

                options:
                  -h, --help            show this help message and exit
                  --into DIRECTORY      where to write the Java; made if it is not there
                                        (required)
                  --package NAME        the package of the Java (default: none)
                  --python COMMAND      the interpreter that parses the modules: a Python 2
                                        for Python 2 (default: python3)
                  --verify              run the original and the port, send both the same
                                        requests, and print where the answers differ
                  --requests PATH       what --verify sends: a folder that gangway record
                                        has written, or a file (default: requests made up
                                        from the paths in the module)
                  --project war|jar     write a Maven project round the port: POM, web.xml or
                                    program, a test that plays the recordings of
                                    --requests, README; files that are there stay
                """;
    }

    @Override
    public Options options() {
        return new Options()
                .addOption("h", "help", false, null)
                .addOption(null, "into", true, null)
                .addOption(null, "package", true, null)
                .addOption(null, "python", true, null)
                .addOption(null, "verify", false, null)
                .addOption(null, "requests", true, null)
                .addOption(null, "project", true, null);
    }

    @Override
    public int failureStatus() {
        return 2;
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        List<Path> files = new ArrayList<>();
        for (String word : arguments.positional(FILE, 1, Integer.MAX_VALUE)) {
            Path file = arguments.path(FILE, word);
            if (Files.isDirectory(file)) {
                throw arguments.wrong(FILE, word, "is a folder and no Python module");
            }
            files.add(file);
        }
        arguments.required(INTO);
        Path into = arguments.path(INTO);
        String packageName = arguments.last(PACKAGE, "");
        if (!packageName.isEmpty() && !PackageName.isLegal(packageName)) {
            throw arguments.wrong(PACKAGE, packageName, "is no name of a package, such as com.example");
        }
        List<String> python =
                Arrays.asList(arguments.last("--python", "python3").strip().split("\\s+", -1));
        String project = arguments.last("--project", "");
        if (!List.of("", "war", "jar").contains(project)) {
            throw arguments.wrong("--project", project, "is neither war nor jar");
        }
        Path folder = into == null ? Path.of("") : into;
        Packaging packaging = project.isEmpty() ? null : Packaging.valueOf(project.toUpperCase(Locale.ROOT));
        String name = packaging != null && packageName.isEmpty() ? "ported" : packageName;
        Path requests = arguments.path("--requests");
        PortCommand command = new PortCommand(files, folder, name, python, packaging, requests);
        int status = command.port(out, err);
        if (!arguments.has("--verify") || status == NO_HANDLER) {
            return status;
        }
        Verification verification = new Verification(python, command.sources(), name, requests);
        boolean same = true;
        for (ModuleModel module : command.modules) {
            same &= verification.run(module, out, err);
        }
        return same ? status : DIFFERENT;
    }

    private int port(PrintStream out, PrintStream err) throws IOException {
        List<PythonTree> trees = new ArrayList<>();
        for (Path file : files) {
            trees.add(PythonTree.read(file, python));
        }
        Map<String, String> written = new LinkedHashMap<>();
        PortReport report = new PortReport();
        boolean handlers = false;
        CompileCheck check = new CompileCheck();
        for (PythonTree tree : trees) {
            Translator translator = new Translator(tree, packageName, !handlers);
            boolean some = !translator.module().handlers().isEmpty();
            if (!some && trees.size() == 1) {
                break;
            }
            handlers |= some;
            modules.add(translator.module());
            translator.translate(check).forEach((name, layout) -> written.put(name, layout.text()));
            report.add(tree, translator.report());
        }
        if (!handlers) {
            err.println("gangway port: no handler class in "
                    + String.join(", ", files.stream().map(Path::toString).toList()));
            return NO_HANDLER;
        }
        Path folder = sources();
        for (String part : packageName.isEmpty() ? new String[0] : packageName.split("\\.")) {
            folder = folder.resolve(part);
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : written.entrySet()) {
            write(folder.resolve(file.getKey() + ".java"), file.getValue());
        }
        Files.createDirectories(into);
        write(into.resolve("PORTING.txt"), report.text());
        writeProject(written, out);
        out.println(String.join(
                "\n", written.keySet().stream().map(name -> name + ".java").toList()));
        out.println(report.lastLine());
        out.flush();
        return report.isComplete() ? 0 : LEFT;
    }

    private Path sources() {
        return packaging == null ? into : MavenProject.sources(into);
    }

    private void writeProject(Map<String, String> written, PrintStream out) throws IOException {
        if (packaging == null) {
            return;
        }
        ModuleModel module = modules.stream()
                .filter(each -> !each.handlers().isEmpty())
                .findFirst()
                .orElseThrow();
        List<PyClass> handlers = module.handlers();
        PyClass handler = handlers.get(handlers.size() - 1);
        String main = written.entrySet().stream()
                .filter(file -> file.getValue().contains("public static void main("))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(handler.java());
        boolean plain = Constructions.isPlain(handler);
        String artifact = MavenProject.artifact(handler.java());
        MavenProject project = new MavenProject(into, packaging, packageName, artifact, handler.java(), main);
        List<String> kept = project.writeAroundPort(module.tree().name(), plain);
        if (requests != null) {
            project.addRecordings(requests);
        }
        if (!kept.isEmpty()) {
            out.println("Kept as they were: " + String.join(", ", kept));
        }
    }

    /** Writes a file anew, and through no link. */
    static void write(Path file, String text) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a symbolic link; name another directory with --into");
        }
        Files.write(
                file,
                text.getBytes(StandardCharsets.UTF_8),
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.TRUNCATE_EXISTING,
                java.nio.file.StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }
}
