package dev.gangway.standalone.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code gangway port --project}: the Maven project round a port. */
final class Project {
    private static final String POM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>%1$s</groupId>
              <artifactId>%2$s</artifactId>
              <version>1.0-SNAPSHOT</version>
              <packaging>%3$s</packaging>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <gangway.version>%4$s</gangway.version>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>dev.gangway</groupId>
                  <artifactId>gangway-porting</artifactId>
                  <version>${gangway.version}</version>
                </dependency>
            %5$s    <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>5.11.4</version>
                  <scope>test</scope>
                </dependency>
              </dependencies>
              <build>
                <finalName>%2$s</finalName>
                <plugins>
                  <plugin>
                    <artifactId>maven-surefire-plugin</artifactId>
                    <version>3.5.4</version>
                  </plugin>
            %6$s    </plugins>
              </build>
            </project>
            """;
    private static final String SERVLET = """
                <dependency>
                  <groupId>dev.gangway</groupId>
                  <artifactId>gangway-servlet-adapter</artifactId>
                  <version>${gangway.version}</version>
                </dependency>
                <dependency>
                  <groupId>dev.gangway</groupId>
                  <artifactId>gangway-standalone</artifactId>
                  <version>${gangway.version}</version>
                  <scope>provided</scope>
                </dependency>
            """;
    private static final String STANDALONE = """
                <dependency>
                  <groupId>dev.gangway</groupId>
                  <artifactId>gangway-standalone</artifactId>
                  <version>${gangway.version}</version>
                </dependency>
            """;
    private static final String WAR_PLUGIN = """
                  <plugin>
                    <artifactId>maven-war-plugin</artifactId>
                    <version>3.4.0</version>
                  </plugin>
            """;
    private static final String JAR_PLUGIN = """
                  <plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <version>3.6.1</version>
                    <executions>
                      <execution>
                        <phase>package</phase>
                        <goals>
                          <goal>shade</goal>
                        </goals>
                        <configuration>
                          <transformers>
                            <transformer implementation="org.apache.maven.plugins.shade.resource.ManifestResourceTransformer">
                              <mainClass>%s</mainClass>
                            </transformer>
                          </transformers>
                          <filters>
                            <filter>
                              <artifact>*:*</artifact>
                              <excludes>
                                <exclude>module-info.class</exclude>
                              </excludes>
                            </filter>
                          </filters>
                        </configuration>
                      </execution>
                    </executions>
                  </plugin>
            """;
    private static final String WEB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <servlet>
                <servlet-name>ported</servlet-name>
                <servlet-class>dev.gangway.servlet.HandlerServlet</servlet-class>
                <init-param>
                  <param-name>handler</param-name>
                  <param-value>%s</param-value>
                </init-param>
                <async-supported>true</async-supported>
              </servlet>
              <servlet-mapping>
                <servlet-name>ported</servlet-name>
                <url-pattern>/*</url-pattern>
              </servlet-mapping>
            </web-app>
            """;
    private static final String TEST = """
            package %1$s;

            import static org.junit.jupiter.api.Assertions.assertEquals;

            import dev.gangway.testing.HandlerTester;
            import dev.gangway.testing.TestResponse;
            import java.io.ByteArrayInputStream;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.stream.Stream;
            import org.junit.jupiter.api.DynamicTest;
            import org.junit.jupiter.api.TestFactory;

            /** Plays what {@code gangway record} has written into src/test/recordings. */
            class RecordingsTest {
                private static final Path FOLDER = Path.of("src", "test", "recordings");

                @TestFactory
                Stream<DynamicTest> answerAsRecorded() throws IOException {
                    try (Stream<Path> files = Files.list(FOLDER)) {
                        List<Path> requests = files.filter(file -> file.toString().endsWith(".request")).sorted().toList();
                        return requests.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
                    }
                }

                private static void play(Path request) throws IOException {
                    String name = request.getFileName().toString().replace(".request", ".response");
                    Path response = request.resolveSibling(name);
                    byte[] asked = Files.readAllBytes(request);
                    String method = new String(asked, java.nio.charset.StandardCharsets.ISO_8859_1).split(" ", 2)[0];
                    TestResponse expected = TestResponse.read(new ByteArrayInputStream(Files.readAllBytes(response)), method);
                    byte[] answered = HandlerTester.of(%2$s::new).raw(asked).rawBytes();
                    TestResponse actual = TestResponse.read(new ByteArrayInputStream(answered), method);
                    assertEquals(expected.status(), actual.status());
                    assertEquals(expected.header("Content-Type"), actual.header("Content-Type"));
                    assertEquals(expected.text(), actual.text());
                }
            }
            """;
    private static final String README = """
            # %1$s, ported from %2$s

            Build it, and run it:

                mvn package
                %3$s

            `PORTING.txt` lists what is left to do. `src/test/recordings` is for what `gangway record` has written of the original: the
            test plays it. Gangway's artifacts must be in a repository that Maven knows; `./mvnw install` in Gangway's sources puts them
            into yours.
            """;

    private final boolean war;
    private final Path folder;
    private final String packageName;

    Project(boolean war, Path folder, String packageName) {
        this.war = war;
        this.folder = folder;
        this.packageName = packageName;
    }

    /** Returns where the Java is written. */
    Path sources() {
        return folder.resolve("src/main/java");
    }

    /**
     * Writes all but the Java of the port.
     *
     * @param handler the handler class, without its package
     * @param main the class that has {@code main}
     * @param plain whether the handler needs no arguments
     */
    void write(PythonTree tree, String handler, String main, boolean plain, String version) throws IOException {
        String name = handler.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
        String qualified = packageName + "." + handler;
        put(
                "pom.xml",
                POM.formatted(
                        packageName,
                        name,
                        war ? "war" : "jar",
                        version,
                        war ? SERVLET : STANDALONE,
                        war ? WAR_PLUGIN : JAR_PLUGIN.formatted(packageName + "." + main)));
        if (war) {
            put("src/main/webapp/WEB-INF/web.xml", WEB_XML.formatted(qualified));
        }
        put("src/test/recordings/.gitkeep", "");
        if (plain) {
            put(
                    "src/test/java/" + packageName.replace('.', '/') + "/RecordingsTest.java",
                    TEST.formatted(packageName, handler));
        }
        String run = war ? "cp target/" + name + ".war $CATALINA_BASE/webapps/" : "java -jar target/" + name + ".jar";
        put("README.md", README.formatted(handler, tree.name(), run));
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        PortCommand.write(file, text);
    }
}
