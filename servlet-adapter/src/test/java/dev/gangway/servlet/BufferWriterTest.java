package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BufferWriterTest {
    private final BufferWriter writer = new BufferWriter();

    /** A stream as containers have it. */
    public static class OfContainer extends OutputStream {
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        boolean tookBuffer;

        @Override
        public void write(int b) {
            written.write(b);
        }

        public void write(ByteBuffer buffer) throws IOException {
            tookBuffer = true;
            while (buffer.hasRemaining()) {
                written.write(buffer.get());
            }
        }
    }

    /** A class that no other may look into. */
    private static final class Hidden extends OfContainer {
        @Override
        public void write(ByteBuffer buffer) {
            throw new AssertionError("called from outside");
        }
    }

    /** A stream whose client has gone. */
    public static class Broken extends OfContainer {
        static final IOException ERROR = new IOException("Broken pipe");

        @Override
        public void write(ByteBuffer buffer) throws IOException {
            throw ERROR;
        }
    }

    static Stream<Arguments> buffers() {
        ByteBuffer part = bytes("xHellox").position(1).limit(6).slice();
        return Stream.of(
                Arguments.of("the heap", bytes("Hello")),
                Arguments.of("a part", part),
                Arguments.of("outside of the heap", direct("Hello")),
                Arguments.of("read only", bytes("Hello").asReadOnlyBuffer()));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer direct(String text) {
        return ByteBuffer.allocateDirect(text.length()).put(bytes(text)).flip();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("buffers")
    void writesByTheMethodOfTheStream(String name, ByteBuffer buffer) throws IOException {
        OfContainer out = new OfContainer();
        writer.write(out, buffer.duplicate());
        assertEquals("Hello", out.written.toString(StandardCharsets.US_ASCII));
        assertEquals(true, out.tookBuffer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("buffers")
    void writesBytesToAnyOtherStream(String name, ByteBuffer buffer) throws IOException {
        ByteBuffer given = buffer.duplicate();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, given);
        assertEquals("Hello", out.toString(StandardCharsets.US_ASCII));
        assertFalse(given.hasRemaining());
    }

    @Test
    void writesBytesWhereTheMethodIsNotForEverybody() throws IOException {
        Hidden out = new Hidden();
        writer.write(out, bytes("Hello"));
        assertEquals("Hello", out.written.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void throwsWhatTheStreamThrows() {
        assertSame(Broken.ERROR, assertThrows(IOException.class, () -> writer.write(new Broken(), bytes("Hello"))));
    }

    @Test
    void takesStreamsOfDifferentClassesInTurns() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        OfContainer ofContainer = new OfContainer();
        for (OutputStream out : new OutputStream[] {plain, ofContainer, plain, ofContainer}) {
            writer.write(out, bytes("Hello"));
        }
        assertEquals("HelloHello", plain.toString(StandardCharsets.US_ASCII));
        assertEquals("HelloHello", ofContainer.written.toString(StandardCharsets.US_ASCII));
    }
}
