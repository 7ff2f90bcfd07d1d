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

    /** The configuration that the release comes with has no node identifier and no certificate. */
    @Override
    boolean isOwnTrouble(String line) {
        return line.contains("WFLYTX0013") || line.contains("WFLYELY0");
    }

    @Override
    int requestsAtOnce() {
        return 16;
    }

    /**
     * A thread of the pool refers to the first task that it was given, and so to the deployment of then, for as long as it lives
     * ({@code EnhancedQueueExecutor.ThreadBody}). A WAR of one servlet without this library is kept in the same way.
     */
    @Override
    int requestsForAllThreads() {
        return 64;
    }

    @Override
    boolean isDeployment(String line) {
        return line.contains("WFLYSRV0010") || line.contains("WFLYSRV0016");
    }
}
