package com.example.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.servlet.HandlerServlet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelloTest {
    @Test
    void answersInTomcat(@TempDir Path folder) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(0);
        tomcat.setBaseDir(folder.toString());
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "hello", new HandlerServlet(Hello::new)).addMapping("/hello/*");
        tomcat.getConnector();
        tomcat.start();
        try {
            int port = tomcat.getConnector().getLocalPort();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hello/x"))
                    .build();
            assertEquals(
                    "You asked for /x\n",
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
