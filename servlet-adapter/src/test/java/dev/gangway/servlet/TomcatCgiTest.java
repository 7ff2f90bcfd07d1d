package dev.gangway.servlet;

import dev.gangway.contract.CgiContract;
import dev.gangway.contract.Host;

class TomcatCgiTest extends CgiContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
