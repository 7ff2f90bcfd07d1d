package dev.gangway.handler.cgi;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Starts threads that wait a lot: virtual ones where the JVM has them, otherwise daemons of the system's own. */
final class CgiThreads {
    private static final @Nullable ThreadFactory VIRTUAL = virtual();

    private CgiThreads() {}

    static Thread start(String name, Runnable work) {
        Thread thread = VIRTUAL == null ? new Thread(work) : VIRTUAL.newThread(work);
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Looks for {@code Thread.ofVirtual().factory()}, which is final since Java 21 and unknown to Java 17. */
    private static @Nullable ThreadFactory virtual() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
