package dev.gangway.handler.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.store.ListingText;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryListingTest {
    private static final Pattern LINK = Pattern.compile("<li><a href=\"([^\"]*)\">");

    @TempDir
    Path folder;

    @Test
    void writesThePageAsCPythonDoes() throws IOException {
        List<DirectoryEntry> entries = List.of(
                new DirectoryEntry("b.txt", false, false, null),
                new DirectoryEntry("A dir", true, false, null),
                new DirectoryEntry("link", false, true, null),
                new DirectoryEntry("dirlink", true, true, null),
                new DirectoryEntry("a:b", false, false, null),
                new DirectoryEntry("<&>\"'.html", false, false, null),
                new DirectoryEntry("\u00e9", false, false, null),
                new DirectoryEntry("\udcff", false, false, null));
        String expected = """
                <!DOCTYPE HTML>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Directory listing for /x y/&lt;b&gt;&amp;</title>
                </head>
                <body>
                <h1>Directory listing for /x y/&lt;b&gt;&amp;</h1>
                <hr>
                <ul>
                <li><a href="%3C%26%3E%22%27.html">&lt;&amp;&gt;"'.html</a></li>
                <li><a href="A%20dir/">A dir/</a></li>
                <li><a href="a%3Ab">a:b</a></li>
                <li><a href="b.txt">b.txt</a></li>
                <li><a href="dirlink/">dirlink@</a></li>
                <li><a href="link">link@</a></li>
                <li><a href="%C3%A9">\u00c3\u00a9</a></li>
                <li><a href="%ED%B3%BF">\u00ff</a></li>
                </ul>
                <hr>
                </body>
                </html>
                """;
        assertEquals(
                expected,
                latin(DirectoryListing.page(
                        "/x%20y/%3Cb>&?q", DirectoryListing.lines(entries), Compatibility.PYTHON_3_13)));
    }

    @Test
    void ordersByLowerCaseAndThenByCodePoint() throws IOException {
        List<String> names = new ArrayList<>(List.of(
                "b", "B", "a", "A", "_", "Z", "10", "9", "\u00c9", "\u00e9", "\ue000", "\ud83d\ude00", "\udc80", "ab"));
        List<String> expected = List.of(
                "10", "9", "_", "A", "a", "ab", "B", "b", "Z", "\u00c9", "\u00e9", "\udc80", "\ue000", "\ud83d\ude00");
        Collections.shuffle(names, new Random(1));
        List<DirectoryEntry> entries = names.stream()
                .map(name -> new DirectoryEntry(name, false, false, null))
                .toList();
        String page = latin(DirectoryListing.page("/", DirectoryListing.lines(entries), Compatibility.PYTHON_3_13));
        int at = 0;
        for (String name : expected) {
            int next = page.indexOf(">" + latin(NameText.encodeLossy(name)) + "</a>");
            assertTrue(next > at, () -> "order of " + name);
            at = next;
        }
    }

    @Test
    void showsAnEmptyDirectory() throws IOException {
        String page = latin(DirectoryListing.page("/", DirectoryListing.lines(List.of()), Compatibility.PYTHON_3_13));
        assertTrue(page.contains("<hr>\n<ul>\n</ul>\n<hr>\n"));
    }

    @Test
    void replacesWhatCannotBeShownInTheTitle() throws IOException {
        assertTrue(
                latin(DirectoryListing.page("/%ED%A0%80", DirectoryListing.lines(List.of()), Compatibility.PYTHON_3_13))
                        .contains("<title>Directory listing for /\u00ef\u00bf\u00bd"));
    }

    @Test
    void linksLeadBackToTheFiles() throws IOException {
        Set<Path> made = makeOddFiles();
        ListingText page = DirectoryListing.page(
                "/", DirectoryListing.lines(OpenTree.INSTANCE.entries(folder)), Compatibility.PYTHON_3_13);
        Set<Path> linked = new HashSet<>();
        for (Matcher link = LINK.matcher(latin(page)); link.find(); ) {
            String target = link.group(1);
            assertTrue(!target.substring(0, target.length()).contains(":"), target);
            Path path = PathTranslator.translate(folder, "/" + target);
            assertTrue(Files.isRegularFile(path), target);
            linked.add(path);
        }
        assertEquals(made, linked);
    }

    private Set<Path> makeOddFiles() throws IOException {
        Set<Path> made = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] name = new byte[1 + random.nextInt(6)];
            random.nextBytes(name);
            made.add(make(name));
        }
        for (String name :
                List.of(" ", "%41", "a?b", "a#b", "a:b", "\\", "...", "~", "\"", "<a>", "a&amp;b", "\u00e9", "x\ny")) {
            made.add(make(name.getBytes(UTF_8)));
        }
        made.remove(folder);
        return made;
    }

    /** Makes a file with that name, or returns the folder if there can be none. */
    private Path make(byte[] name) {
        try {
            Path path = FileNames.resolve(folder, NameText.decode(name));
            if (latin(name).contains("/") || Set.of(".", "..").contains(latin(name))) {
                return folder;
            }
            Files.write(path, name);
            return path;
        } catch (InvalidPathException e) {
            return folder;
        } catch (FileSystemException e) {
            Assumptions.abort("this file system does not take any bytes as a name: " + e);
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void namesAreTextAndBackWithoutLoss() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] name = new byte[random.nextInt(8)];
            for (int j = 0; j < name.length; j++) {
                // Mostly lead and continuation bytes, so that many sequences are nearly right.
                name[j] = (byte) (random.nextBoolean() ? 0x80 + random.nextInt(0x80) : 0xE0 + random.nextInt(0x20));
            }
            assertEquals(latin(name), latin(NameText.encode(NameText.decode(name))));
        }
    }

    @ParameterizedTest(name = "{0} entries")
    @CsvSource({"0, true", "6000, true", "25000, false"})
    void holdsTheTextOfAListingOnlyIfItIsShort(int count, boolean held) throws IOException {
        List<DirectoryEntry> entries = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String name =
                    String.format("%06d", i) + "x".repeat(70) + (i % 3 == 0 ? "\u00e9&\udcff\u20ac\ud83d\ude00" : "");
            entries.add(new DirectoryEntry(name, i % 2 == 0, false, null));
            String shown = latin(NameText.encodeLossy(name.replace("&", "&amp;")));
            String link = name.replace("&\udcff", "%26%ED%B3%BF")
                    .replace("\u00e9", "%C3%A9")
                    .replace("\u20ac\ud83d\ude00", "%E2%82%AC%F0%9F%98%80");
            String slash = i % 2 == 0 ? "/" : "";
            expected.append("<li><a href=\"" + link + slash + "\">" + shown + slash + "</a></li>\n");
        }
        Collections.reverse(entries);
        ListingText lines = DirectoryListing.lines(entries);
        assertEquals(held, lines.isHeld());
        assertEquals(expected.length(), lines.length());
        byte[] text = lines.open().readAllBytes();
        assertArrayEquals(expected.toString().getBytes(StandardCharsets.ISO_8859_1), text);
        ListingText page = DirectoryListing.page("/", lines, Compatibility.PYTHON_3_13);
        assertEquals(page.length(), page.open().readAllBytes().length);
        assertTrue(latin(page).contains("<ul>\n" + expected + "</ul>\n"));
        assertArrayEquals(text, lines.open().readAllBytes());
    }

    private static String latin(ListingText page) throws IOException {
        return latin(page.open().readAllBytes());
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
