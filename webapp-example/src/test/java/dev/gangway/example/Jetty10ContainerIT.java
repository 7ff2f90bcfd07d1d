package dev.gangway.example;

import java.nio.file.Path;

/** The WAR for Servlet 4.0. */
class Jetty10ContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.oldJetty(home, base, war);
    }

    @Override
    String homeProperty() {
        return "jetty10.home";
    }

    @Override
    String warProperty() {
        return "example.javax.war";
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("Started o.e.j.w.WebAppContext");
    }
}
