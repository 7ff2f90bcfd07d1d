package dev.gangway.standalone;

import dev.gangway.contract.Host;
import dev.gangway.contract.StaticFilesContract;

class ThreadingHTTPServerStaticFilesTest extends StaticFilesContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
