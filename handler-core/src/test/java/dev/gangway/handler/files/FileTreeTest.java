package dev.gangway.handler.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.gangway.handler.store.FileStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileTreeTest {
    private static final FileStore NOTHING = new FileStore(0, Clock.systemUTC());

    @TempDir
    static Path folder;

    /** Keeps directories open from one test to the next. */
    private static final FileStore KEPT = new FileStore(100, Clock.systemUTC());

    @AfterAll
    static void closeKept() {
        KEPT.close();
    }

    private record Tree(Path root, boolean follows, boolean inside) {}

    /** What each policy makes of a path: f a file, d a directory, - nothing. */
    static Stream<Arguments> paths() {
        return Stream.of(
                        "file f f f",
                        "dir d d d",
                        "dir/file f f f",
                        "nothing - - -",
                        "file/below - - -",
                        "to-file f f -",
                        "to-dir d d -",
                        "to-dir/file f f -",
                        "to-itself-above d d -",
                        "to-itself-above/file f f -",
                        "absolute f f -",
                        "chain f f -",
                        "broken - - -",
                        "loop - - -",
                        "outside-file f - -",
                        "outside-dir d - -",
                        "outside-dir/secret f - -",
                        "outside-absolute f - -",
                        "up-and-down f - -",
                        "dir/../file f f f",
                        "dir/up-once f f -",
                        "dir/up-twice f - -",
                        "through-outside f - -")
                .flatMap(row -> {
                    String[] cells = row.split(" ");
                    return Stream.of(LinkPolicy.values())
                            .map(policy -> Arguments.of(cells[0], policy, cells[1 + policy.ordinal()]));
                });
    }

    private static Path build(Path top) throws IOException {
        Path root = Files.createDirectories(top.resolve("root"));
        Path outside = Files.createDirectories(top.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(outside.resolve("back"), root.resolve("file"));
        Files.writeString(root.resolve("file"), "public");
        Path dir = Files.createDirectory(root.resolve("dir"));
        Files.writeString(dir.resolve("file"), "public");
        link(root, "to-file", "file");
        link(root, "to-dir", "dir");
        link(root, "to-itself-above", "../root");
        link(root, "chain", "to-file");
        link(root, "broken", "nowhere");
        link(root, "loop", "loop");
        link(root, "outside-file", "../outside/secret");
        link(root, "outside-dir", "../outside");
        link(root, "up-and-down", "dir/../../outside/secret");
        link(root, "through-outside", "../outside/back");
        link(dir, "up-once", "../file");
        link(dir, "up-twice", "../../outside/secret");
        Files.createSymbolicLink(root.resolve("absolute"), root.resolve("dir/file"));
        Files.createSymbolicLink(root.resolve("outside-absolute"), outside.resolve("secret"));
        return root;
    }

    private static void link(Path folder, String name, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), folder.getFileSystem().getPath(target));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("paths")
    void followsWhatThePolicyLetsIt(String path, LinkPolicy policy, String expected) throws IOException {
        Path root = folder.resolve("root");
        if (!Files.exists(root)) {
            build(folder);
        }
        // A link that leads above the root is refused, even if it comes back: clients learn nothing of what is above.
        check(root, path, policy, path.startsWith("to-itself") && policy == LinkPolicy.INSIDE ? "-" : expected);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("paths")
    void doesSoOnAFileSystemInMemory(String path, LinkPolicy policy, String expected) throws IOException {
        Configuration unix = Configuration.unix();
        try (FileSystem files = Jimfs.newFileSystem(unix)) {
            Path root = build(files.getPath("/top"));
            check(root, path, policy, path.startsWith("to-itself") && policy == LinkPolicy.INSIDE ? "-" : expected);
        }
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("paths")
    void doesSoWhereDirectoriesCannotBeHeldOpen(String path, LinkPolicy policy, String expected) throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows().toBuilder()
                .setSupportedFeatures(
                        com.google.common.jimfs.Feature.SYMBOLIC_LINKS, com.google.common.jimfs.Feature.FILE_CHANNEL)
                .build())) {
            Path root = build(windows.getPath("C:\\top"));
            // Here the system follows the links, and it is asked only where they end.
            boolean endsInside = path.equals("through-outside") && policy == LinkPolicy.INSIDE;
            check(root, path, policy, endsInside ? "f" : expected);
        }
    }

    private static void check(Path root, String path, LinkPolicy policy, String expected) throws IOException {
        check(policy.tree(root, NOTHING), root, path, policy, expected);
        check(policy.tree(root, KEPT), root, path, policy, expected);
    }

    private static void check(FileTree tree, Path root, String path, LinkPolicy policy, String expected)
            throws IOException {
        Path file = root.resolve(path);
        BasicFileAttributes attributes = tree.attributes(file);
        String found = attributes == null ? "-" : attributes.isRegularFile() ? "f" : "d";
        assertEquals(expected, found);
        assertEquals(expected.equals("f"), tree.isFile(file));
        checkSibling(tree, root, file);
        if (expected.equals("f")) {
            try (FileChannel channel = tree.open(file)) {
                assertTrue(channel.size() == 6);
            }
        } else if (policy != LinkPolicy.FOLLOW) {
            assertThrows(IOException.class, () -> tree.open(file).close());
        }
        if (expected.equals("d")) {
            assertFalse(tree.entries(file).isEmpty());
        } else {
            assertThrows(IOException.class, () -> tree.entries(file));
        }
    }

    /** A file that is looked at beside another one is the one that a look of its own finds. */
    private static void checkSibling(FileTree tree, Path root, Path file) throws IOException {
        BasicFileAttributes attributes = tree.attributes(file);
        boolean isFile = attributes != null && attributes.isRegularFile();
        for (String beside : new String[] {"file", "dir/file", "to-dir/file", "nothing"}) {
            for (int i = 0; i < 2; i++) {
                tree.attributes(root.resolve(beside));
                BasicFileAttributes found = tree.sibling(file);
                assertEquals(isFile, found != null && found.isRegularFile(), "beside " + beside);
            }
        }
    }

    @Test
    void listsLinksAsThePolicyHasIt() throws IOException {
        Path root = build(folder.resolve("listed"));
        assertEquals(
                "absolute@ broken@ chain@ dir/ file loop@ outside-absolute@ outside-dir/@ outside-file@"
                        + " through-outside@ to-dir/@ to-file@ to-itself-above/@ up-and-down@",
                names(LinkPolicy.FOLLOW.tree(root, KEPT).entries(root)));
        assertEquals(
                "absolute@ chain@ dir/ file to-dir/@ to-file@",
                names(LinkPolicy.INSIDE.tree(root, KEPT).entries(root)));
        assertEquals("dir/ file", names(LinkPolicy.NEVER.tree(root, KEPT).entries(root)));
    }

    private static String names(List<DirectoryEntry> entries) {
        return entries.stream()
                .map(entry -> entry.name() + (entry.directory() ? "/" : "") + (entry.link() ? "@" : ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void theRootItselfMayBeALink() throws IOException {
        Path root = build(folder.resolve("linked"));
        Path link = Files.createSymbolicLink(folder.resolve("link-to-root"), root);
        for (LinkPolicy policy : LinkPolicy.values()) {
            assertNotNull(policy.tree(link, KEPT).attributes(link.resolve("file")), policy.toString());
            assertFalse(policy.tree(link, KEPT).entries(link).isEmpty(), policy.toString());
        }
        assertNotNull(LinkPolicy.INSIDE.tree(link, KEPT).attributes(link.resolve("absolute")));
    }

    @ParameterizedTest
    @EnumSource
    void theRootMayBeRelative(LinkPolicy policy) throws IOException {
        for (Path root : List.of(Path.of(""), Path.of("."))) {
            FileTree tree = policy.tree(root, KEPT);
            assertTrue(tree.isFile(root.resolve("pom.xml")));
            assertFalse(tree.entries(root).isEmpty());
            assertNull(tree.attributes(root.resolve("nothing")));
            assertEquals(policy == LinkPolicy.FOLLOW, tree.attributes(root.resolve("..")) != null);
        }
    }

    @Test
    void nothingOutsideTheRootIsServedUnderAPolicy() throws IOException {
        Path root = build(folder.resolve("other"));
        Path secret = folder.resolve("other/outside/secret");
        assertNotNull(LinkPolicy.FOLLOW.tree(root, KEPT).attributes(secret));
        assertNull(LinkPolicy.INSIDE.tree(root, KEPT).attributes(secret));
        assertNull(LinkPolicy.NEVER.tree(root, KEPT).attributes(secret));
        assertNull(LinkPolicy.NEVER.tree(root, KEPT).attributes(root.resolve("../outside/secret")));
        assertThrows(
                IOException.class,
                () -> LinkPolicy.INSIDE.tree(root, KEPT).open(secret).close());
    }

    @Test
    void holdsWhileADirectoryIsExchangedForALink() throws Exception {
        Path root = build(folder.resolve("raced"));
        Path flip = root.resolve("flip");
        Path directory = Files.createDirectory(root.resolve("real"));
        Files.writeString(directory.resolve("secret"), "public");
        AtomicBoolean done = new AtomicBoolean();
        Thread attacker = new Thread(() -> exchange(flip, directory, root, done));
        attacker.start();
        try {
            // What follows links meets both, so that the others have met both too.
            Set<String> met = read(LinkPolicy.FOLLOW, root, flip, 20_000, 2);
            Assumptions.assumeTrue(met.size() == 2, "this machine is too busy to let the two meet");
            assertFalse(read(LinkPolicy.INSIDE, root, flip, 3000, 2).contains("secret"));
            assertFalse(read(LinkPolicy.NEVER, root, flip, 3000, 2).contains("secret"));
        } finally {
            done.set(true);
            attacker.join();
        }
    }

    /** Puts by turns a directory and a link out of the root in a place, until told to stop. */
    private static void exchange(Path place, Path directory, Path root, AtomicBoolean done) {
        try {
            while (!done.get()) {
                Files.move(directory, place, StandardCopyOption.ATOMIC_MOVE);
                Thread.yield();
                Files.move(place, directory, StandardCopyOption.ATOMIC_MOVE);
                Files.createSymbolicLink(place, Path.of("../outside"));
                Thread.yield();
                Files.delete(place);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads a file again and again, until it has met so many contents. */
    private static Set<String> read(LinkPolicy policy, Path root, Path folder, int times, int contents) {
        Set<String> met = new HashSet<>();
        for (int i = 0; i < times && met.size() < contents; i++) {
            try (FileChannel channel = policy.tree(root, KEPT).open(folder.resolve("secret"))) {
                ByteBuffer buffer = ByteBuffer.allocate(6);
                channel.read(buffer);
                met.add(new String(buffer.array(), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Neither of them is there.
            }
        }
        return met;
    }

    @Test
    void policiesHaveNames() {
        for (LinkPolicy policy : LinkPolicy.values()) {
            assertEquals(policy, LinkPolicy.named(policy.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> LinkPolicy.named("FOLLOW"));
    }
}
