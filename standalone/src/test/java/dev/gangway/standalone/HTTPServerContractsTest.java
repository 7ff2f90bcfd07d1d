package dev.gangway.standalone;

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
    class Files extends FilesContract implements OnHTTPServer {}

    @Nested
    class StaticFiles extends StaticFilesContract implements OnHTTPServer {}

    @Nested
    class Golden extends GoldenTest implements OnHTTPServer {}
}
