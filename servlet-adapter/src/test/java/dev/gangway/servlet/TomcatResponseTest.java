package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.ResponseContract;

class TomcatResponseTest extends ResponseContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
