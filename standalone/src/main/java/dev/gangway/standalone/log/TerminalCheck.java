package dev.gangway.standalone.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells whether standard error is a terminal, which Java 17 does not. */
public final class TerminalCheck implements BooleanSupplier {
    /** Asks {@link #standardError()}. A class of its own, because a lambda costs a start more. */
    public static final BooleanSupplier STANDARD_ERROR = new TerminalCheck();

    private static final Path LINUX = Path.of("/proc/self/fd/2");
    private static final int WAIT_SECONDS = 2;

    private TerminalCheck() {}

    /**
     * Looks at the descriptor: on Linux at its name, elsewhere with {@code test -t 2}.
     *
     * @return false where it cannot be told, on Windows for example
     */
    public static boolean standardError() {
        return Files.isSymbolicLink(LINUX) ? isTerminal(LINUX) : testSaysSo();
    }

    @Override
    public boolean getAsBoolean() {
        return standardError();
    }

    /** Tells whether a link of {@code /proc} leads to a terminal: {@code /dev/pts/0}, {@code /dev/tty1}, {@code /dev/console}. */
    static boolean isTerminal(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean testSaysSo() {
        try {
            Process test = new ProcessBuilder("test", "-t", "2")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return test.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
