package dev.gangway.example;

import java.nio.file.Path;

/** Payara Micro, which serves by Grizzly. */
class PayaraContainerIT extends ContainerIT {
    @Override
    ContainerProcess start(Path home, Path base, Path war) throws Exception {
        return ContainerProcess.payara(home, base, war);
    }

    @Override
    String homeProperty() {
        return "payara.jar";
    }

    @Override
    boolean deploysAgain() {
        return false;
    }

    /** Certificates that the release comes with have expired. */
    @Override
    boolean isOwnTrouble(String line) {
        return line.contains("NCLS-SECURITY-05054");
    }

    @Override
    int requestsAtOnce() {
        return 5;
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("Deployed");
    }
}
