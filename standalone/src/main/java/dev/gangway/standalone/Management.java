package dev.gangway.standalone;

import dev.gangway.handler.text.IpAddress;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Shows a server to Java's management, once that is in use: to start it would cost more than all the rest of the server's start.
 */
final class Management {
    /** A runtime image may lack the module. */
    private static final boolean IS_THERE =
            ModuleLayer.boot().findModule("java.management").isPresent();

    private final HTTPServer server;
    private @Nullable ObjectName name;
    private boolean isDone = !IS_THERE;

    Management(HTTPServer server) {
        this.server = server;
    }

    /** Registers the server if management is in use and knows nothing of it yet. */
    synchronized void look() {
        if (!isDone && !MBeanServerFactory.findMBeanServer(null).isEmpty()) {
            isDone = true;
            try {
                name = register(ManagementFactory.getPlatformMBeanServer());
            } catch (JMException | RuntimeException e) {
                server.log(Level.WARNING, "gangway: cannot be managed: " + e);
            }
        }
    }

    private ObjectName register(MBeanServer beans) throws JMException {
        ManagedServer managed = new ManagedServer(server);
        String wanted = "dev.gangway:type=Server,port=" + server.serverPort();
        try {
            return beans.registerMBean(managed, new ObjectName(wanted)).getObjectName();
        } catch (InstanceAlreadyExistsException e) {
            String address = ObjectName.quote(IpAddress.text(server.serverAddress()));
            return beans.registerMBean(managed, new ObjectName(wanted + ",address=" + address))
                    .getObjectName();
        }
    }

    /** Takes the server away from management, for good. */
    synchronized void close() {
        isDone = true;
        ObjectName registered = name;
        name = null;
        if (registered != null) {
            try {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
            } catch (InstanceNotFoundException e) {
                // Another has taken it away.
            } catch (JMException | RuntimeException e) {
                server.log(Level.WARNING, "gangway: stays registered for management: " + e);
            }
        }
    }
}
