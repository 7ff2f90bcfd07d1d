package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gangway.host.ClientGoneException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCopyTest {
    private static final int LENGTH = 200_000;

    private final FileCopy copy = new FileCopy();

    /** Does with each buffer what a test wants; it gets no bytes otherwise. */
    public static final class Taking extends OutputStream {
        /** The step under test. */
        interface Action {
            void with(ByteBuffer buffer) throws IOException;
        }

        private final Action action;

        Taking(Action action) {
            this.action = action;
        }

        @Override
        public void write(int b) {
            throw new AssertionError("asked to write bytes");
        }

        public void write(ByteBuffer buffer) throws IOException {
            action.with(buffer);
        }
    }

    private static byte[] content() {
        byte[] bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static FileChannel file(Path directory) throws IOException {
        return FileChannel.open(Files.write(directory.resolve("file"), content()));
    }

    private static ContentOutput output(OutputStream stream, long length) {
        ContentOutput out = new ContentOutput(() -> stream, new BufferWriter());
        out.begin(length);
        return out;
    }

    @ParameterizedTest(name = "{1} bytes from {0}")
    @CsvSource({"0, 0, 0", "0, 1, 1", "17, 65536, 65536", "0, 200000, 200000", "199999, 1, 1", "100000, 150000, 100000"
    })
    void sendsWhatTheFileHas(long position, long count, int expected, @TempDir Path directory) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (FileChannel file = file(directory)) {
            assertEquals(expected, copy.send(file, position, count, output(sent, count)));
        }
        assertArrayEquals(Arrays.copyOfRange(content(), (int) position, (int) position + expected), sent.toByteArray());
    }

    @Test
    void leavesABufferAloneThatTheContainerMayStillWriteFrom(@TempDir Path directory) throws IOException {
        List<ByteBuffer> stuck = new ArrayList<>();
        Taking slow = new Taking(buffer -> {
            stuck.add(buffer.duplicate());
            throw new IOException("Idle timeout");
        });
        try (FileChannel file = file(directory)) {
            assertThrows(ClientGoneException.class, () -> copy.send(file, 0, 100, output(slow, 100)));
            // As many as there are buffers: whichever is next, it is not that one.
            for (int i = 0; i < 200; i++) {
                copy.send(file, 5000, 100, output(new ByteArrayOutputStream(), 100));
            }
        }
        byte[] kept = new byte[100];
        stuck.get(0).get(kept);
        assertArrayEquals(Arrays.copyOf(content(), 100), kept);
    }

    @Test
    void sendsToMoreClientsThanThereAreBuffers(@TempDir Path directory) throws IOException {
        try (FileChannel file = file(directory)) {
            sendWithin(file, 0);
        }
    }

    /** Begins to send to another client while this one still takes its bytes, down to a depth of 100 clients. */
    private void sendWithin(FileChannel file, int depth) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Taking nested = new Taking(buffer -> {
            if (depth < 100) {
                sendWithin(file, depth + 1);
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            sent.write(bytes);
        });
        copy.send(file, depth, 10, output(nested, 10));
        assertArrayEquals(Arrays.copyOfRange(content(), depth, depth + 10), sent.toByteArray());
    }
}
