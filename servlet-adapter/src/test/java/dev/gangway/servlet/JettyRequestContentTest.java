package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.RequestContentContract;

class JettyRequestContentTest extends RequestContentContract {
    @Override
    protected Host host() {
        return ServletHost.jetty();
    }
}
