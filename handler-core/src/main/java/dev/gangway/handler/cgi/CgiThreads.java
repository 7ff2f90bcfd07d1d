package dev.gangway.handler.cgi;

import dev.gangway.handler.platform.VirtualThreads;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Starts threads that wait a lot: virtual ones where the JVM has them, otherwise daemons of the system's own. */
final class CgiThreads {
    private static final @Nullable ThreadFactory VIRTUAL = VirtualThreads.factory();

    private CgiThreads() {}

    static Thread start(String name, Runnable work) {
        Thread thread = VIRTUAL == null ? new Thread(work) : VIRTUAL.newThread(work);
        thread.setName(name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
