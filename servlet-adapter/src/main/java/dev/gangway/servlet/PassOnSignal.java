package dev.gangway.servlet;

/**
 * Leaves a handler that has nothing for a request, so that a filter can pass the request on. Not an exception, so that a handler
 * that catches those lets it pass.
 */
final class PassOnSignal extends Error {
    private static final long serialVersionUID = 1L;

    PassOnSignal() {
        super("passing the request on", null, false, false);
    }
}
