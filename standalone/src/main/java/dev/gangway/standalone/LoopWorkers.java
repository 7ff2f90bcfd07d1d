package dev.gangway.standalone;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.RequestSteps;
import dev.gangway.standalone.loop.EventLoops;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Serves connections in event loops, if their handlers have steps for it. The first connection tells: the loops of a server whose
 * handlers have none are never made.
 */
final class LoopWorkers {
    private final Workers workers;
    private final HandlerFactory factory;
    private final LoopedConnection.Host host;
    /** Whether a loop may serve the next connection. */
    private volatile boolean isOpen;

    /** Whether the loops accept connections. */
    private volatile boolean accepts;

    private volatile @Nullable EventLoops loops;

    /**
     * Makes no loop yet.
     *
     * @param workers serve connections that leave their loop
     * @param isOpen false if no connection may be served in a loop
     */
    LoopWorkers(Workers workers, HandlerFactory factory, LoopedConnection.Host host, boolean isOpen) {
        this.workers = workers;
        this.factory = factory;
        this.host = host;
        this.isOpen = isOpen && workers.areMany();
    }

    /** Takes a connection; false if it needs a thread of its own. */
    boolean take(SocketConnection connection) {
        if (!isOpen) {
            return false;
        }
        if (!connection.isPlain()) {
            workers.serve(() -> open(connection));
            return true;
        }
        try {
            Handler handler = factory.get();
            RequestSteps steps = handler.requestSteps();
            if (steps == null) {
                isOpen = false;
                workers.serve(() -> host.serve(connection, handler));
            } else {
                start(new LoopedConnection(connection, steps, host));
            }
        } catch (Exception | Error e) {
            host.report(connection, e);
            host.end(connection);
        }
        return true;
    }

    /** Takes a connection that has left its loop; false if it cannot come back. */
    boolean rejoin(LoopedConnection connection) {
        try {
            if (isOpen) {
                loops().add(connection);
                return true;
            }
        } catch (IOException e) {
            // It is closed, which its handler finds out.
        }
        return false;
    }

    /**
     * Has the loops accept connections too, if there are loops by now.
     *
     * @param accept accepts and serves one connection, if one waits
     */
    void startAccepting(Listener listener, Runnable accept) {
        EventLoops made = loops;
        ServerSocketChannel listening = listener.channel();
        if (isOpen && !accepts && made != null && listening != null) {
            accepts = true;
            listener.watch(false);
            made.startAccepting(listening, accept);
        }
    }

    /** Whether the loops accept connections. */
    boolean isAccepting() {
        return accepts;
    }

    /** Has the thread that serves accept connections again, which knows how to wait if the system gives none. */
    void giveUpAccepting(Listener listener) {
        EventLoops made = loops;
        if (made != null) {
            made.giveUpAccepting();
        }
        accepts = false;
        listener.watch(true);
        listener.wakeup();
    }

    /** Returns when no loop accepts connections any more. */
    void stopAccepting(Listener listener) {
        EventLoops made = loops;
        if (made != null) {
            accepts = false;
            made.stopAccepting();
            listener.watch(true);
        }
    }

    /** Ends the loops, in which there is no connection any more. */
    synchronized void close() {
        isOpen = false;
        EventLoops made = loops;
        if (made != null) {
            made.close();
        }
    }

    /** Serves a connection that begins with a handshake or a header of the PROXY protocol, until it may go into a loop. */
    private void open(SocketConnection connection) {
        LoopedConnection looped = null;
        try {
            connection.open();
            Handler handler = factory.get();
            RequestSteps steps = handler.requestSteps();
            if (steps == null) {
                isOpen = false;
                handler.run(connection);
            } else {
                looped = new LoopedConnection(connection, steps, host);
            }
        } catch (Exception | Error e) {
            host.report(connection, e);
        } finally {
            if (looped == null) {
                host.end(connection);
            }
        }
        if (looped != null) {
            looped.serveAlone();
        }
    }

    private void start(LoopedConnection connection) {
        try {
            loops().add(connection);
        } catch (IOException e) {
            // There is no descriptor for a loop, or the connection has just been cut: a thread can do it.
            workers.serve(connection::serveAlone);
        }
    }

    private synchronized EventLoops loops() throws IOException {
        EventLoops made = loops;
        if (made == null) {
            made = new EventLoops(workers::serve, host::loopFailed);
            loops = made;
        }
        return made;
    }
}
