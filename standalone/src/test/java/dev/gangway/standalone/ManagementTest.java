package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Java's management sees of a server. */
@Timeout(60)
class ManagementTest {
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private static ServerMXBean bean(ObjectName name) {
        return JMX.newMXBeanProxy(BEANS, name, ServerMXBean.class);
    }

    private static ObjectName name(HTTPServer server) throws Exception {
        return new ObjectName("dev.gangway:type=Server,port=" + server.serverPort());
    }

    @Test
    void seesAServerFromItsStartToItsEnd() throws Exception {
        ObjectName name;
        try (TestServer server =
                TestServer.threading(() -> new BaseHTTPRequestHandler() {}).started()) {
            name = name(server);
            assertTrue(BEANS.isRegistered(name));
            server.health("/healthz");
            server.ask("GET / HTTP/1.0\r\n\r\n");
            server.ask("GET /healthz HTTP/1.0\r\n\r\n");
            while (server.connectionCount() > 0) {
                Thread.onSpinWait();
            }
            ServerMXBean bean = bean(name);
            assertEquals("127.0.0.1", bean.getAddress());
            assertEquals(server.serverPort(), bean.getPort());
            assertEquals(1, bean.getRequestsTotal().get("5xx"));
            assertEquals(1, bean.getConnectionsTotal());
            assertEquals(0, bean.getConnections());
            assertTrue(bean.getSentBytesTotal() > 0);
            assertTrue(bean.getRequestDurationSecondsSum() > 0);
            assertEquals(0, bean.getLimitsReachedTotal().get("header_timeout"));
            assertEquals(0, bean.getScriptsTotal().get("ok"));
            assertFalse(bean.isDraining());
            server.drain();
            assertTrue(bean.isDraining());
        }
        assertFalse(BEANS.isRegistered(name));
    }

    @Test
    void tellsServersOnOnePortApart() throws Exception {
        try (HTTPServer first = new HTTPServer(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0),
                        () -> new BaseHTTPRequestHandler() {});
                HTTPServer second = new HTTPServer(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.2"), first.serverPort()),
                        () -> new BaseHTTPRequestHandler() {})) {
            Set<ObjectName> names =
                    BEANS.queryNames(new ObjectName("dev.gangway:type=Server,port=" + first.serverPort() + ",*"), null);
            assertEquals(2, names.size());
            names.remove(name(first));
            assertEquals("127.0.0.2", bean(names.iterator().next()).getAddress());
            assertEquals(second.serverPort(), first.serverPort());
        }
    }
}
