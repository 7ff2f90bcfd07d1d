package dev.gangway.example;

import java.nio.file.Path;

class JettyContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.jetty(home, base, war);
    }

    @Override
    String homeProperty() {
        return "jetty.home";
    }

    @Override
    String loaderClass() {
        return "org.eclipse.jetty.ee.webapp.WebAppClassLoader";
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("Started oeje10w.WebAppContext");
    }
}
