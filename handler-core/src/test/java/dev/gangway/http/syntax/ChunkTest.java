package dev.gangway.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChunkTest {
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void frames() {
        byte[] data = "xabcdefghijklmnopqy".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("1\r\na\r\n", text(Chunk.of(data, 1, 1)));
        assertEquals("11\r\nabcdefghijklmnopq\r\n", text(Chunk.of(data, 1, 17)));
        assertEquals("2000\r\n", text(Chunk.size(8192)));
        assertEquals("0\r\n\r\n", text(Chunk.last()));
    }
}
