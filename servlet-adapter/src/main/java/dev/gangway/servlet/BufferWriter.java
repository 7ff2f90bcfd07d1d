package dev.gangway.servlet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes buffers to a container's streams: by their {@code write(ByteBuffer)}, which is part of Servlet 6.1, and which
 * Jetty and Tomcat have always had; where a stream has none, as bytes.
 *
 * <p>One for each servlet: kept in a static field, the class of a stream would outlive a web application that wraps responses.
 */
final class BufferWriter {
    private static final MethodType SIGNATURE = MethodType.methodType(void.class, ByteBuffer.class);
    private static final MethodType GENERAL = MethodType.methodType(void.class, OutputStream.class, ByteBuffer.class);

    /** The last result; a servlet's streams are nearly always of one class. */
    private volatile Method last = new Method(OutputStream.class, null);

    private record Method(Class<?> type, @Nullable MethodHandle handle) {}

    /** Writes what remains in the buffer. */
    void write(OutputStream out, ByteBuffer buffer) throws IOException {
        Method method = last;
        if (method.type != out.getClass()) {
            method = find(out.getClass());
            last = method;
        }
        if (method.handle != null) {
            call(method.handle, out, buffer);
        } else {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            out.write(bytes);
        }
    }

    private static Method find(Class<?> type) {
        try {
            return new Method(
                    type,
                    MethodHandles.publicLookup()
                            .findVirtual(type, "write", SIGNATURE)
                            .asType(GENERAL));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return new Method(type, null);
        }
    }

    private static void call(MethodHandle write, OutputStream out, ByteBuffer buffer) throws IOException {
        try {
            write.invokeExact(out, buffer);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("write(ByteBuffer) throws what it does not declare", e);
        }
    }
}
