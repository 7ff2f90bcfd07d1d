package dev.gangway.standalone;

import dev.gangway.contract.GoldenTest;
import dev.gangway.contract.Host;

class HTTPServerGoldenTest extends GoldenTest {
    @Override
    protected Host host() {
        return SocketHost.HTTP_SERVER;
    }
}
