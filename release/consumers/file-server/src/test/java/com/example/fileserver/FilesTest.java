package com.example.fileserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.files.FileHTTPRequestHandler;
import dev.gangway.testing.HandlerTester;
import dev.gangway.testing.TestResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @Test
    void servesAFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.txt"), "hello");
        TestResponse response = HandlerTester.of(() -> new FileHTTPRequestHandler(folder))
                .get("/a.txt")
                .send();
        assertEquals(200, response.status());
        assertEquals("hello", response.text());
    }
}
