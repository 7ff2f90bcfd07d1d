package dev.gangway.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.files.DirectoryEntry;
import dev.gangway.handler.files.FileTree;
import dev.gangway.handler.files.FilesUnavailableException;
import dev.gangway.handler.store.FileStore;
import dev.gangway.handler.store.ListingText;
import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestExchange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LackOfMemoryTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void makesAListingUnavailable() throws IOException {
        Files.writeString(directory.resolve("file.txt"), "text");
        TestExchange exchange = HandlerTester.of(() -> new SimpleHTTPRequestHandler(directory) {
                    @Override
                    protected FileTree tree() {
                        return new LargeTree(super.tree());
                    }
                })
                .get("/")
                .exchange();
        assertEquals(503, exchange.response().status());
        assertEquals(List.of(), exchange.errors());
        String log = exchange.response().logLines().toString();
        assertTrue(log.contains("cannot open files: too many names in the directory"), log);
    }

    /** A tree whose listings take more memory than there is. */
    private record LargeTree(FileTree tree) implements FileTree {
        @Override
        public @Nullable BasicFileAttributes attributes(Path path) throws FilesUnavailableException {
            return tree.attributes(path);
        }

        @Override
        public FileChannel open(Path path) throws IOException {
            return tree.open(path);
        }

        @Override
        public List<DirectoryEntry> entries(Path path) throws IOException {
            return tree.entries(path);
        }

        @Override
        public ListingText lines(Path path, FileStore store) {
            throw new OutOfMemoryError("Java heap space");
        }
    }
}
