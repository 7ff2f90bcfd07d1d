package dev.gangway.standalone;

import dev.gangway.contract.ChangingFilesContract;
import dev.gangway.contract.ConditionsContract;
import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.FileHooksContract;
import dev.gangway.contract.Host;
import dev.gangway.contract.ListingsContract;
import dev.gangway.contract.OnHost;
import dev.gangway.contract.PathsContract;
import dev.gangway.contract.RangesContract;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.ResponseHeadContract;
import dev.gangway.contract.VersionsContract;
import dev.gangway.contract.WholeFilesContract;
import org.junit.jupiter.api.Nested;

/** What {@link HTTPServer} keeps to; scripts, which may run several at once, are left to the one with threads. */
class HTTPServerContractsTest {
    interface OnHTTPServer extends OnHost {
        @Override
        default Host host() {
            return SocketHost.HTTP_SERVER;
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnHTTPServer {}

    @Nested
    class Dispatch extends DispatchContract implements OnHTTPServer {}

    @Nested
    class RequestContent extends RequestContentContract implements OnHTTPServer {}

    @Nested
    class Response extends ResponseContract implements OnHTTPServer {}

    @Nested
    class ResponseHead extends ResponseHeadContract implements OnHTTPServer {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnHTTPServer {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnHTTPServer {}

    @Nested
    class Ranges extends RangesContract implements OnHTTPServer {}

    @Nested
    class Conditions extends ConditionsContract implements OnHTTPServer {}

    @Nested
    class Paths extends PathsContract implements OnHTTPServer {}

    @Nested
    class Listings extends ListingsContract implements OnHTTPServer {}

    @Nested
    class Versions extends VersionsContract implements OnHTTPServer {}

    @Nested
    class FileHooks extends FileHooksContract implements OnHTTPServer {}

    @Nested
    class Golden extends SocketGoldenTest implements OnHTTPServer {}
}
