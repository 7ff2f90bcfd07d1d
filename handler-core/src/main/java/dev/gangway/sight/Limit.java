package dev.gangway.sight;

import java.util.Locale;

/** A limit of a server that a client can reach. */
public enum Limit {
    /** The head of a request took too long. */
    HEADER_TIMEOUT,
    /** The content of a request stood still for too long. */
    BODY_TIMEOUT,
    /** The content of a request came too slowly. */
    CONTENT_RATE,
    /** The client took nothing of a response for too long. */
    WRITE_TIMEOUT,
    /** There were too many connections. */
    CONNECTIONS,
    /** Too many scripts were running. */
    SCRIPTS;

    private final String text = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the name in metrics and events.
     *
     * @return {@code header_timeout} for example
     */
    public String text() {
        return text;
    }
}
