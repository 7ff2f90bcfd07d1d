package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.ConnectionContract;

class JettyConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return new ServletHost(new JettyContainer());
    }
}
