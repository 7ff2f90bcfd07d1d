package dev.gangway.handler.spawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file stands for the pipe: it grows, and tells how much it holds. */
class EndingInputTest {
    private static final byte[] OUTPUT = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @TempDir
    Path directory = Path.of("");

    private Path pipe = Path.of("");

    @BeforeEach
    void print() throws IOException {
        pipe = Files.write(directory.resolve("pipe"), OUTPUT);
    }

    @Test
    void losesNothingIfTheProcessEndsDuringARead() throws IOException {
        EndingInput[] input = new EndingInput[1];
        FileInputStream slow = new FileInputStream(pipe.toFile()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                input[0].end();
                return n;
            }
        };
        try (EndingInput ending = new EndingInput(slow)) {
            input[0] = ending;
            assertEquals(4, ending.read(new byte[4]));
            assertEquals(6, ending.available());
            assertArrayEquals(new byte[] {4, 5, 6, 7, 8, 9}, ending.readAllBytes());
        }
    }

    @Test
    void endsThoughAnotherProcessPrintsMore() throws IOException {
        try (EndingInput ending = new EndingInput(new FileInputStream(pipe.toFile()))) {
            assertEquals(0, ending.read());
            ending.end();
            assertEquals(9, ending.available());
            Files.write(pipe, OUTPUT, StandardOpenOption.APPEND);
            assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, ending.readNBytes(20));
            assertEquals(0, ending.available());
            assertEquals(-1, ending.read());
        }
    }
}
