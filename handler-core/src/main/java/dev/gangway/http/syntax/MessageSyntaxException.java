package dev.gangway.http.syntax;

import org.jspecify.annotations.Nullable;

/** Describes a fault in a request, and the status to answer with. */
public class MessageSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The status code to answer with. */
    private final int status;

    /** A sentence for the error page, or null for the code's own. */
    private final @Nullable String explain;

    /**
     * Makes an exception that says no more than its status.
     *
     * @param status the status code to answer with, 400 to 599
     */
    public MessageSyntaxException(int status) {
        this(status, null, null);
    }

    /**
     * Makes an exception.
     *
     * @param status the status code to answer with, 400 to 599
     * @param message the reason phrase to answer with; safe to show to the client
     */
    public MessageSyntaxException(int status, String message) {
        this(status, message, null);
    }

    /**
     * Makes an exception with an explanation.
     *
     * @param status the status code to answer with, 400 to 599
     * @param message the reason phrase to answer with; safe to show to the client; null for the one that belongs to the status
     * @param explain a sentence for the error page, or null for the one that belongs to the status
     */
    public MessageSyntaxException(int status, @Nullable String message, @Nullable String explain) {
        super(message, null, false, false);
        this.status = status;
        this.explain = explain;
    }

    /**
     * Returns the status code to answer with.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Returns the reason phrase to answer with.
     *
     * @return a phrase that is safe to show to the client, or null for the one that belongs to the status
     */
    public @Nullable String phrase() {
        return getMessage();
    }

    /**
     * Returns the explanation for the error page.
     *
     * @return a sentence, or null for the one that belongs to the status
     */
    public @Nullable String explain() {
        return explain;
    }
}
