package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.OnHost;
import dev.gangway.files.ArchivesContract;
import dev.gangway.files.FileListingsContract;
import dev.gangway.files.ReadingContract;
import dev.gangway.files.WebDavContract;
import dev.gangway.files.WritingContract;
import org.junit.jupiter.api.Nested;

/** What a file handler keeps to on Jetty. */
class JettyFileServerTest {
    interface OnThisHost extends OnHost {
        @Override
        default Host host() {
            return ServletHost.jetty();
        }
    }

    @Nested
    class Reading extends ReadingContract implements OnThisHost {}

    @Nested
    class FileListings extends FileListingsContract implements OnThisHost {}

    @Nested
    class Writing extends WritingContract implements OnThisHost {}

    @Nested
    class Archives extends ArchivesContract implements OnThisHost {}

    @Nested
    class WebDav extends WebDavContract implements OnThisHost {}
}
