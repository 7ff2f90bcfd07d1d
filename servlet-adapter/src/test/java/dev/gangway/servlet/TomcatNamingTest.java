package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.RawResponse;
import dev.gangway.contract.SocketClient;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ContextEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes from the naming context of a web application, as an {@code Environment} in {@code context.xml} fills it. */
class TomcatNamingTest {
    @TempDir
    Path base = Path.of("");

    private static ContextEnvironment entry(String name, Class<?> type, String value) {
        ContextEnvironment entry = new ContextEnvironment();
        entry.setName("gangway/" + name);
        entry.setType(type.getName());
        entry.setValue(value);
        return entry;
    }

    @Test
    void anEntryWinsOverAnInitParam() throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setSilent(true);
        tomcat.enableNaming();
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        context.getNamingResources().addEnvironment(entry("greeting", String.class, "from JNDI"));
        context.getNamingResources().addEnvironment(entry("maxHeaderLines", Integer.class, "7"));
        context.getNamingResources().addEnvironment(entry("cgiMode", String.class, "of another servlet"));
        var servlet = Tomcat.addServlet(context, "echo", new HandlerServlet(Showing::new));
        servlet.setLoadOnStartup(1);
        servlet.addInitParameter("greeting", "of the servlet");
        servlet.addMapping("/*");
        try {
            tomcat.start();
            try (SocketClient client = new SocketClient(connector.getLocalPort())) {
                client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                String text = RawResponse.readOne(client.readToEnd(), "GET").text();
                assertTrue(text.contains("|from JNDI 7|"), text);
            }
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    /** Shows a number too. */
    public static class Showing extends ServletFixture.Echo {
        @Override
        public String greeting() {
            return super.greeting() + " " + maxHeaderLines();
        }
    }
}
