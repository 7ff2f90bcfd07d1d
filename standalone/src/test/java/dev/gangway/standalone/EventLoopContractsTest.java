package dev.gangway.standalone;

import dev.gangway.contract.ChangingFilesContract;
import dev.gangway.contract.ConditionsContract;
import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.Host;
import dev.gangway.contract.ListingsContract;
import dev.gangway.contract.OnHost;
import dev.gangway.contract.PathsContract;
import dev.gangway.contract.RangesContract;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.ResponseHeadContract;
import dev.gangway.contract.WholeFilesContract;
import org.junit.jupiter.api.Nested;

/** What {@link ThreadingHTTPServer} keeps to when it serves requests in event loops. */
class EventLoopContractsTest {
    interface InEventLoops extends OnHost {
        @Override
        default Host host() {
            return SocketHost.EVENT_LOOPS;
        }
    }

    @Nested
    class Connection extends ConnectionContract implements InEventLoops {}

    @Nested
    class Dispatch extends DispatchContract implements InEventLoops {}

    @Nested
    class RequestContent extends RequestContentContract implements InEventLoops {}

    @Nested
    class Response extends ResponseContract implements InEventLoops {}

    @Nested
    class ResponseHead extends ResponseHeadContract implements InEventLoops {}

    @Nested
    class WholeFiles extends WholeFilesContract implements InEventLoops {}

    @Nested
    class ChangingFiles extends ChangingFilesContract implements InEventLoops {}

    @Nested
    class Ranges extends RangesContract implements InEventLoops {}

    @Nested
    class Conditions extends ConditionsContract implements InEventLoops {}

    @Nested
    class Paths extends PathsContract implements InEventLoops {}

    @Nested
    class Listings extends ListingsContract implements InEventLoops {}

    @Nested
    class Golden extends SocketGoldenTest implements InEventLoops {}
}
