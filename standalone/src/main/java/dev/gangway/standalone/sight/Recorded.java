package dev.gangway.standalone.sight;

import dev.gangway.handler.text.IpAddress;
import java.net.InetSocketAddress;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** A request that Java Flight Recorder records. Where nothing records, there is no object of this class. */
public final class Recorded {
    /** A runtime image may lack the module. */
    private static final boolean HAS_RECORDER =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private final RequestEvent event;

    private Recorded(RequestEvent event) {
        this.event = event;
    }

    /**
     * Begins to record a request.
     *
     * @param method its method
     * @param path its target
     * @return the record; null if nothing records requests
     */
    public static @Nullable Recorded begin(String method, String path) {
        if (!HAS_RECORDER || !FlightRecorder.isInitialized()) {
            return null;
        }
        RequestEvent event = new RequestEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        event.method = method;
        event.path = path;
        return new Recorded(event);
    }

    /**
     * Ends the record.
     *
     * @param client who has sent the request
     * @param status the status code of the response; 0 if there was none
     * @param bytes how many bytes of content were sent
     */
    public void end(InetSocketAddress client, int status, long bytes) {
        event.end();
        if (event.shouldCommit()) {
            event.status = status;
            event.bytes = bytes;
            event.client = IpAddress.text(client);
            event.commit();
        }
    }
}
