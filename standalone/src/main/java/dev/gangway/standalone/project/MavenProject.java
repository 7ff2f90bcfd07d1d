package dev.gangway.standalone.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Maven project round a handler: its POM, {@code web.xml} or a program, tests, a README, and the script that brings Maven. A file that
 * is there already is kept, so that writing a project again loses nothing.
 */
public final class MavenProject {
    private static final String WRAPPER = ".mvn/wrapper/maven-wrapper.properties";

    private final Path folder;
    private final Packaging packaging;
    private final String packagePath;
    private final Template template;
    private final List<String> kept = new ArrayList<>();

    /**
     * Describes a project; writes nothing.
     *
     * @param folder where it is
     * @param packaging what it is built to
     * @param packageName the package of its classes, and its group in Maven
     * @param artifact its name in Maven
     * @param handler the simple name of the handler class
     * @param main the simple name of the class with {@code main}, if it is a program
     * @throws IOException if this jar does not say its version
     */
    public MavenProject(
            Path folder, Packaging packaging, String packageName, String artifact, String handler, String main)
            throws IOException {
        this.folder = folder;
        this.packaging = packaging;
        packagePath = packageName.replace('.', '/');
        template = new Template(Map.of(
                "package", packageName, "path", packagePath, "artifact", artifact, "handler", handler, "main", main));
    }

    /**
     * Returns where a project keeps its Java.
     *
     * @param folder the folder of the project
     * @return the root of the packages
     */
    public static Path sources(Path folder) {
        return folder.resolve("src/main/java");
    }

    /**
     * Makes a name for Maven of the name of a class.
     *
     * @param type {@code HelloWorld} for example
     * @return {@code hello-world}
     */
    public static String artifact(String type) {
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * Writes a project with a handler to begin with, the class {@code Hello}, and its test.
     *
     * @throws IOException if a file cannot be written
     */
    public void writeNew() throws IOException {
        put("src/main/java/" + packagePath + "/Hello.java", template.fill("Hello.java"));
        put("src/test/java/" + packagePath + "/HelloTest.java", template.fill("HelloTest.java"));
        if (packaging == Packaging.JAR) {
            put("src/main/java/" + packagePath + "/Main.java", template.fill("Main.java"));
        }
        put("README.md", template.fill("new-" + packaging + "-README.md"));
        writeBuild("");
    }

    /**
     * Writes all of a project but the Java of a port, which is there.
     *
     * @param original the name of the Python module
     * @param isPlain whether the handler is made without arguments
     * @return the names of files that were there already and have been kept
     * @throws IOException if a file cannot be written
     */
    public List<String> writeAroundPort(String original, boolean isPlain) throws IOException {
        boolean war = packaging == Packaging.WAR;
        Template port = template.with(Map.of(
                "original",
                original,
                "run",
                template.fill(war ? "port-war-run.txt" : "port-jar-run.txt").strip(),
                "arguments",
                isPlain ? "" : template.fill(war ? "arguments-war.md" : "arguments-jar.md")));
        if (isPlain) {
            put("src/test/java/" + packagePath + "/RecordingsTest.java", port.fill("RecordingsTest.java"));
        }
        put("src/test/recordings/README.md", port.fill("recordings-README.md"));
        put("README.md", port.fill("port-README.md"));
        writeBuild(port.fill("ported.xml") + (war ? port.fill("ported-war.xml") : ""));
        return List.copyOf(kept);
    }

    /**
     * Copies what {@code gangway record} has written to where the test of a port looks for it. Other files stay where they are.
     *
     * @param recorded a folder; nothing is copied from a file of requests, which has no answers
     * @throws IOException if a file cannot be read or written
     */
    public void addRecordings(Path recorded) throws IOException {
        if (!Files.isDirectory(recorded)) {
            return;
        }
        try (Stream<Path> files = Files.list(recorded)) {
            for (Path file : files.filter(MavenProject::isRecording).sorted().toList()) {
                put("src/test/recordings/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
    }

    private static boolean isRecording(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".request") || name.endsWith(".response")) && Files.isRegularFile(file);
    }

    private void writeBuild(String dependencies) throws IOException {
        put("pom.xml", template.with(Map.of("ported", dependencies)).fill(packaging + "-pom.xml"));
        if (packaging == Packaging.WAR) {
            put("src/main/webapp/WEB-INF/web.xml", template.fill("web.xml"));
            put("src/test/java/" + packagePath + "/RunWar.java", template.fill("RunWar.java"));
        }
        put(".gitignore", template.fill("gitignore"));
        put(WRAPPER, Template.bytes("wrapper/" + WRAPPER));
        put("mvnw.cmd", Template.bytes("wrapper/mvnw.cmd"));
        put("mvnw", Template.bytes("wrapper/mvnw"));
        File script = folder.resolve("mvnw").toFile();
        if (!script.setExecutable(true, false)) {
            throw new IOException("cannot make " + script + " executable");
        }
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            kept.add(name);
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
