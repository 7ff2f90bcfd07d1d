package dev.gangway.contract;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The client's end of a connection. Whatever waits for the host fails with an {@link IOException} after
 * {@value #DEADLINE_SECONDS} seconds.
 */
public interface HostClient extends AutoCloseable {
    /** How long a client waits for a host, in seconds. */
    int DEADLINE_SECONDS = 10;

    /** Sends bytes now. */
    void send(byte[] bytes) throws IOException;

    /** Sends text in ISO-8859-1 now. */
    default void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes and ends the client's side; a host that has closed before that is no failure. */
    default void sendAll(byte[] bytes) throws IOException {
        send(bytes);
        halfClose();
    }

    /** Tells the host that no more bytes will come. */
    void halfClose() throws IOException;

    /** Returns what comes back, as one stream: the same each time. */
    InputStream input();

    /**
     * Reads until a delimiter was read.
     *
     * @return the bytes, the delimiter included
     * @throws EOFException if the host closes before
     */
    default String readUntil(String delimiter) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < delimiter.length() || read.indexOf(delimiter, read.length() - delimiter.length()) < 0) {
            int next = input().read();
            if (next < 0) {
                throw new EOFException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Reads exactly this many bytes. */
    default String read(int count) throws IOException {
        byte[] bytes = input().readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("closed after: " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Reads until the host closes; a host that resets the connection has closed it too. */
    byte[] readToEnd() throws IOException;

    /** Reads one response and leaves what follows. */
    default RawResponse readResponse(String method) throws IOException {
        return RawResponse.read(input(), method);
    }

    /** Closes both sides at once: the client is gone. */
    @Override
    void close();

    /** Reads a stream to its end, or to the exception that stands for a reset. */
    static byte[] drain(InputStream in, Class<? extends IOException> reset) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (IOException e) {
            if (!reset.isInstance(e)) {
                throw e;
            }
        }
        return all.toByteArray();
    }
}
