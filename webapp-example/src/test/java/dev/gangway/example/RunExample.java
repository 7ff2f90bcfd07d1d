package dev.gangway.example;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The web application in an embedded Jetty, reached from this machine only. */
public final class RunExample implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /**
     * Starts Jetty.
     *
     * @param webapp a WAR, or a directory laid out like one
     * @param classes where the classes are, if they are not in the web application; or null
     */
    RunExample(Path webapp, Path classes, int port) throws Exception {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        WebAppContext context = new WebAppContext();
        context.setContextPath("/gangway-example");
        context.setWar(webapp.toString());
        if (classes != null) {
            context.setExtraClasspath(classes.toString());
        }
        context.setThrowUnavailableOnStartupException(true);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
    }

    /** Returns the address of the index page. */
    String address() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/gangway-example/";
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves a WAR on a port until the process ends. */
    public static void main(String[] arguments) throws Exception {
        RunExample example = new RunExample(Path.of(arguments[0]), null, Integer.parseInt(arguments[1]));
        System.out.println("Serving " + example.address() + " - Ctrl-C ends it");
        example.server.join();
    }
}
