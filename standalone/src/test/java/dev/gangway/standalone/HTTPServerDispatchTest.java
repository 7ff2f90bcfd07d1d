package dev.gangway.standalone;

import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.Host;

class HTTPServerDispatchTest extends DispatchContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
