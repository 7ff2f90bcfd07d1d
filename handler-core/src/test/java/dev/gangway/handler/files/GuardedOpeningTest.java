package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.FileStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GuardedOpeningTest {
    @TempDir
    Path directory;

    /** As if the FIFO had taken the place of a file after that was looked at. */
    @ParameterizedTest
    @EnumSource
    void aFifoIsGivenUpWhenItStandsWhereAFileWas(LinkPolicy policy) throws Exception {
        Path fifo = fifo();
        FileTree tree = policy.tree(directory, new FileStore(0, Clock.systemUTC()));
        assertEquals(Resolution.MISSING, Resolution.of(tree, fifo, "/fifo", List.of()));
        assertThrows(IOException.class, () -> tree.open(fifo).close());
    }

    @Test
    void filesAreOpenedAsBefore() throws Exception {
        FileTree tree = LinkPolicy.FOLLOW.tree(directory, new FileStore(0, Clock.systemUTC()));
        Resolution.of(tree, fifo(), "/fifo", List.of());
        Path file = Files.writeString(directory.resolve("file"), "text");
        try (FileChannel channel = tree.open(file)) {
            assertEquals(4, channel.size());
        }
        assertThrows(
                NoSuchFileException.class,
                () -> tree.open(directory.resolve("missing")).close());
    }

    private Path fifo() throws InterruptedException {
        Path fifo = directory.resolve("fifo");
        try {
            Process mkfifo =
                    new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start();
            assertTrue(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0);
        } catch (IOException e) {
            Assumptions.abort("there is no mkfifo");
        }
        return fifo;
    }
}
