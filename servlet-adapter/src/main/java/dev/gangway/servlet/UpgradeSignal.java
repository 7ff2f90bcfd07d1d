package dev.gangway.servlet;

/**
 * Leaves a handler that has answered 101, so that the container can give the connection away. Not an exception, so that a
 * handler that catches those lets it pass.
 */
final class UpgradeSignal extends Error {
    private static final long serialVersionUID = 1L;

    UpgradeSignal() {
        super("switching protocols", null, false, false);
    }
}
