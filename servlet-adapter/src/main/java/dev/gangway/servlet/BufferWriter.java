package dev.gangway.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes buffers to a container's streams: by their {@code write(ByteBuffer)}, which is part of Servlet 6.1, and which
 * Jetty and Tomcat have always had; where a stream has none, as bytes. The streams of Undertow also take a file as it is, which the
 * system's {@code sendfile} then copies.
 *
 * <p>One for each servlet: kept in a static field, the class of a stream would outlive a web application that wraps responses.
 */
final class BufferWriter {
    /** The last result; a servlet's streams are nearly always of one class. */
    private volatile Methods last = new Methods(OutputStream.class, null, null);

    private record Methods(
            Class<?> type,
            @Nullable MethodHandle write,
            @Nullable MethodHandle transfer) {}

    /** Writes what remains in the buffer. */
    void write(OutputStream out, ByteBuffer buffer) throws IOException {
        MethodHandle write = methods(out).write;
        if (write != null) {
            try {
                write.invokeExact(out, buffer);
            } catch (Throwable e) {
                throw thrown(e);
            }
        } else {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            out.write(bytes);
        }
    }

    /** Writes a file from its position to its end; false, and nothing is written, if the stream takes no files. */
    boolean transfer(OutputStream out, FileChannel file) throws IOException {
        MethodHandle transfer = methods(out).transfer;
        if (transfer == null) {
            return false;
        }
        try {
            transfer.invokeExact(out, file);
        } catch (Throwable e) {
            throw thrown(e);
        }
        return true;
    }

    private Methods methods(OutputStream out) {
        Methods known = last;
        if (known.type != out.getClass()) {
            Class<?> type = out.getClass();
            known = new Methods(
                    type,
                    find(type, "write", ByteBuffer.class),
                    ServletContainer.UNDERTOW.has(type) ? find(type, "transferFrom", FileChannel.class) : null);
            last = known;
        }
        return known;
    }

    private static @Nullable MethodHandle find(Class<?> type, String name, Class<?> parameter) {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(type, name, MethodType.methodType(void.class, parameter))
                    .asType(MethodType.methodType(void.class, OutputStream.class, parameter));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    private static IOException thrown(Throwable e) {
        if (e instanceof IOException failure) {
            return failure;
        } else if (e instanceof RuntimeException failure) {
            throw failure;
        } else if (e instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException("a stream throws what it does not declare", e);
    }
}
