package dev.gangway.standalone;

/** What has lasted too long on a connection. */
enum Overdue {
    /** Nothing. */
    NOTHING("nothing is overdue", "none"),
    /** No request has come. */
    IDLE("no request came in time", "idle_timeout"),
    /** The head of a request is not complete. */
    HEAD("the head of the request did not come in time", "header_timeout"),
    /** The content of a request stands still. */
    BODY("the content of the request did not come in time", "body_timeout"),
    /** The content of a request comes, but too slowly. */
    SLOW_BODY("the content of the request came too slowly", "content_rate"),
    /** The client does not take what is sent. */
    WRITE("the client did not take the response in time", "write_timeout");

    private final String text;

    private final String limit;

    Overdue(String text, String limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Returns the name of the limit in metrics. */
    String limit() {
        return limit;
    }

    String text() {
        return text;
    }
}
