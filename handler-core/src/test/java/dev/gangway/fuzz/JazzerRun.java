package dev.gangway.fuzz;

import static dev.gangway.fuzz.FuzzInput.require;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a target under Jazzer, guided by coverage, in a process of its own. What makes it fail goes to the corpus in the sources;
 * what it finds new on the way to {@code target/fuzz}, from where the next run goes on.
 */
final class JazzerRun {
    private static final Duration DURATION = Duration.parse(System.getProperty("fuzz.duration", "PT30M"));
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";

    private final FuzzTarget target;

    JazzerRun(FuzzTarget target) {
        this.target = target;
    }

    void run() throws IOException, InterruptedException {
        Path found =
                Files.createDirectories(Path.of("target/fuzz", target.type().getSimpleName()));
        Files.createDirectories(target.corpus());
        Path log = found.resolveSibling(found.getFileName() + ".log");
        System.out.println(target.type().getSimpleName() + ": " + DURATION + ", see " + log);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                classPath(),
                MAIN,
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=dev.gangway.**",
                "--custom_hook_includes=dev.gangway.**",
                "--instrumentation_excludes=dev.gangway.fuzz.**:dev.gangway.contract.**",
                "--reproducer_path=" + found,
                "-max_total_time=" + DURATION.toSeconds(),
                "-timeout=60", // the first run loads and instruments classes
                "-rss_limit_mb=4096",
                "-print_final_stats=1",
                "-artifact_prefix=" + target.corpus() + File.separator));
        command.addAll(List.of(found.toString(), target.corpus().toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        require(status == 0, target.type().getSimpleName() + " has failed, see " + log);
    }

    /** Archives that bring agents of their own into the process would be in the way. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("junit") && !entry.contains("surefire"))
                        .toList());
    }
}
