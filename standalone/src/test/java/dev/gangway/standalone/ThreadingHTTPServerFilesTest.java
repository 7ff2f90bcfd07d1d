package dev.gangway.standalone;

import dev.gangway.contract.FilesContract;
import dev.gangway.contract.Host;

class ThreadingHTTPServerFilesTest extends FilesContract {
    @Override
    protected Host host() {
        return SocketHost.THREADING_HTTP_SERVER;
    }
}
