package dev.gangway.files;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Paths and names made at random, always the same ones: nothing outside of the directory is read or written, and no handler fails. The
 * system property {@code generated.paths} makes it more of them, a million in the profile {@code hostile}.
 */
@Tag("hostile")
class NothingOutsideTest {
    private static final int COUNT = Integer.getInteger("generated.paths", 8_000);

    private static final String[] PIECES = {
        "/",
        "/",
        "/",
        "..",
        ".",
        "%2e%2e",
        "%2E.",
        "%2f",
        "%5c",
        "\\",
        "secret.txt",
        "outside",
        "outfile",
        "root",
        "rootsecret",
        "loop",
        ".store",
        ".html",
        "in",
        "out",
        "up",
        "file.txt",
        "dir",
        ".hidden",
        "%00",
        "%ED%B3%BF",
        "%C0%AF",
        "//",
        ";",
        "?archive=zip",
        "?archive=tar.gz",
        "?upload=0123456789abcdef0123456789abcdef",
        "?json",
        "a b",
        "%20",
        "\u00e9",
        "C:",
        "~",
        "%252e%252e",
        ".file.txt.part-0123456789abcdef0123456789abcdef",
        "nul",
        "CON",
        ".well-known"
    };
    private static final String[] METHODS = {
        "GET",
        "GET",
        "HEAD",
        "PUT",
        "POST",
        "TUS",
        "PATCH",
        "PROPFIND",
        "DELETE",
        "MKCOL",
        "MOVE",
        "COPY",
        "LOCK",
        "PROPPATCH"
    };

    /** Deleted and moved files are there again after so many requests. */
    private static final int REBUILT_AFTER = 50;

    @Test
    void readsAndWritesNothingOutside(@TempDir Path folder) throws Exception {
        HostileTree tree = new HostileTree(folder);
        Random random = new Random(20261128);
        StringBuilder since = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            int policy = random.nextInt(tree.policies());
            String request = HostileTree.request(METHODS[random.nextInt(METHODS.length)], path(random), path(random));
            since.append(request);
            tree.send(policy, request);
            if (i % REBUILT_AFTER == 0) {
                tree.check(since.toString());
                tree.build();
                since.setLength(0);
            }
        }
        tree.check(since.toString());
    }

    @Test
    void changesNothingHidden(@TempDir Path folder) throws Exception {
        HostileTree tree = new HostileTree(folder);
        Random random = new Random(20261129);
        for (int i = 0; i < COUNT / 4; i++) {
            String request = HostileTree.request(METHODS[random.nextInt(METHODS.length)], path(random), path(random));
            tree.send(random.nextInt(2), request);
            tree.checkHidden(request);
            if (i % REBUILT_AFTER == 0) {
                tree.build();
            }
        }
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(6); i >= 0; i--) {
            path.append(PIECES[random.nextInt(PIECES.length)]);
            path.append(random.nextBoolean() ? "/" : "");
        }
        return path.toString().replace(" ", "%20");
    }
}
