package dev.gangway.porting;

import dev.gangway.host.RequestInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The methods of Python's binary streams, for Java's streams. */
public final class Streams {
    private Streams() {}

    /** Returns {@code stream.read(length)}: all of it, or less where the stream ends; a negative length is the whole rest. */
    public static byte[] read(InputStream stream, long length) throws IOException {
        return length < 0 ? stream.readAllBytes() : stream.readNBytes(Math.toIntExact(length));
    }

    /** Returns {@code stream.read()}. */
    public static byte[] read(InputStream stream) throws IOException {
        return stream.readAllBytes();
    }

    /** Returns {@code stream.read1(length)}: the bytes that are there. */
    public static byte[] read1(InputStream stream, long length) throws IOException {
        byte[] bytes = new byte[(int) length];
        int count = stream.read(bytes);
        return Arrays.copyOf(bytes, Math.max(0, count));
    }

    /** Returns {@code stream.readline()}. */
    public static byte[] readline(InputStream stream) throws IOException {
        if (stream instanceof RequestInputStream request) {
            return request.readline();
        }
        return line(stream, Long.MAX_VALUE);
    }

    /** Returns {@code stream.readline(limit)}. */
    public static byte[] readline(InputStream stream, long limit) throws IOException {
        return stream instanceof RequestInputStream request && limit >= 0 && limit <= Integer.MAX_VALUE
                ? request.readline((int) limit)
                : line(stream, limit < 0 ? Long.MAX_VALUE : limit);
    }

    private static byte[] line(InputStream stream, long limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < limit) {
            int b = stream.read();
            if (b < 0) {
                break;
            }
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    /** Returns {@code stream.readlines()}. */
    public static List<byte[]> readlines(InputStream stream) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (byte[] line = readline(stream); line.length > 0; line = readline(stream)) {
            lines.add(line);
        }
        return lines;
    }

    /** Returns the lines that a loop over a stream goes through. */
    public static List<byte[]> lines(InputStream stream) throws IOException {
        return readlines(stream);
    }

    /** Returns {@code stream.getvalue()} of a stream that writes into an {@code io.BytesIO}. */
    public static byte[] getvalue(OutputStream stream) {
        if (stream instanceof BytesIO.Output output) {
            return output.file().getvalue();
        }
        throw new AttributeError("'" + Repr.type(stream) + "' object has no attribute 'getvalue'");
    }

    /** Does {@code stream.write(bytes)}. */
    public static long write(OutputStream stream, byte[] bytes) throws IOException {
        stream.write(bytes);
        return bytes.length;
    }

    /** Does {@code stream.flush()}. */
    public static void flush(OutputStream stream) throws IOException {
        stream.flush();
    }

    /** Does {@code stream.close()}. */
    public static void close(OutputStream stream) throws IOException {
        stream.close();
    }

    /** Does {@code stream.close()}. */
    public static void close(InputStream stream) throws IOException {
        stream.close();
    }
}
