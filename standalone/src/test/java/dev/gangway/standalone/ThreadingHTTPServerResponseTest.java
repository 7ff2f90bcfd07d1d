package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.ResponseContract;

class ThreadingHTTPServerResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
