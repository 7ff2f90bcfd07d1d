package dev.gangway.standalone;

import dev.gangway.handler.platform.VirtualThreads;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where connections are served. */
interface Workers {
    /** More where a connection costs no thread of the operating system. */
    int DEFAULT_MAX_CONNECTIONS = VirtualThreads.factory() != null ? 100_000 : 2048;

    /** Serves a connection, now or on a thread of its own; an error if there can be no such thread. */
    void serve(Runnable connection);

    /** Lets threads that wait for work go. */
    void close();

    /** Whether several connections are served at a time. */
    default boolean areMany() {
        return true;
    }

    /** Serves one after the other on the thread that accepts them. */
    static Workers inline() {
        return new Workers() {
            @Override
            public void serve(Runnable connection) {
                connection.run();
            }

            @Override
            public boolean areMany() {
                return false;
            }

            @Override
            public void close() {
                // There is nothing to let go.
            }
        };
    }

    /**
     * Serves each on a thread of its own: a virtual one where the JVM has them, otherwise one of a pool, which is
     * bounded because connections are.
     */
    static Workers threads() {
        ThreadFactory virtual = VirtualThreads.factory();
        if (virtual == null) {
            return pool();
        }
        FirstWait.onceWith(virtual);
        return new Workers() {
            @Override
            public void serve(Runnable connection) {
                virtual.newThread(connection).start();
            }

            @Override
            public void close() {
                // Virtual threads do not wait for work.
            }
        };
    }

    private static Workers pool() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, "gangway-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
        return new Workers() {
            @Override
            public void serve(Runnable connection) {
                pool.execute(connection);
            }

            @Override
            public void close() {
                pool.shutdown();
            }
        };
    }
}
