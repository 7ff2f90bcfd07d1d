package dev.gangway.standalone;

import dev.gangway.contract.FilesContract;
import dev.gangway.contract.Host;

class HTTPServerFilesTest extends FilesContract {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
