package dev.gangway.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.host.ClientGoneException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentInputTest {
    private int opened;

    private ContentInput of(InputStream in, boolean mayEndEarly) {
        return new ContentInput(
                () -> {
                    opened++;
                    return in;
                },
                mayEndEarly);
    }

    private static InputStream failing(IOException e) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw e;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw e;
            }
        };
    }

    /** The container's exception, whether an early end is an end, and what the handler sees; null for the end. */
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new EOFException("early"), true, null, false),
                Arguments.of(new EOFException("early"), false, ClientGoneException.class, false),
                Arguments.of(new IOException("reset"), true, ClientGoneException.class, false),
                Arguments.of(new SocketTimeoutException(), true, SocketTimeoutException.class, true),
                Arguments.of(new IOException(new TimeoutException()), true, SocketTimeoutException.class, true),
                Arguments.of(
                        new IOException(new IOException(new SocketTimeoutException())),
                        false,
                        SocketTimeoutException.class,
                        true));
    }

    @ParameterizedTest(name = "{0}, may end early: {1}")
    @MethodSource("failures")
    void saysInTheSameWordsWhatContainersSayInTheirs(
            IOException failure, boolean mayEndEarly, Class<? extends IOException> seen, boolean timedOut)
            throws Exception {
        ContentInput in = of(failing(failure), mayEndEarly);
        if (seen == null) {
            assertEquals(-1, in.read());
            assertEquals(-1, in.read(new byte[4], 0, 4));
        } else {
            assertThrows(seen, in::read);
            assertThrows(seen, () -> in.read(new byte[4], 0, 4));
        }
        assertEquals(seen != null, in.hasFailed());
        assertEquals(timedOut, in.hasTimedOut());
    }

    @Test
    void asksForTheContainersStreamOnceAndWhenItIsReadOrLookedAt() throws Exception {
        ContentInput in = of(new ByteArrayInputStream(new byte[] {1, 2, 3}), true);
        assertFalse(in.isTouched());
        assertEquals(0, opened);
        assertEquals(3, in.available());
        assertEquals(1, opened);
        assertEquals(1, in.read());
        assertTrue(in.isTouched());
        assertEquals(2, in.available());
        assertEquals(2, in.read(new byte[4], 0, 4));
        assertEquals(-1, in.read());
        assertEquals(1, opened);
        assertFalse(in.hasFailed());
    }
}
