package dev.gangway.standalone;

/** Arguments that make no sense. The message says which, and what to type instead. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
