package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.gangway.contract.SocketClient;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files whose head and content go out in one write, in two, or in pieces. */
final class EachLength {
    private static final int[] LENGTHS = {0, 1, 7_900, 8_192, 8_193, 65_200, 65_536, 65_537, 131_072, 500_000};

    private EachLength() {}

    /** Writes the files, and returns handlers that serve them. */
    static HandlerFactory files(Path directory) throws IOException {
        for (int length : LENGTHS) {
            Files.write(directory.resolve("f" + length), content(length));
        }
        return () -> {
            SimpleHTTPRequestHandler handler = new SimpleHTTPRequestHandler(directory);
            handler.protocolVersion("HTTP/1.1");
            return handler;
        };
    }

    /** Asks for all of them on one connection, so that no byte may be too many. */
    static void check(SocketClient client) throws IOException {
        for (int length : LENGTHS) {
            client.send("GET /f" + length + " HTTP/1.1\r\nHost: x\r\n\r\n");
            client.readUntil("\r\n\r\n");
            assertArrayEquals(content(length), client.input().readNBytes(length), "length " + length);
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
