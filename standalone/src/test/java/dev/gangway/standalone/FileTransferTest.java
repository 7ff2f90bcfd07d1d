package dev.gangway.standalone;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.contract.SocketClient;
import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FileTransferTest {
    private static final int SIZE = 20_000_000;
    private static final int SMALL_BUFFER = 64 * 1024;

    @TempDir
    Path directory;

    private final LinkedBlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();
    private Path file;
    private byte[] data;

    @BeforeEach
    void makeFile() throws IOException {
        data = new byte[SIZE];
        new Random(3).nextBytes(data);
        file = directory.resolve("file");
        Files.write(file, data);
    }

    private TestServer serving(HTTPServerTest.Kind kind, long position, long count) throws IOException {
        return kind.server(Handlers.afterLine(connection -> {
                    try (FileChannel channel = FileChannel.open(file)) {
                        Handlers.write(connection, ":");
                        outcomes.add(connection.transferFrom(channel, position, count));
                        assertEquals(0, channel.position());
                    } catch (ClientGoneException e) {
                        outcomes.add(e);
                        throw e;
                    }
                }))
                .started();
    }

    @ParameterizedTest(name = "{0}: {2} bytes from {1}")
    @CsvSource({
        "ONE_BY_ONE, 0, 20000000, 20000000",
        "ONE_BY_ONE, 5, 1000, 1000",
        "THREADING, 0, 20000000, 20000000",
        "THREADING, 1, 19999999, 19999999",
        "THREADING, 5, 65536, 65536",
        "THREADING, 5, 65537, 65537",
        "THREADING, 5, 1, 1",
        "THREADING, 5, 0, 0",
        "THREADING, 19999990, 100, 10",
        "THREADING, 19999990, 1000000, 10",
        "THREADING, 19000000, 2000000, 1000000",
        "THREADING, 20000000, 100, 0",
        "THREADING, 30000000, 9000000, 0",
    })
    void sendsWhatTheFileHas(HTTPServerTest.Kind kind, long position, long count, int sent) throws Exception {
        try (TestServer server = serving(kind, position, count);
                SocketClient client = server.connect()) {
            client.send("?\n");
            client.read(1);
            int from = (int) Math.min(position, SIZE);
            assertArrayEquals(Arrays.copyOfRange(data, from, from + sent), client.readToEnd());
            assertEquals((long) sent, outcomes.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void sendsTheHeadBeforeAFileOfAnyLength() throws Exception {
        HandlerFactory files = EachLength.files(directory);
        try (TestServer server = HTTPServerTest.Kind.THREADING.server(files).started();
                SocketClient client = server.connect()) {
            EachLength.check(client);
        }
    }

    @Test
    void aClientThatWasFastMaySlowDown() throws Exception {
        try (TestServer server = serving(HTTPServerTest.Kind.THREADING, 0, SIZE);
                Socket socket = new Socket()) {
            server.writeTimeout(Duration.ofSeconds(1));
            server.sendBufferBytes(SMALL_BUFFER);
            socket.setReceiveBufferSize(SMALL_BUFFER);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.serverPort()));
            try (SocketClient client = new SocketClient(socket)) {
                client.send("?\n");
                client.read(1);
                int fast = 9_000_000;
                assertArrayEquals(Arrays.copyOf(data, fast), client.input().readNBytes(fast));
                // Two seconds' worth: within the limit some of it goes, but not what could go at once before.
                for (int i = 0; i < 64; i++) {
                    TimeUnit.MILLISECONDS.sleep(32);
                    client.input().readNBytes(SMALL_BUFFER);
                }
                client.readToEnd();
            }
            assertEquals((long) SIZE, outcomes.poll(10, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatTakesNothingIsReset(HTTPServerTest.Kind kind) throws Exception {
        try (TestServer server = serving(kind, 0, SIZE)) {
            server.writeTimeout(Duration.ofMillis(200));
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                client.read(1);
                Object outcome = outcomes.poll(10, TimeUnit.SECONDS);
                assertTrue(outcome instanceof ClientGoneException, String.valueOf(outcome));
            }
        }
    }

    @Test
    void aClientThatLeavesIsGone() throws Exception {
        try (TestServer server = serving(HTTPServerTest.Kind.THREADING, 0, SIZE)) {
            try (SocketClient client = server.connect()) {
                client.send("?\n");
                client.read(1);
                client.resetOnClose();
            }
            Object outcome = outcomes.poll(10, TimeUnit.SECONDS);
            assertTrue(outcome instanceof ClientGoneException, String.valueOf(outcome));
        }
    }
}
