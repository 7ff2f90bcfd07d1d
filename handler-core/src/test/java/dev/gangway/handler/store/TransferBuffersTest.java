package dev.gangway.handler.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TransferBuffersTest {
    private final TransferBuffers buffers = new TransferBuffers(2);

    private ByteBuffer take() {
        return Objects.requireNonNull(buffers.take());
    }

    @Test
    void areNoMoreThanTheyMayBe() {
        assertNotSame(take(), take());
        assertNull(buffers.take());
        assertNull(new TransferBuffers(0).take());
    }

    @Test
    void areUsedAgainFromTheirBeginning() {
        ByteBuffer buffer = take();
        assertTrue(buffer.isDirect());
        buffers.giveBack(buffer.put((byte) 1).flip());
        assertSame(buffer, take());
        assertEquals(TransferBuffers.BYTES, buffer.remaining());
    }

    @Test
    void areReplacedWhereOneIsGivenUp() {
        ByteBuffer lost = take();
        assertNotNull(buffers.take());
        buffers.giveUp();
        assertNotSame(lost, take());
        assertNull(buffers.take());
    }
}
