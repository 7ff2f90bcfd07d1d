package dev.gangway.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many written bytes the clients of a server have not taken yet. A socket says nothing of it until a third of
 * its buffer is free, which is minutes for a slow client; Linux tells it in a table of all connections. Elsewhere nothing
 * is known. For the watchdog alone.
 */
final class SendQueues {
    static final long UNKNOWN = -1;

    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;
    private static final int HEX = 16;

    private final int port;
    private Map<InetSocketAddress, Long> queues = Map.of();
    private long readNanos;

    /** Looks at the connections to a port. */
    SendQueues(int port) {
        this.port = port;
        this.readNanos = System.nanoTime() - Long.MAX_VALUE / 2;
    }

    /**
     * Returns how many bytes are on their way to a client or wait for it.
     *
     * @param maxAgeNanos how old the answer may be; the table is long
     */
    long bytes(InetSocketAddress client, long nowNanos, long maxAgeNanos) {
        if (nowNanos - readNanos > maxAgeNanos) {
            queues = read();
            readNanos = nowNanos;
        }
        return queues.getOrDefault(client, UNKNOWN);
    }

    private Map<InetSocketAddress, Long> read() {
        Map<InetSocketAddress, Long> read = new HashMap<>();
        for (Path table : TABLES) {
            try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
                lines.readLine(); // the headings
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    add(line.strip().split(" +", QUEUES + 2), read);
                }
            } catch (IOException | RuntimeException e) {
                // Not a table that we know: then a client's progress is what the socket tells.
            }
        }
        return read;
    }

    private void add(String[] columns, Map<InetSocketAddress, Long> read) throws UnknownHostException {
        if (port(columns[LOCAL]) == port) {
            String queues = columns[QUEUES];
            long bytes = Long.parseLong(queues.substring(0, queues.indexOf(':')), HEX);
            read.put(new InetSocketAddress(address(columns[REMOTE]), port(columns[REMOTE])), bytes);
        }
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(':') + 1), HEX);
    }

    /** Addresses are words as the machine holds them. */
    private static InetAddress address(String end) throws UnknownHostException {
        int digits = end.indexOf(':');
        ByteBuffer bytes = ByteBuffer.allocate(digits / 2).order(ByteOrder.nativeOrder());
        for (int i = 0; i < digits; i += 2 * Integer.BYTES) {
            bytes.putInt(Integer.parseUnsignedInt(end.substring(i, i + 2 * Integer.BYTES), HEX));
        }
        return InetAddress.getByAddress(bytes.array());
    }
}
