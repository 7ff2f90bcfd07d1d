package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.handler.store.FileStore;
import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestExchange;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is missing is told from one that the system cannot look at. */
class FailedLookTest {
    private static final String LONG = "a".repeat(300);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(LinkPolicy.class)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its users may make no links")
    void whatCannotBeThereIsMissing(LinkPolicy policy) throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        FileTree tree = policy.tree(folder, new FileStore(0, Clock.systemUTC()));
        assertNotNull(tree.attributes(folder.resolve("file")));
        for (String name : new String[] {"none", "file/x", "none/x", "loop", "loop/x", LONG, "x/".repeat(3000) + "x"}) {
            assertNull(tree.attributes(folder.resolve(name)), name);
        }
    }

    @Test
    void whatCannotBeThereIsMissingInAFileSystemOfAnotherKind() throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path root = Files.createDirectory(memory.getPath("/root"));
            Files.writeString(root.resolve("file"), "text");
            Files.createSymbolicLink(root.resolve("loop"), memory.getPath("loop"));
            for (String name : new String[] {"none", "file/x", "none/x", "loop", "loop/x"}) {
                assertNull(OpenTree.INSTANCE.attributes(root.resolve(name)), name);
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it does not tell the two apart")
    void aFailureOfTheDiskIsNoMissingFile() {
        Path file = folder.resolve("file");
        IOException failure = new FileSystemException(file.toString(), null, "Input/output error");
        // Not "Not a directory": newer JDKs have a class of its own for that.
        assertDoesNotThrow(
                () -> FailedLook.check(file, new FileSystemException(file.toString(), null, "File name too long")));
        FilesUnavailableException told =
                assertThrows(FilesUnavailableException.class, () -> FailedLook.check(file, failure));
        assertEquals("Input/output error", told.getMessage());
    }

    /** Not 404, after which a client takes a file for deleted. */
    @Test
    void aClientIsToldThatAFileIsUnavailable() {
        Path broken = BrokenFileSystem.root("device not ready");
        HandlerTester tester = HandlerTester.of(() -> new SimpleHTTPRequestHandler() {
            @Override
            public Path translatePath(String path) {
                return broken;
            }
        });
        TestExchange exchange = tester.get("/file").exchange();
        assertEquals(503, exchange.response().status());
        assertTrue(
                exchange.logLines().get(0).endsWith("cannot open files: device not ready"),
                () -> exchange.logLines().toString());
    }
}
