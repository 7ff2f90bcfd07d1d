package dev.gangway.standalone;

import dev.gangway.contract.CgiLimitsContract;
import dev.gangway.contract.CgiRequestContract;
import dev.gangway.contract.CgiResponseContract;
import dev.gangway.contract.CgiSourcesContract;
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
    class ResponseHead extends ResponseHeadContract implements OnThreadingHTTPServer {}

    @Nested
    class WholeFiles extends WholeFilesContract implements OnThreadingHTTPServer {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements OnThreadingHTTPServer {}

    @Nested
    class Ranges extends RangesContract implements OnThreadingHTTPServer {}

    @Nested
    class Conditions extends ConditionsContract implements OnThreadingHTTPServer {}

    @Nested
    class Paths extends PathsContract implements OnThreadingHTTPServer {}

    @Nested
    class Listings extends ListingsContract implements OnThreadingHTTPServer {}

    @Nested
    class Versions extends VersionsContract implements OnThreadingHTTPServer {}

    @Nested
    class FileHooks extends FileHooksContract implements OnThreadingHTTPServer {}

    @Nested
    class CgiRequest extends CgiRequestContract implements OnThreadingHTTPServer {}

    @Nested
    class CgiResponse extends CgiResponseContract implements OnThreadingHTTPServer {}

    @Nested
    class CgiSources extends CgiSourcesContract implements OnThreadingHTTPServer {}

    @Nested
    class CgiLimits extends CgiLimitsContract implements OnThreadingHTTPServer {}

    @Nested
    class Golden extends SocketGoldenTest implements OnThreadingHTTPServer {}
}
