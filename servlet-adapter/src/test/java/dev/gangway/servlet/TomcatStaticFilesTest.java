package dev.gangway.servlet;

import dev.gangway.contract.StaticFilesContract;
import dev.gangway.contract.Host;

class TomcatStaticFilesTest extends StaticFilesContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
