package dev.gangway.contract;

/**
 * Something that a host may do otherwise, or not at all, because what it stands on leaves it no choice. Each has a row
 * in the table of the documentation; nothing else may differ.
 */
public enum HostDifference {
    /** The host's own parser does not know HTTP/0.9. */
    NO_HTTP_0_9("HTTP/0.9 requests are answered by the container"),

    /** The host's own parser answers malformed requests before a handler sees them. */
    OWN_PARSER("malformed requests are answered by the container"),

    /** The host writes its own reason phrase, or none. */
    OWN_REASON_PHRASE("the container writes its own reason phrase"),

    /** The host frames and orders fields itself, as RFC 9110 lets it. */
    OWN_FRAMING("the container frames the response and orders its fields"),

    /** A handler serves one request, not a connection. */
    HANDLER_PER_REQUEST("each request gets a new handler"),

    /** The host's own parser answers CONNECT. */
    NO_CONNECT("the container answers CONNECT"),

    /** The host answers a request whose content ends early, whatever the handler does. */
    OWN_ANSWER_TO_SHORT_CONTENT("the container answers a request whose content ends early"),

    /** The host answers 500 for a handler that throws, or sends nothing. */
    OWN_ANSWER_TO_FAILURE("a handler that fails is answered with 500"),

    /** The host cannot give a handler the raw connection. */
    NO_RAW_CONNECTION("the container does not hand over the raw connection"),

    /** The host takes a malformed chunk for the end of the content. */
    LENIENT_CHUNKS("the container takes malformed chunks for the end of the content"),

    /** The host does not look at the extensions of chunks. */
    LENIENT_CHUNK_EXTENSIONS("the container skips extensions of chunks without a look"),

    /** The host drops what it has not sent when a response cannot be completed. */
    LOSES_WHAT_IS_UNSENT("the container drops what it has not sent"),

    /** The host says who the user is, whatever the client says. */
    OWN_AUTHENTICATION("the container says who the user is"),

    /** The host answers a client that begins TLS where HTTP is spoken. */
    PLAIN_ANSWER_TO_TLS("the server tells a client that begins TLS in plain words that it speaks HTTP"),

    /** The host has no connection to reset. */
    NO_RESET("what a handler has written ends without a reset"),

    /** A handler cannot limit how long it waits for the client. */
    NO_TIME_LIMIT("the host has no time limits, or sets them itself");

    private final String reason;

    HostDifference(String reason) {
        this.reason = reason;
    }

    /** Returns why, in a sentence for the report. */
    public String reason() {
        return reason;
    }
}
