package dev.gangway.contract;

import java.io.IOException;
import java.util.List;

/** A host that serves. */
public interface RunningHost extends AutoCloseable {
    /** Returns the port on the loopback address, for a client of its own; a host in memory has none. */
    default int port() {
        throw new UnsupportedOperationException("this host has no port");
    }

    /** Opens a connection. */
    HostClient connect() throws IOException;

    /**
     * Sends all bytes of a connection, says that there are no more, and returns all that comes back until the host
     * closes. When it returns, the handler has finished.
     */
    default byte[] exchange(byte[] request) throws IOException {
        try (HostClient client = connect()) {
            client.sendAll(request);
            return client.readToEnd();
        }
    }

    /**
     * Sends bytes and returns all that comes back until the host closes, without ever saying that there are no more to
     * come. When it returns, the handler has finished.
     */
    default byte[] exchangeOpen(byte[] request) throws IOException {
        try (HostClient client = connect()) {
            client.send(request);
            return client.readToEnd();
        }
    }

    /** Returns the lines that handlers have logged since the last call, and forgets them. */
    List<String> takeLog();

    /** Returns what handlers have thrown since the last call, and forgets it. */
    List<Throwable> takeErrors();

    @Override
    void close();
}
