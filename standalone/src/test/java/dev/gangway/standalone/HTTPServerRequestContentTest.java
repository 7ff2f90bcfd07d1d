package dev.gangway.standalone;

import dev.gangway.contract.RequestContentContract;
import dev.gangway.contract.Host;

class HTTPServerRequestContentTest extends RequestContentContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
