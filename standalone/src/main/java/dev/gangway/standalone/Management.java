package dev.gangway.standalone;

import javax.management.MBeanServerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Shows a server to Java's management, once that is in use: to start it would cost more than all the rest of the server's start.
 */
final class Management {
    /** A runtime image may lack the module. */
    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("java.management").isPresent();

    private final HTTPServer server;
    private @Nullable Registration registration;
    private boolean isDone = !IS_THERE;

    Management(HTTPServer server) {
        this.server = server;
    }

    /** Registers the server if management is in use and knows nothing of it yet. */
    synchronized void look() {
        if (!isDone && !MBeanServerFactory.findMBeanServer(null).isEmpty()) {
            isDone = true;
            registration = Registration.of(server);
        }
    }

    /** Takes the server away from management, for good. */
    synchronized void close() {
        isDone = true;
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }
}
