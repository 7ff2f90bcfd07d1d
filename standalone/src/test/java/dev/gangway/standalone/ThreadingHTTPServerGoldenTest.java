package dev.gangway.standalone;

import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;

class ThreadingHTTPServerGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
