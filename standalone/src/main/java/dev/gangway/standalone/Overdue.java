package dev.gangway.standalone;

import dev.gangway.sight.Limit;
import org.jspecify.annotations.Nullable;

/** The activities that may last too long on a connection. */
enum Overdue {
    /** Nothing. */
    NOTHING("nothing is overdue", null),
    /** No request has come, which is the usual end of a connection and counts as no limit. */
    IDLE("no request came in time", null),
    /** The head of a request is not complete. */
    HEAD("the head of the request did not come in time", Limit.HEADER_TIMEOUT),
    /** The content of a request stands still. */
    BODY("the content of the request did not come in time", Limit.BODY_TIMEOUT),
    /** The content of a request comes, but too slowly. */
    SLOW_BODY("the content of the request came too slowly", Limit.CONTENT_RATE),
    /** The client does not take the bytes sent to it. */
    WRITE("the client did not take the response in time", Limit.WRITE_TIMEOUT);

    private final String text;

    private final @Nullable Limit limit;

    Overdue(String text, @Nullable Limit limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Returns the limit that was reached; null if it counts as none. */
    @Nullable Limit limit() {
        return limit;
    }

    String text() {
        return text;
    }
}
