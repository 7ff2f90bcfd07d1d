package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.files.FileHTTPRequestHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What litmus, the test suite of WebDAV servers, says of ours. */
class LitmusTest {
    @Test
    @Timeout(120)
    void findsNoFault(@TempDir Path folder, @TempDir Path work) throws Exception {
        try (ThreadingHTTPServer server =
                new ThreadingHTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> {
                    FileHTTPRequestHandler handler = new FileHTTPRequestHandler(folder);
                    handler.webdav("write");
                    handler.accessLog(false);
                    return handler;
                }) {
                    @Override
                    public void log(String line) {}
                }) {
            Thread thread = new Thread(server::serveForever, "server under litmus");
            thread.start();
            String report = litmus("http://localhost:" + server.serverPort() + "/", work);
            server.shutdown();
            thread.join();
            List<String> summaries =
                    report.lines().filter(line -> line.contains("summary for")).toList();
            assertEquals(5, summaries.size(), report);
            assertTrue(summaries.stream().allMatch(line -> line.contains(" 0 failed")), report);
        }
    }

    private static String litmus(String url, Path work) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("litmus", "-k", url)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("litmus is not installed");
            return "";
        }
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return report;
    }
}
