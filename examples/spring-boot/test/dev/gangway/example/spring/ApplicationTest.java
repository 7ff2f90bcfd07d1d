package dev.gangway.example.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application on a free port. */
class ApplicationTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("page.html"), "<p>a file");
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--files.directory=" + directory);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void aHandlerUsesABean() throws Exception {
        assertEquals("Hello, Ada!\n", get("/hello/Ada").body());
    }

    @Test
    void aFileIsServedInFrontOfTheControllers() throws Exception {
        HttpResponse<String> file = get("/page.html");
        assertEquals("<p>a file", file.body());
        assertEquals("text/html", file.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aRequestWithoutAFileReachesTheController() throws Exception {
        assertEquals("up\n", get("/status").body());
    }

    @Test
    void aRequestThatIsForNoOneIsAnsweredBySpring() throws Exception {
        assertEquals(404, get("/missing").statusCode());
    }
}
