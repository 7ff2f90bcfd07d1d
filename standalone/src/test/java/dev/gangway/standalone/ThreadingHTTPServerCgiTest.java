package dev.gangway.standalone;

import dev.gangway.contract.CgiContract;
import dev.gangway.contract.Host;

class ThreadingHTTPServerCgiTest extends CgiContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
