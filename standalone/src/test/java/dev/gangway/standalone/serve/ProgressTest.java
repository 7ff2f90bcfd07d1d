package dev.gangway.standalone.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.MemoryHost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final long MIB = 1 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> written = new ArrayList<>();

    private final Progress progress = new Progress(nanos::get, written::add);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String last() {
        // A terminal shows nothing of these.
        return written.get(written.size() - 1).replaceAll("\u001b\\[\\?7[hl]", "");
    }

    @Test
    void showsWhatLastsForASecond() {
        Transfer quick = progress.begin(false, "127.0.0.1", "/quick");
        progress.end(quick);
        Transfer slow = progress.begin(false, "10.0.0.7", "/a.iso");
        slow.total(100 * MIB);
        progress.log("a line");
        assertEquals("a line", last());
        pass(Duration.ofSeconds(2));
        slow.bytes(20 * MIB);
        progress.update();
        assertEquals("down  20 %  20 MiB of 100 MiB  10 MiB/s  0:08 left  10.0.0.7 /a.iso", last());
        progress.log("another line");
        assertEquals(
                "\u001b[1A\u001b[Janother line\ndown  20 %  20 MiB of 100 MiB  10 MiB/s  0:08 left  10.0.0.7 /a.iso",
                last());
        progress.end(slow);
        progress.update();
        assertEquals("\u001b[1A\u001b[J\u001b[A", last());
        int count = written.size();
        progress.update();
        assertEquals(count, written.size());
    }

    @Test
    void showsAnUploadOfUnknownLength() {
        Transfer upload = progress.begin(true, "::1", "/\u001b[2J");
        pass(Duration.ofSeconds(4));
        upload.add(6 * MIB);
        progress.update();
        assertTrue(last().startsWith("up    6.0 MiB  1.5 MiB/s  ::1 /"), last());
        assertTrue(last().indexOf('\u001b') < 0, last());
    }

    @Test
    void showsSomeOfMany() {
        for (int i = 0; i < 20; i++) {
            progress.begin(false, "::1", "/" + i);
        }
        pass(Duration.ofSeconds(1));
        progress.update();
        String[] lines = last().split("\n");
        assertEquals(9, lines.length);
        assertEquals("and 12 more", lines[8]);
    }

    @Test
    void countsInBothDirections(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a"), new byte[(int) (3 * MIB)]);
        Progress atTheEnd = new Progress(nanos::get, written::add) {
            @Override
            void end(Transfer transfer) {
                pass(Duration.ofSeconds(2));
                update();
                super.end(transfer);
            }
        };
        MemoryHost host = new MemoryHost(() -> {
            ServedFiles handler = new ServedFiles(folder, null, atTheEnd);
            handler.upload(true);
            handler.accessLog(false);
            return handler;
        });
        host.exchange("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(last().contains("down  100 %  3.0 MiB of 3.0 MiB"), last());
        host.exchange("PUT /b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                .getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(last().contains("up    100 %  5 B of 5 B"), last());
        assertEquals("hello", Files.readString(folder.resolve("b")));
    }
}
