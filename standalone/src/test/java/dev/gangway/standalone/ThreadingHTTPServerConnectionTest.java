package dev.gangway.standalone;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.Host;

class ThreadingHTTPServerConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
