package dev.gangway.servlet;

import dev.gangway.handler.store.Pin;
import dev.gangway.handler.store.PinnedChannel;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Has Tomcat send large files by the system's {@code sendfile}, as its own servlet for files does: the name of the file goes into
 * attributes of the request, and Tomcat opens it when the servlet has returned.
 *
 * <p>The name is that of a descriptor ({@link Pin}), so that it leads to the file for which the head was made. Tomcat does not tell
 * when it has opened the file. It does so on the thread of the request, before that thread takes its next task. So the pin is
 * held until the same thread comes with another request, waits for a task, or has ended.
 */
final class TomcatSendfile {
    private static final int MAX_FILES = 64;

    private static final String SUPPORTED = "org.apache.tomcat.sendfile.support";
    private static final String FILE_NAME = "org.apache.tomcat.sendfile.filename";
    private static final String START = "org.apache.tomcat.sendfile.start";
    private static final String END = "org.apache.tomcat.sendfile.end";

    /** Anything else may look at the content that is written, or change it, and would see none. */
    private static final String REQUEST_CLASS = "org.apache.catalina.connector.RequestFacade";

    private static final String RESPONSE_CLASS = "org.apache.catalina.connector.ResponseFacade";

    /** Virtual threads end with their request, and their pins are let go by the next sweep. */
    private static final int MAX_PINS = 10_000;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Thread, Held> pins = new ConcurrentHashMap<>();

    private static final class Held {
        private final Pin pin;
        private volatile boolean swept;

        private Held(Pin pin) {
            this.pin = pin;
        }
    }

    /** Returns how many large files are to stay open between requests: none in another container. */
    static int files(ServletContext context) {
        return ServletContainer.of(context) == ServletContainer.TOMCAT ? MAX_FILES : 0;
    }

    /** Lets go of what the current thread has sent with an earlier request. */
    void begin(HttpServletRequest request) {
        if (!pins.isEmpty() && pins.containsKey(Thread.currentThread()) && request.getAttribute(FILE_NAME) == null) {
            release(Thread.currentThread());
        }
    }

    /**
     * Has the container send a file as the whole of the content. From then on nothing else may be sent in this response.
     *
     * @param file the file
     * @param position where to begin, in bytes
     * @param count how many bytes to send
     * @return false if the container cannot do so
     * @throws ClosedChannelException if the file is closed
     */
    boolean order(
            PinnedChannel file, long position, long count, HttpServletRequest request, HttpServletResponse response)
            throws ClosedChannelException {
        if (!isPossible(request, response) || pins.size() >= MAX_PINS) {
            return false;
        }
        release(Thread.currentThread());
        Pin pin = file.pin();
        pins.put(Thread.currentThread(), new Held(pin));
        request.setAttribute(FILE_NAME, pin.name());
        request.setAttribute(START, position);
        request.setAttribute(END, position + count);
        return true;
    }

    private static boolean isPossible(HttpServletRequest request, HttpServletResponse response) {
        return Boolean.TRUE.equals(request.getAttribute(SUPPORTED))
                && request.getAttribute(FILE_NAME) == null
                && request.getClass().getName().equals(REQUEST_CLASS)
                && response.getClass().getName().equals(RESPONSE_CLASS)
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getProtocol().startsWith("HTTP/1.")
                && !request.isSecure()
                && !request.isAsyncStarted()
                && !response.isCommitted();
    }

    /** Lets go of what threads have sent that have had nothing to do since the last sweep. */
    void sweep() {
        for (Map.Entry<Thread, Held> entry : pins.entrySet()) {
            Held held = entry.getValue();
            if (!entry.getKey().isAlive() || (held.swept && waitsForTask(entry.getKey()))) {
                release(entry.getKey(), held);
            } else {
                held.swept = true;
            }
        }
    }

    /**
     * Lets go of everything, and waits for the threads that may not have opened their file yet: some microseconds. A file whose
     * thread goes on for longer is left to the garbage collection, which closes it later.
     */
    void close() {
        long begin = System.nanoTime();
        while (!releaseThoseThatAreOver() && System.nanoTime() - begin < PATIENCE_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        pins.clear();
    }

    private boolean releaseThoseThatAreOver() {
        for (Map.Entry<Thread, Held> entry : pins.entrySet()) {
            Thread thread = entry.getKey();
            if (!thread.isAlive() || waitsForTask(thread)) {
                release(thread, entry.getValue());
            }
        }
        return pins.isEmpty();
    }

    private void release(Thread thread) {
        Held held = pins.remove(thread);
        if (held != null) {
            held.pin.close();
        }
    }

    /** Unless the thread has sent another file meanwhile. */
    private void release(Thread thread, Held held) {
        if (pins.remove(thread, held)) {
            held.pin.close();
        }
    }

    /** Tells whether a thread of a pool is between two tasks: the JDK's pool and Tomcat's copy of it have the same method. */
    private static boolean waitsForTask(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getMethodName().equals("getTask") && frame.getClassName().endsWith("ThreadPoolExecutor")) {
                return true;
            }
        }
        return false;
    }
}
