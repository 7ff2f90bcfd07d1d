package dev.gangway.standalone;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;
import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.ResponseContract;
import org.junit.jupiter.api.Nested;

/** Holds both kinds of servers to the contract that all hosts share. */
class SocketContractTest {
    @Nested
    class OneByOneConnection extends ConnectionContract {
        @Override
        protected Host host() {
            return SocketHost.ONE_BY_ONE;
        }
    }

    @Nested
    class OneByOneRequestContent extends RequestContentContract {
        @Override
        protected Host host() {
            return SocketHost.ONE_BY_ONE;
        }
    }

    @Nested
    class OneByOneResponse extends ResponseContract {
        @Override
        protected Host host() {
            return SocketHost.ONE_BY_ONE;
        }
    }

    @Nested
    class OneByOneGolden extends GoldenTest {
        @Override
        protected Host host() {
            return SocketHost.ONE_BY_ONE;
        }
    }

    @Nested
    class ThreadingConnection extends ConnectionContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING;
        }
    }

    @Nested
    class ThreadingRequestContent extends RequestContentContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING;
        }
    }

    @Nested
    class ThreadingResponse extends ResponseContract {
        @Override
        protected Host host() {
            return SocketHost.THREADING;
        }
    }

    @Nested
    class ThreadingGolden extends GoldenTest {
        @Override
        protected Host host() {
            return SocketHost.THREADING;
        }
    }
}
