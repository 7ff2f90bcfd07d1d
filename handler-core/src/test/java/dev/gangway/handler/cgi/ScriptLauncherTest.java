package dev.gangway.handler.cgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to start a script gives it the same. Without a permission for native access there is one way alone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks /proc")
class ScriptLauncherTest {
    private static final Map<String, String> VARIABLES = Map.of("PATH", "/usr/local/bin:/usr/bin:/bin");

    private static Stream<Arguments> launchers() {
        return Stream.concat(Stream.of(new JavaLauncher()), DirectLauncher.find().stream())
                .map(launcher -> Arguments.argumentSet(launcher.getClass().getSimpleName(), launcher));
    }

    @TempDir
    Path directory = Path.of("");

    private record Ended(int code, String output, String errors) {}

    /** Prints what a program finds when it starts. */
    private static final String LOOK = """
            grep -E '^(Umask|Uid|Gid|Groups|Sig[BIC]|Cap|NoNewPrivs|Seccomp)' /proc/self/status
            cat /proc/self/limits
            tr '\\0' '\\n' </proc/self/environ | sort
            pwd; umask; printf '%s|' "$0" "$@"; ls -l /proc/self/fd/0 | cut -c1-10; cat
            """;

    @ParameterizedTest
    @MethodSource("launchers")
    void givesAScriptASessionOfItsOwnAndThreeDescriptors(ScriptLauncher launcher) throws IOException {
        Ended ended = shell(launcher, """
                read pid name state parent group session rest </proc/self/stat
                [ $$ = $group ] && [ $$ = $session ] && echo leads
                cd /proc/self/fd && for n in *; do [ ! -e $n ] || echo $n; done
                """);
        assertEquals(new Ended(0, "leads\n0\n1\n2\n", ""), ended);
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void givesAScriptTheSameAsEveryOtherWay(ScriptLauncher launcher) throws IOException {
        List<String> command = List.of("sh", "-c", LOOK, "name", "", "two words", "*", "\n");
        Map<String, String> variables = Map.of("PATH", "/usr/bin:/bin", "EMPTY", "", "LINES", "a\nb", "EQUALS", "a=b");
        assertEquals(run(new JavaLauncher(), command, variables, "/"), run(launcher, command, variables, "/"));
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void passesBytesOn(ScriptLauncher launcher) throws IOException {
        String name = "\udce9\u00e9\udcff";
        String folder = Files.createDirectory(Path.of(URI.create(directory.toUri() + "%E9%C3%A9%FF")))
                        .getParent() + "/" + name;
        Ended ended = run(
                launcher,
                List.of("/bin/sh", "-c", "printf %s \"$1|$X|${PWD##*/}\"", "sh", name),
                Map.of("X", name),
                folder);
        String bytes = "\u00e9\u00c3\u00a9\u00ff";
        assertEquals(new Ended(0, bytes + "|" + bytes + "|" + bytes, ""), ended);
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void tellsHowAScriptHasEnded(ScriptLauncher launcher) throws IOException {
        assertEquals(new Ended(7, "out", "err\n"), shell(launcher, "printf out; echo err >&2; exit 7"));
        assertEquals(-15, shell(launcher, "kill $$; sleep 9").code());
        assertEquals(255, shell(launcher, "exit 255").code());
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void refusesWhatTheSystemCannotStart(ScriptLauncher launcher) {
        List<String> long1 = List.of("/bin/sh", "-c", ":", "x".repeat(3_000_000));
        String message = assertThrows(IOException.class, () -> run(launcher, long1, VARIABLES, null))
                .getMessage();
        assertTrue(String.valueOf(message).contains("Argument list too long"), message);
        assertThrows(IOException.class, () -> run(launcher, List.of("/bin/sh"), VARIABLES, "/none"));
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void ignoresWhatAScriptLeavesBehind(ScriptLauncher launcher) throws IOException {
        Ended ended = shell(launcher, "echo first; while echo more; do :; done & exit 0");
        assertTrue(ended.output().startsWith("first\n"));
    }

    @ParameterizedTest
    @MethodSource("launchers")
    void leavesNothingBehind(ScriptLauncher launcher) throws Exception {
        long pipes = pipes();
        long children = ProcessHandle.current().children().count();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Ended>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String[] argument = {Integer.toString(i)};
                all.add(threads.submit(
                        () -> shell(launcher, "[ $1 -lt 50 ] || kill -9 $$; sleep 0.01; echo $1", argument)));
            }
            for (int i = 0; i < all.size(); i++) {
                assertEquals(
                        new Ended(i < 50 ? 0 : -9, i < 50 ? i + "\n" : "", ""),
                        all.get(i).get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(children, ProcessHandle.current().children().count());
        assertEquals(pipes, pipes());
    }

    private static long pipes() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(ScriptLauncherTest::isPipe).count();
        }
    }

    private static boolean isPipe(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("pipe:");
        } catch (IOException e) {
            return false; // Closed meanwhile.
        }
    }

    private static Ended shell(ScriptLauncher launcher, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", program, "sh"));
        command.addAll(List.of(arguments));
        return run(launcher, command, VARIABLES, null);
    }

    private static Ended run(
            ScriptLauncher launcher, List<String> command, Map<String, String> variables, @Nullable String folder)
            throws IOException {
        Collected output = new Collected();
        StringBuilder errors = new StringBuilder();
        try (CgiProcess process = CgiProcess.start(launcher, command, variables, folder)) {
            process.feed(InputStream.nullInputStream(), 0);
            int code = process.run(
                    output,
                    new ErrorLines(line -> errors.append(line).append('\n')),
                    new CgiLimits(Duration.ofSeconds(30), null),
                    new ClientWatch(() -> false));
            return new Ended(code, output.bytes.toString(StandardCharsets.ISO_8859_1), errors.toString());
        }
    }

    private static final class Collected implements ScriptOutput {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public void flush() {}
    }
}
