package dev.gangway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subclass of {@link SimpleHTTPRequestHandler} may override, and when it is called. */
public abstract class FileHooksContract extends FilesFixture {
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @Test
    void hasEveryHookCalled() throws Exception {
        RunningHost host = start(() -> new SimpleHTTPRequestHandler(folder) {
            @Override
            public @Nullable InputStream sendHead() throws IOException {
                calls.add("sendHead");
                return super.sendHead();
            }

            @Override
            public Path translatePath(String path) {
                calls.add("translatePath " + path);
                return super.translatePath(path);
            }

            @Override
            public String guessType(Path path) {
                calls.add("guessType " + path.getFileName());
                return super.guessType(path);
            }

            @Override
            public void copyfile(InputStream source, OutputStream outputfile) throws IOException {
                calls.add("copyfile");
                super.copyfile(source, outputfile);
            }

            @Override
            public @Nullable InputStream listDirectory(Path path) throws IOException {
                calls.add("listDirectory");
                return super.listDirectory(path);
            }
        });
        assertEquals("0123456789", ask(host, "GET", "/digits.txt").text());
        ask(host, "HEAD", "/");
        assertEquals(
                List.of(
                        "sendHead",
                        "translatePath /digits.txt",
                        "guessType digits.txt",
                        "copyfile",
                        "sendHead",
                        "translatePath /",
                        "listDirectory"),
                calls);
    }

    @ParameterizedTest(name = "{0} [{1}]: {2}")
    @CsvSource({
        "/digits.txt, A: b, 200",
        "/dir/, A: b, 200",
        "/dir, A: b, 301",
        "/nothing, A: b, 404",
        "/digits.txt, If-None-Match: *, 304",
        "/digits.txt, If-Match: \"x\", 412",
        "/digits.txt, Range: bytes=1-2, 206",
        "/digits.txt, Range: bytes=99-, 416"
    })
    void everyAnswerGoesThroughTheHooksOnce(String target, String field, int status) throws Exception {
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public void sendResponse(int code, @Nullable String message) throws IOException {
                calls.add("sendResponse " + code);
                super.sendResponse(code, message);
            }

            @Override
            public void endHeaders() throws IOException {
                calls.add("endHeaders");
                sendHeader("X-Own", "1");
                super.endHeaders();
            }
        });
        RawResponse response = ask(host, "GET", target, field);
        assertEquals(status, response.status());
        assertEquals("1", response.field("X-Own").orElse("none"));
        assertEquals(List.of("sendResponse " + status, "endHeaders"), calls);
    }

    @Test
    void sendsWhatAnOverriddenSendHeadReturns() throws Exception {
        RunningHost host = start(() -> new SimpleHTTPRequestHandler(folder) {
            @Override
            public @Nullable InputStream sendHead() throws IOException {
                sendResponse(200);
                sendHeader("Content-Length", 3);
                endHeaders();
                return new ByteArrayInputStream(latin("own"));
            }
        });
        assertEquals("own", ask(host, "GET", "/digits.txt").text());
        assertEquals("", ask(host, "HEAD", "/digits.txt").text());
    }

    @Test
    void aSubclassMayTranslateToAnyPath() throws Exception {
        Path archive = folder.resolve("archive.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = zip.getPath("/elsewhere.html");
            Files.writeString(file, "from an archive");
            RunningHost host = start(() -> new Files11(folder) {
                @Override
                public Path translatePath(String path) {
                    return path.equals("/zip") ? file : super.translatePath(path);
                }
            });
            RawResponse response = ask(host, "GET", "/zip");
            assertEquals("from an archive", response.text());
            assertEquals("text/html", response.field("Content-type").orElse("none"));
        }
    }

    @Test
    void aSubclassMayAssignThePath() throws Exception {
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public void do_GET() throws IOException {
                path("/digits.txt");
                super.do_GET();
            }
        });
        assertEquals("0123456789", ask(host, "GET", "/anything/").text());
    }

    @Test
    void aSubclassMayWrapTheOutput() throws Exception {
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public void do_GET() throws IOException {
                OutputStream plain = wfile();
                try (InputStream body = sendHead()) {
                    copyfile(body, new FilterOutputStream(plain) {
                        @Override
                        public void write(int b) throws IOException {
                            out.write(b + 1);
                        }
                    });
                }
            }
        });
        assertEquals("123456789:", ask(host, "GET", "/digits.txt").text());
    }

    @Test
    void aSubclassMayRefuseAName() throws Exception {
        RunningHost host = start(() -> new Files11(folder) {
            @Override
            public Path translatePath(String path) {
                throw new InvalidPathException(path, "not served");
            }
        });
        assertEquals(404, ask(host, "GET", "/digits.txt").status());
    }
}
