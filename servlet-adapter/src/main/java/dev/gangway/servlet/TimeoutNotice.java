package dev.gangway.servlet;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells, once for each servlet, that a handler's {@code timeout} is not kept. */
final class TimeoutNotice {
    private final Consumer<String> log;
    private final AtomicBoolean given = new AtomicBoolean();

    /**
     * Makes a notice that was not given yet.
     *
     * @param log takes the notice
     */
    TimeoutNotice(Consumer<String> log) {
        this.log = log;
    }

    /** Gives the notice once. */
    void give(Duration limit) {
        if (!given.getAndSet(true)) {
            log.accept("the handler's timeout of " + limit.toMillis() / 1000.0
                    + " s has no effect in a servlet container; the connector's own limit holds (Jetty: idleTimeout,"
                    + " Tomcat: connectionTimeout)");
        }
    }
}
