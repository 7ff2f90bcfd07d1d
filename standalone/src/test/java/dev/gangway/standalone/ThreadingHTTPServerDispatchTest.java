package dev.gangway.standalone;

import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.Host;

class ThreadingHTTPServerDispatchTest extends DispatchContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
