package dev.gangway.standalone.cli;

import dev.gangway.handler.cgi.RunningScripts;
import dev.gangway.handler.text.LogLine;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.log.StderrLog;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a server: after a signal it is not ready any more and its responses say {@code Connection: close}; after a delay it
 * accepts no more connections; then the responses that run are finished, and the process ends with status 0.
 */
public final class Stop {
    private final HTTPServer server;
    private final NodeOptions node;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean begun;

    private Stop(HTTPServer server, NodeOptions node, PrintStream out) {
        this.server = server;
        this.node = node;
        this.out = out;
    }

    /**
     * Makes a server stop when SIGINT or SIGTERM comes. A second signal ends the process at once.
     *
     * @param server a server that listens
     * @param node how it stops
     * @param out where an interrupt is answered, in Python's words
     * @return the stop, to be waited for
     */
    public static Stop onSignal(HTTPServer server, NodeOptions node, PrintStream out) {
        Stop stop = new Stop(server, node, out);
        StopSignals.handle(stop::run, RunningScripts::killAll);
        return stop;
    }

    /** Serves until a signal has come and all is done. */
    public void serve() {
        server.serveForever();
        awaitEnd();
    }

    private void run(String signal) {
        begun = true;
        try {
            if (signal.equals(StopSignals.INTERRUPT)) {
                out.println("\nKeyboard interrupt received, exiting.");
                out.flush();
            }
            server.drain();
            if (!node.drainDelay().isZero()) {
                tell("SIG" + signal + ": not ready; accepts connections for another "
                        + node.drainDelay().toSeconds() + " s, and closes each after its response");
                pause(node.drainDelay());
            } else {
                tell("SIG" + signal + ": not ready");
            }
            tell("accepts no more connections; responses that run have "
                    + server.gracePeriod().toSeconds() + " s");
            server.close();
            // Their answers are cut; those that have not heard of it in half a second are not waited for.
            RunningScripts.killAll();
            tell("ended");
            StderrLog.PROCESS.flush(StderrLog.LAST_FLUSH);
        } finally {
            ended.countDown();
        }
    }

    /** Says what happens, if something waits for it. */
    private void tell(String step) {
        if (node.tellsOfStop()) {
            server.log("gangway: [" + LogLine.logDate(Instant.now(), TimeZone.getDefault()) + "] " + step);
        }
    }

    private static void pause(Duration delay) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            if (begun) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
