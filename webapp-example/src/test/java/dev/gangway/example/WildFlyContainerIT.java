package dev.gangway.example;

import java.nio.file.Path;

/** WildFly, which serves by Undertow. */
class WildFlyContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.wildfly(home, base, war);
    }

    @Override
    String homeProperty() {
        return "wildfly.home";
    }

    @Override
    int requestsAtOnce() {
        return 16;
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("WFLYSRV0010") || line.contains("WFLYSRV0016");
    }
}
