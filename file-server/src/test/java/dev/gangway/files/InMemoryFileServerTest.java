package dev.gangway.files;

import dev.gangway.contract.Host;
import dev.gangway.contract.InMemory;
import dev.gangway.contract.OnHost;
import org.junit.jupiter.api.Nested;

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
    class WebDav extends WebDavContract implements OnMemory {}
}
