package dev.gangway.handler;

import dev.gangway.handler.io.RequestContent;
import dev.gangway.host.HandlerConnection;
import dev.gangway.host.HostUnsupportedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the content of a request that the handler did not read, within one limit of time. */
final class ContentDrain {
    /** Longer ones do not fit a clock that counts nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final HandlerConnection connection;
    private final long end;
    private boolean limited = true;

    private ContentDrain(HandlerConnection connection, Duration limit) {
        this.connection = connection;
        this.end = System.nanoTime() + (limit.compareTo(LONGEST) > 0 ? LONGEST : limit).toNanos();
    }

    /** Returns whether the content is complete now; if not, the connection must close. */
    static boolean run(HandlerConnection connection, RequestContent content, int maxBytes, Duration limit)
            throws IOException {
        if (content.isComplete()) {
            return true;
        }
        @Nullable Duration before = connection.timeout();
        ContentDrain drain = new ContentDrain(connection, limit);
        try {
            return content.drain(maxBytes, drain::beforeRead);
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            if (drain.limited) {
                connection.timeout(before);
            }
        }
    }

    /** Each read may take the rest of the time. */
    private void beforeRead() throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the rest of the content did not come in time");
        }
        if (limited) {
            try {
                connection.timeout(Duration.ofNanos(left));
            } catch (HostUnsupportedException e) {
                limited = false;
            }
        }
    }
}
