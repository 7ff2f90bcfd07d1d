package dev.gangway.standalone;

/** What has lasted too long on a connection. */
enum Overdue {
    /** Nothing. */
    NOTHING("nothing is overdue"),
    /** No request has come. */
    IDLE("no request came in time"),
    /** The head of a request is not complete. */
    HEAD("the head of the request did not come in time"),
    /** The content of a request stands still. */
    BODY("the content of the request did not come in time"),
    /** The content of a request comes, but too slowly. */
    SLOW_BODY("the content of the request came too slowly"),
    /** The client does not take what is sent. */
    WRITE("the client did not take the response in time");

    private final String text;

    Overdue(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
