package dev.gangway.benchmarks.subjects;

import dev.gangway.servlet.HandlerServlet;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;

/**
 * Tomcat on virtual threads, with its own servlet for files, or with Gangway in it: {@code gangway} as third argument.
 */
public final class TomcatServer {
    private TomcatServer() {}

    /**
     * Serves until the process is ended.
     *
     * @param arguments port, directory
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
        // As docs/servlet.md advises; Tomcat's own servlet sends larger files by sendfile, past this buffer.
        tomcat.getConnector().setProperty("socket.appWriteBufSize", "65536");
        Context context =
                tomcat.addContext("", Path.of(arguments[1]).toAbsolutePath().toString());
        if (arguments.length > 2) {
            Path directory = Path.of(arguments[1]);
            Tomcat.addServlet(context, "files", new HandlerServlet(() -> new GangwayServer.Files(directory)));
            Tomcat.addServlet(context, "hello", new HandlerServlet(GangwayServer.Hello::new));
        } else {
            Wrapper files = Tomcat.addServlet(context, "files", new DefaultServlet());
            files.addInitParameter("listings", "true");
            Tomcat.addServlet(context, "hello", new HelloServlet());
        }
        context.addServletMappingDecoded("/", "files");
        context.addServletMappingDecoded(Content.HELLO_PATH, "hello");
        tomcat.start();
        tomcat.getServer().await();
    }
}
