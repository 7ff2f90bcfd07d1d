package dev.gangway.servlet;

import dev.gangway.contract.Host;
import dev.gangway.contract.StaticFilesContract;

class TomcatStaticFilesTest extends StaticFilesContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
