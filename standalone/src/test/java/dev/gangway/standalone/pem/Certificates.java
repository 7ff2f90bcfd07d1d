package dev.gangway.standalone.pem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Certificates for tests, made by openssl at the time of the test. */
public final class Certificates {
    private Certificates() {}

    /** Skips the test where there is no openssl. */
    public static void assumeOpenssl() {
        boolean present;
        try {
            present = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            present = false;
        }
        Assumptions.assumeTrue(present, "openssl is not installed");
    }

    /** Makes a certificate for localhost, cert.pem, and its key, key.pem, of a kind such as {@code rsa:2048}. */
    public static void make(Path directory, String kind, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-newkey",
                kind,
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1"));
        command.addAll(List.of(more));
        openssl(directory, command.toArray(String[]::new));
    }

    /** Runs openssl in a directory. */
    public static void openssl(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(directory, "openssl", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        Assertions.assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        Assertions.assertEquals(0, process.exitValue(), () -> command + ": " + text(output));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
