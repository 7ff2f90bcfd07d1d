package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.RequestContentContract;

class ThreadingHTTPServerRequestContentTest extends RequestContentContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
