package dev.gangway.standalone;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.Host;

class HTTPServerConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
