package dev.gangway.servlet;

import dev.gangway.contract.FilesContract;
import dev.gangway.contract.Host;

class TomcatFilesTest extends FilesContract {
    @Override
    protected Host host() {
        return ServletHost.tomcat();
    }
}
