package dev.gangway.standalone.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code deploy} are well-formed to the programs that they are for. */
@Timeout(60)
class DeployTest {
    private static final Path DEPLOY = Path.of("../deploy").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            haproxy         | haproxy -c -q -f DEPLOY/haproxy/haproxy.cfg
            haproxy         | haproxy -c -q -f DEPLOY/compose/haproxy.cfg
            nginx           | nginx -t -q -p FOLDER/ -c DEPLOY/nginx/nginx.conf
            docker-compose  | docker-compose -f DEPLOY/compose/compose.yaml config -q
            kubectl         | kubectl kustomize DEPLOY/kubernetes
            kubectl         | kubectl kustomize DEPLOY/kubernetes-war
            systemd-analyze | systemd-analyze verify DEPLOY/systemd/gangway.socket DEPLOY/systemd/gangway.service
            """)
    void isTakenByItsProgram(String program, String command) throws Exception {
        Assumptions.assumeTrue(isInstalled(program), program + " is not installed");
        Assumptions.assumeTrue(
                !program.equals("systemd-analyze") || Files.isExecutable(Path.of("/usr/bin/java")),
                "there is no /usr/bin/java");
        List<String> words = List.of(command.replace("DEPLOY", DEPLOY.toString())
                .replace("FOLDER", folder.toString())
                .split(" +"));
        Path output = folder.resolve("output");
        Process check = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        check.waitFor(30, TimeUnit.SECONDS);
        assertEquals(0, check.exitValue(), () -> text(output));
    }

    private static boolean isInstalled(String program) {
        for (String place : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
