package dev.gangway.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs handlers in memory: bytes in, bytes out, without a thread or a socket. Made for tests.
 *
 * <pre>{@code
 * MemoryHost host = new MemoryHost(Hello::new);
 * byte[] response = host.exchange("GET / HTTP/1.0\r\n\r\n".getBytes(ISO_8859_1));
 * }</pre>
 *
 * <p>Log lines and exceptions of handlers are kept: {@link #logLines()}, {@link #errors()}. Any thread may use it.
 */
public final class MemoryHost implements HandlerServer {
    private final HandlerFactory factory;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final List<String> logLines = new ArrayList<>();
    private final List<Throwable> errors = new ArrayList<>();

    /**
     * Makes a host.
     *
     * @param factory makes a handler for each connection
     */
    public MemoryHost(HandlerFactory factory) {
        this.factory = factory;
    }

    /**
     * Serves one connection whose client sends some bytes and then nothing more.
     *
     * @param requests the client's bytes: no request, one, or several
     * @return the bytes that the client receives until the connection closes
     */
    public byte[] exchange(byte[] requests) {
        ByteArrayOutputStream responses = new ByteArrayOutputStream();
        serve(new ByteArrayInputStream(requests), responses);
        return responses.toByteArray();
    }

    /**
     * Serves one connection on two streams, and closes neither.
     *
     * @param in the client's bytes
     * @param out takes the bytes for the client
     */
    public void serve(InputStream in, OutputStream out) {
        MemoryConnection connection = new MemoryConnection(this, in, out);
        try {
            factory.get().run(connection);
        } catch (ClientGoneException e) {
            // The end of a connection like any other.
        } catch (Throwable e) {
            handleError(connection, e);
        } finally {
            connection.ended();
        }
    }

    /**
     * Lends a connection without running a handler on it.
     *
     * @param in the client's bytes
     * @param out takes the bytes for the client
     * @return a connection of this host
     */
    public HandlerConnection connection(InputStream in, OutputStream out) {
        return new MemoryConnection(this, in, out);
    }

    /**
     * Returns the lines that were logged.
     *
     * @return a copy, oldest first
     */
    public List<String> logLines() {
        synchronized (logLines) {
            return List.copyOf(logLines);
        }
    }

    /**
     * Returns the exceptions of handlers.
     *
     * @return a copy, oldest first
     */
    public List<Throwable> errors() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    @Override
    public String serverName() {
        return "localhost";
    }

    @Override
    public int serverPort() {
        return 0;
    }

    @Override
    public @Nullable Object attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void attribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void log(String line) {
        synchronized (logLines) {
            logLines.add(line);
        }
    }

    @Override
    public void handleError(HandlerConnection connection, Throwable error) {
        synchronized (errors) {
            errors.add(error);
        }
    }
}
