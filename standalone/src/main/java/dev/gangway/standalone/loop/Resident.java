package dev.gangway.standalone.loop;

import java.nio.channels.SocketChannel;

/** A connection as an event loop sees it. */
public interface Resident {
    /** What becomes of a connection after its turn. */
    enum Then {
        /** It waits for its next bytes. */
        WAIT,
        /** It goes on with a thread of its own. */
        ALONE,
        /** It has ended, and its channel is closed. */
        ENDED
    }

    /**
     * Returns the connection's channel, which does not block while the connection is in a loop.
     *
     * @return the same channel each time
     */
    SocketChannel channel();

    /**
     * Takes note of its place, before anything else.
     *
     * @param seat the place, until the connection has ended or leaves the loop
     */
    void take(Seat seat);

    /**
     * Serves what has come, on the loop's thread, most often without waiting.
     *
     * @return what becomes of the connection
     */
    Then ready();

    /** Serves the rest of the connection on the calling thread. The channel blocks. */
    void serveAlone();

    /**
     * Ends the connection, which cannot be served.
     *
     * @param reason why not, a lack of threads or memory for example
     */
    void refuse(Throwable reason);
}
