package dev.gangway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.Host;
import dev.gangway.contract.InMemory;
import dev.gangway.contract.OnHost;
import dev.gangway.contract.RawResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file handler keeps to in memory. */
class InMemoryFileServerTest {
    interface OnMemory extends OnHost {
        @Override
        default Host host() {
            return new InMemory();
        }
    }

    @Nested
    class Reading extends ReadingContract implements OnMemory {}

    @Nested
    class FileListings extends FileListingsContract implements OnMemory {}

    @Nested
    class Writing extends WritingContract implements OnMemory {}

    @Nested
    class Archives extends ArchivesContract implements OnMemory {}

    @Nested
    class WebDav extends WebDavContract implements OnMemory {
        /** The target is as the client sent it: it may look like another host, and its fragment may hold any character. Containers refuse some. */
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"/new, /new/", "//new, /new/", "'/new#\0x', /new/", "/a%20b/, /a%20b/"})
        void tellsWhereANewDirectoryIs(String target, String location) throws Exception {
            RawResponse response = ask(writing(), "MKCOL", target);
            assertEquals(201, response.status());
            assertEquals(location, response.field("Location").orElse(null));
        }
    }
}
