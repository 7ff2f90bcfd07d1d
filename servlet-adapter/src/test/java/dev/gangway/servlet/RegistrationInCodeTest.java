package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.BaseHTTPRequestHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/servlet.md, as they stand there but for the port. */
class RegistrationInCodeTest {
    /** A handler. */
    public static class Hello extends BaseHTTPRequestHandler {
        public void do_GET() throws IOException {
            sendResponse(200);
            sendHeader("Content-Length", 2);
            endHeaders();
            wfile().write(new byte[] {'h', 'i'});
        }
    }

    private static String get(int port) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/hello/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void jetty() throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new HandlerServlet(Hello::new), "/hello/*");
        server.setHandler(context);
        server.start();

        assertEquals("hi", get(((ServerConnector) server.getConnectors()[0]).getLocalPort()));
        server.stop();
    }

    @Test
    void tomcat(@TempDir Path directory) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(0);
        tomcat.setBaseDir(directory.toString());
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "hello", new HandlerServlet(Hello::new)).addMapping("/hello/*");
        tomcat.getConnector();
        tomcat.start();

        assertEquals("hi", get(tomcat.getConnector().getLocalPort()));
        tomcat.stop();
        tomcat.destroy();
    }
}
