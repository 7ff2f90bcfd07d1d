package dev.gangway.example;

import java.nio.file.Path;

class Tomcat10ContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.tomcat(home, base, war);
    }

    @Override
    String homeProperty() {
        return "tomcat10.home";
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("has finished in");
    }
}
