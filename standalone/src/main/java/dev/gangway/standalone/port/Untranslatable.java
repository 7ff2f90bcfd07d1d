package dev.gangway.standalone.port;

/** Python that the translator does not know; the statement around it is left to the porter. */
final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Makes one.
     *
     * @param message what it is, short, the same for all of its kind
     */
    Untranslatable(String message) {
        super(message, null, false, false);
        reason = message;
    }

    /** Returns what it is. */
    String reason() {
        return reason;
    }
}
