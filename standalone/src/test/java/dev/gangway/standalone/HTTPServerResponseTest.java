package dev.gangway.standalone;

import dev.gangway.contract.ResponseContract;
import dev.gangway.contract.Host;

class HTTPServerResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
