package dev.gangway.servlet;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a connection as Jetty 12 reads them. Jetty ends the stream that it gives after 101 at once if the request had
 * no {@code Content-Length}, which the request of a browser never has: it has read such a request to its end before it asks
 * the servlet. The connection goes on, so the rest is read here. The adapter knows no class of Jetty, hence the reflection.
 */
final class JettyEndPoint extends InputStream {
    private final Object endPoint;
    private final Method fill;
    private final Method fillInterested;
    private final Class<?> callback;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();

    private JettyEndPoint(Object endPoint) throws ReflectiveOperationException {
        ClassLoader loader = endPoint.getClass().getClassLoader();
        Class<?> type = Class.forName("org.eclipse.jetty.io.EndPoint", false, loader);
        callback = Class.forName("org.eclipse.jetty.util.Callback", false, loader);
        fill = type.getMethod("fill", ByteBuffer.class);
        fillInterested = type.getMethod("fillInterested", callback);
        this.endPoint = endPoint;
    }

    /**
     * Looks for the end point of a request.
     *
     * @param given the request, the container's own or one around it
     * @return the end point, or null if the container is none that needs it
     */
    static @Nullable JettyEndPoint of(ServletRequest given) {
        ServletRequest inner = ServletContainer.own(given);
        if (!ServletContainer.JETTY.has(inner.getClass())) {
            return null;
        }
        try {
            Object request = inner.getClass().getMethod("getRequest").invoke(inner);
            ClassLoader loader = request.getClass().getClassLoader();
            Object metaData = get(request, "org.eclipse.jetty.server.Request", "getConnectionMetaData", loader);
            Object connection = get(metaData, "org.eclipse.jetty.server.ConnectionMetaData", "getConnection", loader);
            return new JettyEndPoint(get(connection, "org.eclipse.jetty.io.Connection", "getEndPoint", loader));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Object get(Object from, String type, String method, ClassLoader loader)
            throws ReflectiveOperationException {
        return Class.forName(type, false, loader).getMethod(method).invoke(from);
    }

    @Override
    public int read() throws IOException {
        return await() < 0 ? -1 : buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int available = await();
        if (available < 0) {
            return -1;
        }
        int count = Math.min(length, available);
        buffer.get(target, offset, count);
        return count;
    }

    @Override
    public int available() {
        return buffer.remaining();
    }

    /** Returns how many bytes are there, one or more, or -1 at the end of the connection. */
    private int await() throws IOException {
        while (!buffer.hasRemaining()) {
            int filled = (int) call(fill, buffer.clear().limit(0));
            if (filled < 0) {
                return -1;
            }
            if (filled == 0) {
                awaitBytes();
            }
        }
        return buffer.remaining();
    }

    private void awaitBytes() throws IOException {
        CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "succeeded" -> {
                ready.complete(null);
                yield null;
            }
            case "failed" -> {
                ready.completeExceptionally((Throwable) arguments[0]);
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "a read of the handler";
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        call(fillInterested, Proxy.newProxyInstance(callback.getClassLoader(), new Class<?>[] {callback}, handler));
        try {
            ready.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IOException("the connection failed", e.getCause());
        }
    }

    private Object call(Method method, Object argument) throws IOException {
        try {
            return method.invoke(endPoint, argument);
        } catch (IllegalAccessException e) {
            throw new IOException("Jetty does not let its end point be read", e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException("reading failed", e.getCause());
        }
    }
}
