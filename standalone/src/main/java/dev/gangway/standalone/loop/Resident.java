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

    /** Returns the connection's channel, which does not block while the connection is in a loop. */
    SocketChannel channel();

    /** Takes note of its place, once, before anything else. */
    void take(Seat seat);

    /** Serves what has come, on the loop's thread, most often without waiting. Throws nothing. */
    Then ready();

    /** Serves the rest of the connection on the calling thread. The channel blocks. */
    void serveAlone();

    /** Ends the connection, for which there is no thread. */
    void refuse(Throwable reason);
}
