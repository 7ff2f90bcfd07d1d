package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.StaticFilesContract;

class HTTPServerStaticFilesTest extends StaticFilesContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
