package dev.gangway.handler.cgi;

import dev.gangway.host.ClientGoneException;

/** Asks the host now and then whether a client is still there for whom a silent script is running. */
public final class ClientWatch {
    /** Asks a host. */
    @FunctionalInterface
    public interface Question {
        /**
         * Looks without waiting.
         *
         * @return whether the client has ended its side of the connection: it may be gone, or may only have nothing to add
         * @throws ClientGoneException if it is known to be gone
         */
        boolean hasEnded() throws ClientGoneException;
    }

    private static final long PERIOD_NANOS = 200_000_000;

    /** How long a script may be silent after its client has ended its side. Few clients do, that still wait. */
    private static final long GRACE_NANOS = 5_000_000_000L;

    private final Question question;
    private long askedNanos = System.nanoTime();
    private long endedNanos;
    private boolean ended;

    /**
     * Makes a watch.
     *
     * @param question asks the host
     */
    public ClientWatch(Question question) {
        this.question = question;
    }

    /** Asks if it is time to. */
    void check(long nowNanos, long lastOutputNanos) throws ClientGoneException {
        if (!ended && nowNanos - askedNanos >= PERIOD_NANOS) {
            askedNanos = nowNanos;
            ended = question.hasEnded();
            endedNanos = nowNanos;
        }
        if (ended && nowNanos - Math.max(endedNanos, lastOutputNanos) >= GRACE_NANOS) {
            throw new ClientGoneException("the client has closed the connection", null);
        }
    }
}
