package dev.gangway.servlet;

import dev.gangway.contract.ConnectionContract;
import dev.gangway.contract.Host;

class TomcatConnectionTest extends ConnectionContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
