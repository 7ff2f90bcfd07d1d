package dev.gangway.example;

import java.nio.file.Path;

/** The WAR for Servlet 4.0. */
class Tomcat9ContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.tomcat(home, base, war);
    }

    @Override
    String homeProperty() {
        return "tomcat9.home";
    }

    @Override
    String warProperty() {
        return "example.javax.war";
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("has finished in");
    }
}
