package dev.gangway.handler.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.handler.text.Compatibility;
import dev.gangway.http.syntax.NameText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files are bytes, whatever the locale says; with processes of their own, since a locale is for life. */
@Timeout(120)
class AnyLocaleTest {
    private static final Pattern LINK = Pattern.compile("<li><a href=\"([^\"]*)\">");

    private static final List<String> NAMES = List.of(
            "plain.txt",
            "caf\u00e9.html",
            "caf\u00c3\u00a9.html",
            "\u00ff\u00fe",
            "half\u00c3",
            "\u00ed\u00b3\u00bf",
            "\u00f0\u009f\u0098\u0080",
            "\u00ef\u00bf\u00bd",
            "100%",
            "?",
            "a b");

    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Assumptions.assumeTrue(FileNames.areBytes(FileSystems.getDefault()), "names are not bytes here");
        try {
            Path inner = Files.createDirectory(named("d\u00ff\u00c3\u00a9"));
            Files.writeString(inner.resolve("f"), "inner");
            for (String name : NAMES) {
                Files.write(named(name), name.getBytes(ISO_8859_1));
            }
        } catch (FileSystemException e) {
            Assumptions.abort("this file system does not take any bytes as a name: " + e);
        }
    }

    private Path named(String bytes) {
        return FileNames.resolve(folder, NameText.decode(bytes.getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8"})
    void listsAndServesAnyName(String locale) throws IOException {
        Map<String, String> environment = Map.of("LC_ALL", locale);
        RawResponse listing = exchange(environment, List.of(), List.of("/")).get(0);
        List<String> links = new ArrayList<>();
        for (Matcher link = LINK.matcher(listing.text()); link.find(); ) {
            links.add("/" + link.group(1));
        }
        assertEquals(NAMES.size() + 1, links.size(), listing::text);
        assertArrayEquals(
                DirectoryListing.page(
                                "/",
                                DirectoryListing.lines(OpenTree.INSTANCE.entries(folder)),
                                Compatibility.PYTHON_3_13)
                        .open()
                        .readAllBytes(),
                listing.body());
        links.add("/d%ED%B3%BF%C3%A9/f");
        links.add("/d%ED%B3%BF%C3%A9");
        List<RawResponse> files = exchange(environment, List.of(), links);
        List<String> contents = files.stream()
                .filter(file -> file.status() == 200 && !file.text().contains("<"))
                .map(RawResponse::text)
                .toList();
        List<String> expected = new ArrayList<>(NAMES);
        expected.add("inner");
        assertEquals(
                expected.stream().sorted().toList(), contents.stream().sorted().toList());
        RawResponse redirect = files.get(files.size() - 1);
        assertEquals("/d%ED%B3%BF%C3%A9/", redirect.field("Location").orElseThrow());
    }

    @Test
    void cannotServeWhatItMayNotRead() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("plain.txt"), PosixFilePermissions.fromString("---------"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Path unentered = Files.createDirectory(folder.resolve("unentered"));
        Files.createDirectory(unentered.resolve("dir"));
        Files.setPosixFilePermissions(unentered, PosixFilePermissions.fromString("r--r--r--"));
        List<String> prefix = List.of();
        if (Files.isReadable(closed)) {
            // A superuser without the right to override permissions.
            prefix = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
            Assumptions.assumeTrue(runs(prefix), "this user may read everything, and cannot be stopped");
        }
        List<RawResponse> responses = exchange(
                Map.of(), prefix, List.of("/plain.txt", "/closed/", "/closed", "/closed/x", "/unentered/", "/a%20b"));
        assertEquals(
                List.of(
                        "404 File not found",
                        "404 No permission to list directory",
                        "301 Moved Permanently",
                        "404 File not found",
                        "200 OK",
                        "200 OK"),
                responses.stream()
                        .map(response -> response.status() + " " + response.reason())
                        .toList());
        assertTrue(responses.get(4).text().contains("<li><a href=\"dir\">dir</a></li>"), responses.get(4)::text);
    }

    private static boolean runs(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Asks each target on a connection of its own, in one process. */
    private List<RawResponse> exchange(Map<String, String> environment, List<String> prefix, List<String> targets)
            throws IOException {
        List<RawResponse> responses = new ArrayList<>();
        StringBuilder requests = new StringBuilder();
        for (String target : targets) {
            requests.append("GET ").append(target).append(" HTTP/1.0\r\n\r\n");
        }
        byte[] bytes = StandardStreams.exchange(folder, requests.toString().getBytes(ISO_8859_1), environment, prefix);
        responses.addAll(RawResponse.readAll(bytes));
        assertEquals(targets.size(), responses.size(), () -> Arrays.toString(bytes));
        return responses;
    }
}
