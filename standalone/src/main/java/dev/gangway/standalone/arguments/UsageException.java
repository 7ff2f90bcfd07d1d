package dev.gangway.standalone.arguments;

/** Arguments that make no sense. The message says which, and what to type instead. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Complains.
     *
     * @param message which argument is wrong, and why
     */
    public UsageException(String message) {
        super(message);
    }
}
