package dev.gangway.standalone;

import dev.gangway.handler.text.IpAddress;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** A server that Java's management knows. Apart from {@link Management}, because most servers load none of these classes. */
final class Registration {
    private final HTTPServer server;
    private final ObjectName name;

    private Registration(HTTPServer server, ObjectName name) {
        this.server = server;
        this.name = name;
    }

    /** Registers a server; null, and a line in its log, if it cannot be managed. */
    static @Nullable Registration of(HTTPServer server) {
        try {
            return new Registration(server, register(server, ManagementFactory.getPlatformMBeanServer()));
        } catch (JMException | RuntimeException e) {
            server.log(Level.WARNING, "gangway: cannot be managed: " + e);
            return null;
        }
    }

    private static ObjectName register(HTTPServer server, MBeanServer beans) throws JMException {
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

    /** Takes the server away. */
    void remove() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            // Another has taken it away.
        } catch (JMException | RuntimeException e) {
            server.log(Level.WARNING, "gangway: stays registered for management: " + e);
        }
    }
}
