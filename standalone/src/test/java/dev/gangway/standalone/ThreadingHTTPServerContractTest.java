package dev.gangway.standalone;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.FilesContract;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import org.junit.jupiter.api.Nested;

class ThreadingHTTPServerContractTest {
    @Nested
    class Golden extends GoldenTest {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class Connection extends ConnectionContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class Dispatch extends DispatchContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class OfFiles extends FilesContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class RequestContent extends RequestContentContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }

    @Nested
    class Response extends ResponseContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING_HTTP_SERVER;
        }
    }
}
