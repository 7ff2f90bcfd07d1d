package dev.gangway.standalone.project;

import dev.gangway.standalone.arguments.Arguments;
import dev.gangway.standalone.arguments.Command;
import dev.gangway.standalone.arguments.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code gangway new}: a Maven project to begin with. */
public final class NewCommand implements Command {
    private static final String DIRECTORY = "DIRECTORY";
    private static final String PACKAGE = "--package";
    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** Makes the command. */
    public NewCommand() {}

    @Override
    public String help() {
        return """
                usage: gangway new (--war | --jar) [-h] [--package NAME] DIRECTORY

                Writes a Maven project with a handler, its test, and a README with the two
                commands that build and run it. ./mvnw in the project brings Maven. Ends with
                0, with 1 if the project cannot be written, with 2 if the arguments are wrong.

                positional arguments:
                  DIRECTORY             the project; must not exist, or be empty. Its last
                                        name is the artifact: letters, digits, '.', '_', '-'

                options:
                  -h, --help            show this help message and exit
                  --war                 a web application for a servlet container
                  --jar                 a program with a server of its own
                  --package NAME        the package of the classes (default: com.example)
                """;
    }

    @Override
    public Options options() {
        return new Options()
                .addOption("h", "help", false, null)
                .addOption(null, "war", false, null)
                .addOption(null, "jar", false, null)
                .addOption(null, "package", true, null);
    }

    @Override
    public int failureStatus() {
        return 1;
    }

    @Override
    public int run(Arguments arguments, PrintStream out, PrintStream err) throws UsageException, IOException {
        String word = arguments.positional(DIRECTORY, 1, 1).get(0);
        Path folder = arguments.path(DIRECTORY, word);
        if (arguments.has("--war") == arguments.has("--jar")) {
            throw new UsageException("one of the arguments --war --jar is required");
        }
        Packaging packaging = arguments.has("--war") ? Packaging.WAR : Packaging.JAR;
        String packageName = arguments.last(PACKAGE, "com.example");
        if (!PackageName.isLegal(packageName)) {
            throw arguments.wrong(PACKAGE, packageName, "is no name of a package, such as com.example");
        }
        String artifact = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        if (!ARTIFACT.matcher(artifact).matches()) {
            throw arguments.wrong(
                    DIRECTORY,
                    word,
                    "is no name of an artifact in Maven: letters and digits without accents, '.', '_' and '-'");
        }
        refuseToOverwrite(folder);
        new MavenProject(folder, packaging, packageName, artifact, "Hello", "Main").writeNew();
        out.println("Wrote a project into " + folder + ": README.md there has the two commands that build and run it");
        out.flush();
        return 0;
    }

    private static void refuseToOverwrite(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new IOException(folder + " is there and not empty; name a directory that does not exist");
                }
            }
        } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is there and no directory; name a directory that does not exist");
        }
    }
}
