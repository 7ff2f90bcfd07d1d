package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.RequestContentContract;

class HTTPServerRequestContentTest extends RequestContentContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
