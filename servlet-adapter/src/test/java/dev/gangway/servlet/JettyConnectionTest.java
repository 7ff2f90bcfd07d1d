package dev.gangway.servlet;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.Host;

class JettyConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return ServletHost.jetty();
    }
}
