package dev.gangway.servlet;

import dev.gangway.contract.DispatchContract;
import dev.gangway.contract.Host;

class JettyDispatchTest extends DispatchContract {
    @Override
    protected Host host() {
        return ServletHost.jetty();
    }
}
