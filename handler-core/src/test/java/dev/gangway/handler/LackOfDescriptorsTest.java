package dev.gangway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LackOfDescriptorsTest {
    @TempDir
    Path directory;

    /** A client that was told 404 would take the file for deleted. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
    void makesFilesUnavailableAndNotMissing() throws Exception {
        Path file = Files.writeString(directory.resolve("file.txt"), "text");
        Files.createDirectories(directory.resolve("folder/inner"));
        Files.createDirectory(directory.resolve("cgi-bin"));
        Files.writeString(directory.resolve("cgi-bin/script"), "no program");
        List<String> lines = hoard(file, "/file.txt", "/folder/", "/cgi-bin/script", "/missing", "/x/y");
        // To see that nothing is there takes no descriptor; nor does a script's permission, where all links are
        // followed.
        List<List<Integer>> all = List.of(
                of(200, 200, 403, 404, 404, 200, 200, 403, 404, 404, 200, 200, 403, 404, 404),
                of(503, 503, 403, 404, 404, 503, 503, 503, 404, 404, 503, 503, 503, 404, 404),
                of(200, 200, 403, 404, 404, 200, 200, 403, 404, 404, 200, 200, 403, 404, 404));
        assertEquals(all.stream().map(List::toString).toList(), lines);
    }

    private static List<Integer> of(Integer... statuses) {
        return List.of(statuses);
    }

    private List<String> hoard(Path file, String... targets) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "ulimit -n 200; exec \"$@\"", "sh", java, "-cp", System.getProperty("java.class.path"));
        builder.command().addAll(List.of(DescriptorHoard.class.getName(), directory.toString(), file.toString()));
        builder.command().addAll(List.of(targets));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            return out.lines().toList();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
