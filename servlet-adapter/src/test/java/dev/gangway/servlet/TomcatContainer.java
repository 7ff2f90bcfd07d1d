package dev.gangway.servlet;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.apache.coyote.http2.Http2Protocol;

/** Tomcat, whichever version is on the class path, for HTTP/1.1 and clear-text HTTP/2. */
final class TomcatContainer implements Container {
    private static final RecordedLog LOG = new RecordedLog("org.apache", Level.SEVERE);

    /** Returns what the table of differences calls the Tomcat on the class path. */
    static String name() {
        return version() == 9 ? "tomcat9" : "tomcat";
    }

    /** Returns the first number of the version of the Tomcat on the class path. */
    static int version() {
        String number = ServerInfo.getServerNumber();
        return Integer.parseInt(number.substring(0, number.indexOf('.')));
    }

    @Override
    public List<String> failures() {
        return LOG.lines();
    }

    @Override
    public Started start(String contextPath, ServletContainerInitializer initializer) throws Exception {
        LOG.clear();
        Path base = Files.createTempDirectory("tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setSilent(true);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("continueResponseTiming", "onRead");
        // One client waits for the end of a connection that Tomcat keeps, for 20 seconds by default.
        connector.setProperty("keepAliveTimeout", "3000");
        connector.addUpgradeProtocol(new Http2Protocol());
        tomcat.setConnector(connector);
        Context context = tomcat.addContext(contextPath, null);
        context.addServletContainerInitializer(initializer, Set.of());
        tomcat.start();
        return new Started() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void close() {
                try {
                    tomcat.stop();
                    tomcat.destroy();
                    delete(base);
                } catch (LifecycleException e) {
                    throw new IllegalStateException(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
