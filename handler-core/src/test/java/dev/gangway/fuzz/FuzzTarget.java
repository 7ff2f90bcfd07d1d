package dev.gangway.fuzz;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A class with a method {@code public static void fuzzerTestOneInput(byte[])}, and its corpus: the seeds, and every input that has
 * ever failed, in {@code src/test/resources/dev/gangway/fuzz} in a folder of the class's name.
 */
public final class FuzzTarget {
    /** What grammars are made of. */
    private static final String[] WORDS = {
        "\r\n",
        "\r\n\r\n",
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        ";",
        ",",
        "/",
        "//",
        "\\",
        "..",
        "%",
        "%2e%2e",
        "%2f",
        "%00",
        "?",
        "#",
        "=",
        "\"",
        "-",
        "0",
        "1",
        "65536",
        "9223372036854775807",
        "ffffffffffffffff",
        "GET ",
        "HEAD ",
        "POST ",
        "UNREAD ",
        "HTTP/1.1",
        "HTTP/1.0",
        "http://x/",
        "Host: x\r\n",
        "Content-Length: ",
        "Transfer-Encoding: chunked\r\n",
        "chunked",
        "Connection: keep-alive\r\n",
        "Connection: close\r\n",
        "Expect: 100-continue\r\n",
        "Range: bytes=",
        "bytes=0-0,-1",
        "0\r\n\r\n",
        "\u0085",
        "\u00ff",
        "*",
        "'utf-8'",
        "GMT",
        "1994"
    };

    private static final int MAX_BYTES = 4096;

    private final Class<?> type;
    private final MethodHandle run;
    private final Path corpus;

    FuzzTarget(Class<?> type) throws ReflectiveOperationException {
        this.type = type;
        this.run = MethodHandles.publicLookup()
                .findStatic(type, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        this.corpus = Path.of("src/test/resources/dev/gangway/fuzz", type.getSimpleName());
    }

    Class<?> type() {
        return type;
    }

    /** Returns the folder of the corpus, in the module's sources. */
    Path corpus() {
        return corpus;
    }

    /** Runs every input of the corpus. */
    void replay() throws IOException {
        for (byte[] input : inputs()) {
            run(input);
        }
    }

    /** Runs so many inputs that are made from the corpus, the same ones for the same seed. */
    void mutate(int count, long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> inputs = inputs();
        for (int i = 0; i < count; i++) {
            byte[] input = inputs.get(random.nextInt(inputs.size()));
            for (int j = random.nextInt(6); j >= 0; j--) {
                input = mutated(input, inputs, random);
            }
            run(input);
        }
    }

    private void run(byte[] input) {
        long start = System.nanoTime();
        try {
            run.invoke(input);
        } catch (Throwable e) {
            throw new AssertionError(type.getSimpleName() + " fails with " + quoted(input), e);
        }
        if (System.nanoTime() - start > 5_000_000_000L) {
            throw new AssertionError(type.getSimpleName() + " takes long with " + quoted(input));
        }
    }

    private List<byte[]> inputs() throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        inputs.add(new byte[0]);
        if (Files.isDirectory(corpus)) {
            try (Stream<Path> files = Files.list(corpus)) {
                List<Path> sorted = new ArrayList<>(files.toList());
                Collections.sort(sorted);
                for (Path file : sorted) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    private static byte[] mutated(byte[] input, List<byte[]> others, Random random) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(input, at, to, new byte[0]);
            case 1 -> spliced(input, at, at, Arrays.copyOfRange(input, at, to));
            case 2 -> spliced(input, at, Math.min(at + 1, input.length), new byte[] {(byte) random.nextInt(256)});
            case 3 -> spliced(input, at, at, word(random));
            case 4 -> spliced(input, at, to, word(random));
            default -> spliced(input, at, input.length, tail(others.get(random.nextInt(others.size())), random));
        };
    }

    private static byte[] word(Random random) {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] tail(byte[] other, Random random) {
        return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] replacement) {
        byte[] result = Arrays.copyOf(input, from + replacement.length + input.length - to);
        System.arraycopy(replacement, 0, result, from, replacement.length);
        System.arraycopy(input, to, result, from + replacement.length, input.length - to);
        return result.length > MAX_BYTES ? Arrays.copyOf(result, MAX_BYTES) : result;
    }

    private static String quoted(byte[] input) {
        StringBuilder text = new StringBuilder("\"");
        for (byte b : input) {
            boolean shown = b >= ' ' && b < 0x7f && b != '"' && b != '\\';
            text.append(shown ? String.valueOf((char) b) : String.format("\\%03o", b & 0xff));
        }
        return text.append('"').toString();
    }
}
