package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.ResponseContract;

class HTTPServerResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
