package dev.gangway.example;

/** The same WAR on Servlet 6.1. */
class JettyEe11ContainerIT extends JettyContainerIT {
    @Override
    String environment() {
        return "ee11";
    }
}
