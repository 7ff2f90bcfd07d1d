package dev.gangway.standalone;

import dev.gangway.host.Handler;
import dev.gangway.host.HandlerConnection.Phase;
import dev.gangway.host.RequestSteps;
import dev.gangway.standalone.loop.Resident;
import dev.gangway.standalone.loop.Seat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose requests are served in an event loop, as long as each comes whole and without content, and its response can be
 * written at once. Otherwise it goes on with a thread of its own, and comes back after some requests.
 */
final class LoopedConnection implements Resident {
    /** So many requests a connection is served alone at first; each time it leaves the loop, twice as many. */
    private static final int FIRST_STINT = 32;

    private static final int LONGEST_STINT = 1024;

    /** The server, as far as this class knows it. */
    interface Host {
        /** Serves a connection on the calling thread. */
        void serve(SocketConnection connection, Handler handler);

        /** Takes a connection into a loop again; false if there is no loop for it. */
        boolean rejoin(LoopedConnection connection);

        /** Takes note of a fault of a loop itself. */
        void loopFailed(Throwable fault);

        /** Takes note of an exception of a handler. */
        void report(SocketConnection connection, Throwable error);

        /** Ends a connection that was served. */
        void end(SocketConnection connection);
    }

    private final SocketConnection connection;
    private final RequestSteps steps;
    private final Host host;
    private @Nullable Seat seat;
    private boolean hasBegun;
    private int stint;

    LoopedConnection(SocketConnection connection, RequestSteps steps, Host host) {
        this.connection = connection;
        this.steps = steps;
        this.host = host;
        // After a handshake it goes into a loop as soon as it can.
        this.stint = connection.isPlain() ? FIRST_STINT : 1;
    }

    @Override
    public SocketChannel channel() {
        return connection.channel();
    }

    @Override
    public void take(Seat place) {
        seat = place;
        connection.joinLoop(place);
    }

    @Override
    public Then ready() {
        Seat place = seat;
        if (!hasBegun && !serve(0)) {
            return Then.ENDED;
        }
        if (place == null || hasOwnLimit()) {
            return Then.ALONE;
        }
        ByteBuffer came = connection.look(place.buffer());
        if (came == null) {
            return Then.WAIT;
        }
        if (came.hasRemaining() && connection.isPlain() && !RequestBeginning.isWhole(came)) {
            return Then.ALONE;
        }
        if (!serve(1)) {
            return Then.ENDED;
        }
        return hasInput() || hasOwnLimit() ? Then.ALONE : Then.WAIT;
    }

    /** Whether reads have a time limit of the handler's, which only a thread that waits keeps. */
    private boolean hasOwnLimit() {
        return connection.timeout() != null;
    }

    @Override
    public void serveAlone() {
        connection.leaveLoop();
        while (serve(stint) && (hasInput() || hasOwnLimit() || !host.rejoin(this))) {
            stint = longer();
        }
        stint = longer();
    }

    private int longer() {
        return Math.min(Math.max(stint * 2, FIRST_STINT), LONGEST_STINT);
    }

    @Override
    public void refuse(Throwable reason) {
        host.report(connection, reason);
        end(true);
    }

    /** Serves up to so many requests; false if the connection has ended. */
    private boolean serve(int most) {
        boolean failed = true;
        boolean goesOn = false;
        connection.servedHere(true);
        try {
            begin();
            goesOn = true;
            for (int served = 0; goesOn && (served < most || connection.hasEnded()); served++) {
                goesOn = steps.serveOne();
                if (goesOn) {
                    connection.phase(Phase.IDLE);
                }
            }
            failed = false;
        } catch (Exception | Error e) {
            goesOn = false;
            host.report(connection, e);
        } finally {
            if (!goesOn) {
                end(failed);
            }
            connection.servedHere(false);
        }
        return goesOn;
    }

    private boolean hasInput() {
        return steps.hasInput() || connection.hasInput();
    }

    private void begin() throws IOException {
        if (!hasBegun) {
            steps.begin(connection);
            hasBegun = true;
        }
    }

    private void end(boolean failed) {
        try {
            if (hasBegun) {
                steps.end(failed);
            }
        } catch (Exception | Error e) {
            host.report(connection, e);
        } finally {
            host.end(connection);
        }
    }
}
