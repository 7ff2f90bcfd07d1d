package dev.gangway.example;

import java.nio.file.Path;

class JettyContainerIT extends ContainerIT {
    /** Returns which of Jetty's environments is meant. */
    String environment() {
        return "ee10";
    }

    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.jetty(home, base, war, environment());
    }

    @Override
    String homeProperty() {
        return "jetty.home";
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("Started oej" + environment().replace("ee", "e") + "w.WebAppContext");
    }
}
