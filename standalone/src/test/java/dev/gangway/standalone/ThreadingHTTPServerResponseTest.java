package dev.gangway.standalone;

import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.Host;

class ThreadingHTTPServerResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
