package dev.gangway.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links of the documentation lead to files and headings, and so do the pages that the program and its Javadoc name. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> BUILT = Set.of("target", "target-quick", "node_modules", ".git");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern ID = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern NAMED_PAGE = Pattern.compile("\\bdocs/[\\w/-]+\\.md\\b");

    private final Map<Path, Set<String>> addresses = new HashMap<>();

    @Test
    void linksOfThePagesLeadSomewhere() throws IOException {
        List<Path> pages = files(path -> path.toString().endsWith(".md"));
        assertTrue(pages.contains(ROOT.resolve("docs/porting.md")), "the porting guide is among the pages");
        List<String> lost = new ArrayList<>();
        for (Path page : pages) {
            for (MatchResult link :
                    found(LINK, CODE.matcher(Files.readString(page)).replaceAll(""))) {
                if (!leadsSomewhere(page, link)) {
                    lost.add(ROOT.relativize(page) + ": " + link.group());
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    /** Messages, comments and Javadoc name pages by their path from the root of the repository. */
    @Test
    void pagesThatSourcesNameAreThere() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path source : files(LinksTest::mayNameAPage)) {
            for (MatchResult page : found(NAMED_PAGE, Files.readString(source))) {
                if (!Files.exists(ROOT.resolve(page.group()))) {
                    lost.add(ROOT.relativize(source) + ": " + page.group());
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    private static boolean mayNameAPage(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.contains("/src/main/") && (name.endsWith(".java") || name.endsWith(".md") || name.endsWith(".xml"))
                || name.endsWith("pom.xml");
    }

    private boolean leadsSomewhere(Path page, MatchResult link) throws IOException {
        String file = link.group(1);
        if (file.matches("[a-z]+:.*")) {
            return true;
        }
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target)
                && (link.group(2) == null || addresses(target).contains(link.group(2)));
    }

    private Set<String> addresses(Path page) throws IOException {
        Set<String> known = addresses.get(page);
        if (known == null) {
            String text = Files.readString(page);
            known = new HashSet<>();
            for (MatchResult id : found(ID, text)) {
                known.add(id.group(1));
            }
            for (MatchResult heading : found(HEADING, text.replaceAll("(?ms)^```.*?^```$", ""))) {
                known.add(address(heading.group(1)));
            }
            addresses.put(page, known);
        }
        return known;
    }

    /** The address of a heading is its text in lower case, with hyphens for spaces and without punctuation. */
    private static String address(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        try (Stream<MatchResult> results = pattern.matcher(text).results()) {
            return results.toList();
        }
    }

    private static List<Path> files(Predicate<Path> wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return BUILT.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (wanted.test(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
