package dev.gangway.sight;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A connection that Java Flight Recorder records. */
public final class ServedConnection {
    private final ConnectionEvent event;

    private ServedConnection(ConnectionEvent event) {
        this.event = event;
    }

    /**
     * Begins with a connection that was accepted.
     *
     * @return the connection; null if connections are not recorded
     */
    public static @Nullable ServedConnection begin() {
        return FlightRecording.isOn() ? recorded() : null;
    }

    private static @Nullable ServedConnection recorded() {
        ConnectionEvent event = new ConnectionEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return new ServedConnection(event);
    }

    /**
     * Takes note of the end.
     *
     * @param client gives the client's address
     * @param secure whether the client's connection was encrypted
     * @param requests how many requests have come
     * @param bytes how many bytes were sent, heads included
     */
    public void end(Supplier<String> client, boolean secure, long requests, long bytes) {
        event.end();
        if (event.shouldCommit()) {
            event.client = client.get();
            event.secure = secure;
            event.requests = requests;
            event.bytes = bytes;
            event.commit();
        }
    }
}
