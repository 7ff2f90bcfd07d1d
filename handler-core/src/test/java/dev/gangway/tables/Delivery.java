package dev.gangway.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gangway.contract.MessageText;
import dev.gangway.host.RequestInputStream;
import dev.gangway.http.syntax.MessageSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Delivers each case to a parser in three ways: whole, one byte at a time, and followed by bytes that must stay unread.
 *
 * <p>A message is written as {@link MessageText} has it.
 */
public final class Delivery {
    private static final byte[] TAIL = "GET /next HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private Delivery() {}

    /** A parser that reads a stream. */
    @FunctionalInterface
    public interface Reader {
        /** Reads one message, and says what it is. */
        String read(RequestInputStream in) throws IOException, MessageSyntaxException;
    }

    /** A parser that is given pieces. */
    public interface Sink {
        /** Takes bytes up to the end of the message; returns how many it took. */
        int accept(byte[] source, int offset, int length) throws IOException, MessageSyntaxException;

        /** Says what the message is. */
        String outcome();
    }

    /** Checks what a parser makes of a whole message: {@code expected}, or status and explanation of its error. */
    public static void ofWhole(String message, String expected, Reader reader) throws IOException {
        ofCut(message, expected, reader);
        byte[] sent = MessageText.bytes(message);
        RequestInputStream in = new RequestInputStream(
                new SequenceInputStream(new ByteArrayInputStream(sent), new ByteArrayInputStream(TAIL)));
        try {
            assertEquals(expected, reader.read(in), "with a tail");
            assertEquals(text(TAIL), text(in.readAllBytes()), "the tail");
        } catch (MessageSyntaxException e) {
            assertEquals(expected, error(e), "with a tail");
        }
    }

    /** Checks what a parser makes of a message that the end of the stream cuts. */
    public static void ofCut(String message, String expected, Reader reader) throws IOException {
        byte[] sent = MessageText.bytes(message);
        assertEquals(expected, outcome(new ByteArrayInputStream(sent), reader), "whole");
        assertEquals(expected, outcome(new ByteByByte(sent), reader), "byte by byte");
    }

    /** Checks what a parser makes of the pieces of a whole message. */
    public static void inPieces(String message, String expected, Supplier<? extends Sink> parsers) throws IOException {
        byte[] sent = MessageText.bytes(message);
        assertEquals(expected, outcome(sent, sent.length, sent.length, parsers.get()), "whole");
        assertEquals(expected, outcome(sent, sent.length, 1, parsers.get()), "byte by byte");
        byte[] withTail = Arrays.copyOf(sent, sent.length + TAIL.length);
        System.arraycopy(TAIL, 0, withTail, sent.length, TAIL.length);
        assertEquals(expected, outcome(withTail, sent.length, withTail.length, parsers.get()), "with a tail");
    }

    private static String outcome(InputStream stream, Reader reader) throws IOException {
        try {
            RequestInputStream in = new RequestInputStream(stream);
            String read = reader.read(in);
            assertEquals("", text(in.readAllBytes()), "left unread");
            return read;
        } catch (MessageSyntaxException e) {
            return error(e);
        }
    }

    private static String outcome(byte[] bytes, int messageBytes, int piece, Sink parser) throws IOException {
        int at = 0;
        try {
            while (at < messageBytes) {
                int taken = parser.accept(bytes, at, Math.min(piece, bytes.length - at));
                at += taken;
                if (taken == 0) {
                    break;
                }
            }
            assertEquals(messageBytes, at, "bytes taken");
            return parser.outcome();
        } catch (MessageSyntaxException e) {
            return error(e);
        }
    }

    private static String error(MessageSyntaxException e) {
        return e.status() + " " + (e.explain() == null ? e.phrase() : e.explain());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Gives one byte with each read. */
    private static final class ByteByByte extends ByteArrayInputStream {
        ByteByByte(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
        }
    }
}
