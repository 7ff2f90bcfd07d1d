package dev.gangway.standalone;

import dev.gangway.contract.CgiContract;
import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.FilesContract;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;
import dev.gangway.contract.OnHost;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.StaticFilesContract;
import org.junit.jupiter.api.Nested;

/** What {@link ThreadingHTTPServer} keeps to. */
class ThreadingHTTPServerContractsTest {
    interface OnThreadingHTTPServer extends OnHost {
        @Override
        default Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class Connection extends ConnectionContract implements OnThreadingHTTPServer {}

    @Nested
    class Dispatch extends DispatchContract implements OnThreadingHTTPServer {}

    @Nested
    class RequestContent extends RequestContentContract implements OnThreadingHTTPServer {}

    @Nested
    class Response extends ResponseContract implements OnThreadingHTTPServer {}

    @Nested
    class Files extends FilesContract implements OnThreadingHTTPServer {}

    @Nested
    class StaticFiles extends StaticFilesContract implements OnThreadingHTTPServer {}

    @Nested
    class Cgi extends CgiContract implements OnThreadingHTTPServer {}

    @Nested
    class Golden extends GoldenTest implements OnThreadingHTTPServer {}
}
