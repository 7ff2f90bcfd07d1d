package dev.gangway.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tree in a file system of another kind than the one that the tests run on. */
class ForeignFileSystemTest extends HostContract {
    @Override
    public Host host() {
        return new InMemory();
    }

    @Test
    void aTreeOfWindowsIsServedAndNothingBesideIt() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path root = Files.createDirectories(windows.getPath("C:\\srv\\www"));
            Files.writeString(windows.getPath("C:\\srv\\secret"), "secret");
            Files.writeString(root.resolve("a b.txt"), "text");
            RunningHost host = start(() -> new SimpleHTTPRequestHandler(root));
            String listing = new String(host.exchange(latin("GET / HTTP/1.0\r\n\r\n")), ISO_8859_1);
            assertTrue(listing.contains("<li><a href=\"a%20b.txt\">a b.txt</a></li>"), listing);
            for (String target :
                    List.of("/..%5Csecret", "/C:%5Csrv%5Csecret", "/..\\secret", "/C:/srv/secret", "/%5Csrv/secret")) {
                String answer = new String(host.exchange(latin("GET " + target + " HTTP/1.0\r\n\r\n")), ISO_8859_1);
                assertTrue(!answer.endsWith("secret"), () -> target + ": " + answer);
            }
        }
    }
}
