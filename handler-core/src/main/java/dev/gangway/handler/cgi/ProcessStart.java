package dev.gangway.handler.cgi;

import java.io.IOException;

/** Starts processes without leaving a trace of who has started them. */
final class ProcessStart {
    private ProcessStart() {}

    /**
     * Starts a process. Java waits for its end on a thread that it uses again for others, and which inherits the class loader of
     * the thread that was the first to need it: of a web application, which could not be unloaded as long as any application starts
     * processes.
     */
    static Process start(ProcessBuilder builder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return builder.start();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
