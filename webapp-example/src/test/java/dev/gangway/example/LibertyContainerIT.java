package dev.gangway.example;

import java.nio.file.Path;

/** Open Liberty with the feature servlet-6.0. */
class LibertyContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.liberty(home, base, war);
    }

    @Override
    String homeProperty() {
        return "liberty.home";
    }

    @Override
    int requestsAtOnce() {
        return 8;
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("CWWKZ0001I") || line.contains("CWWKZ0003I");
    }
}
