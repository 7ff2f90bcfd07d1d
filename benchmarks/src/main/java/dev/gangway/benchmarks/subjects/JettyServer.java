package dev.gangway.benchmarks.subjects;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty with its own servlet for files, or with a handler for everything. */
public final class JettyServer {
    private JettyServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory, and {@code hello} or {@code files} for a handler
     * @throws Exception if the server cannot start
     */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.setBaseResourceAsPath(Path.of(arguments[1]).toAbsolutePath());
        if (arguments.length > 2) {
            context.addServlet(HandlerSubject.servlet(arguments), "/*");
        } else {
            ServletHolder files = new ServletHolder("default", DefaultServlet.class);
            files.setInitParameter("dirAllowed", "true");
            context.addServlet(files, "/");
            context.addServlet(HelloServlet.class, Content.HELLO_PATH);
        }
        server.setHandler(context);
        server.start();
        server.join();
    }
}
