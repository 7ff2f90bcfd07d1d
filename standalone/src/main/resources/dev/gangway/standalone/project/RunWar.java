package @package@;

import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs the WAR in an embedded Jetty, reached from this machine only: {@code ./mvnw exec:java}. */
public final class RunWar {
    private RunWar() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[1]));
        server.addConnector(connector);
        WebAppContext application = new WebAppContext();
        application.setContextPath("/");
        application.setWar(args[0]);
        application.setThrowUnavailableOnStartupException(true);
        server.setHandler(application);
        try {
            server.start();
            System.out.println("Serving http://127.0.0.1:" + connector.getLocalPort() + "/ - Ctrl-C ends it");
            server.join();
        } finally {
            server.stop();
        }
    }
}
