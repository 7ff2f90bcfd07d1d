package dev.gangway.benchmarks.subjects;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with its own servlet for files, or with a handler for everything, on virtual threads. */
public final class TomcatServer {
    private TomcatServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory, and {@code hello} or {@code files} for a handler
     * @throws Exception if the server cannot start
     */
    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(java.nio.file.Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("useVirtualThreads", "true");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().setProperty("acceptCount", "1024");
        tomcat.getConnector().setProperty("maxConnections", "65536");
        Context context =
                tomcat.addContext("", Path.of(arguments[1]).toAbsolutePath().toString());
        if (arguments.length > 2) {
            Tomcat.addServlet(context, "handler", HandlerSubject.servlet(arguments));
            context.addServletMappingDecoded("/*", "handler");
        } else {
            Wrapper files = Tomcat.addServlet(context, "files", new DefaultServlet());
            files.addInitParameter("listings", "true");
            context.addServletMappingDecoded("/", "files");
            Tomcat.addServlet(context, "hello", new HelloServlet());
            context.addServletMappingDecoded(Content.HELLO_PATH, "hello");
        }
        tomcat.start();
        tomcat.getServer().await();
    }
}
