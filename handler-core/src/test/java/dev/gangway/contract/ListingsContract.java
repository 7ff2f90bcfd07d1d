package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings of directories. */
public abstract class ListingsContract extends FilesFixture {
    private static final Pattern LINK = Pattern.compile("<li><a href=\"([^\"]*)\">(.*?)</a></li>\n", Pattern.DOTALL);

    @ParameterizedTest(name = "/{0}/")
    @ValueSource(
            strings = {"plain", "html", "url", "colon", "dots", "controls", "unicode", "bytes", "case", "long", "links"
            })
    void linksEveryNameOfAListing(String name) throws Exception {
        FixtureTree.build("names", folder);
        RunningHost host = start(files11());
        RawResponse listing = ask(host, "GET", "/" + name + "/");
        Matcher link = LINK.matcher(listing.text());
        List<String> names = new ArrayList<>();
        while (link.find()) {
            names.add(link.group(1));
            boolean leadsNowhere =
                    link.group(1).equals("to-nowhere") || link.group(1).equals("to-itself");
            String target = "/" + name + "/" + link.group(1);
            int wanted = host().refuses(target) ? 400 : leadsNowhere ? 404 : 200;
            assertEquals(wanted, ask(host, "GET", target).status(), link.group());
        }
        try (Stream<Path> entries = Files.list(folder.resolve(name))) {
            assertEquals(entries.count(), names.size());
        }
    }

    @Test
    void sortsAndMarksAListingAsPythonDoes() throws Exception {
        FixtureTree.build("names", folder);
        RawResponse listing = ask("GET", "/links/");
        List<String> shown = new ArrayList<>();
        Matcher link = LINK.matcher(listing.text());
        while (link.find()) {
            shown.add(link.group(1) + " " + link.group(2));
        }
        assertEquals(
                List.of(
                        "dir/ dir/",
                        "file file",
                        "to-dir/ to-dir@",
                        "to-file to-file@",
                        "to-itself to-itself@",
                        "to-nowhere to-nowhere@",
                        "up/ up@"),
                shown);
    }

    @Test
    void cannotListWhatItCannotRead() throws Exception {
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public @Nullable InputStream listDirectory(Path path) throws IOException {
                return super.listDirectory(path.resolve("gone"));
            }
        });
        RawResponse response = ask(host, "GET", "/dir/");
        assertEquals(404, response.status());
        assertTrue(response.text().contains("<p>Message: No permission to list directory.</p>"), response.text());
    }
}
