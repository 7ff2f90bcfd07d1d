package dev.gangway.standalone.node;

import dev.gangway.handler.cgi.RunningScripts;
import dev.gangway.handler.text.LogLine;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.log.StderrLog;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a server: after a signal it is not ready any more and its responses say {@code Connection: close}; after a delay it
 * accepts no more connections; then the responses that run are finished, and the process ends with status 0.
 */
public final class Stop {
    /** What a stop may take beyond its delay and the grace period. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** The first requests come before. */
    private static final Duration BEFORE_REHEARSAL = Duration.ofMillis(500);

    private final List<? extends HTTPServer> servers;
    private final NodeOptions node;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean begun;

    /**
     * Makes the stop of servers that listen.
     *
     * @param servers the servers, one or more
     * @param node how they stop
     * @param out where an interrupt is answered, in Python's words
     */
    public Stop(List<? extends HTTPServer> servers, NodeOptions node, PrintStream out) {
        this.servers = List.copyOf(servers);
        this.node = node;
        this.out = out;
    }

    /**
     * Stops the servers.
     *
     * @param signal the name of the signal that has come, {@code INT} or {@code TERM}
     */
    public void run(String signal) {
        begun = true;
        if (signal.equals("INT")) {
            out.println("\nKeyboard interrupt received, exiting.");
            out.flush();
        }
        servers.forEach(HTTPServer::drain);
        if (!node.drainDelay().isZero()) {
            tell("SIG" + signal + ": not ready; accepts connections for another "
                    + node.drainDelay().toSeconds() + " s, and closes each after its response");
            pause(node.drainDelay());
        } else {
            tell("SIG" + signal + ": not ready");
        }
        tell("accepts no more connections; responses that run have "
                + servers.get(0).gracePeriod().toSeconds() + " s");
        closeAll();
        // Their answers are cut; those that have not heard of it in half a second are not waited for.
        RunningScripts.killAll();
        tell("ended");
        StderrLog.PROCESS.flush(StderrLog.LAST_FLUSH);
        ended.countDown(); // not if a step fails: then the process ends with another status
    }

    private void closeAll() {
        for (HTTPServer server : servers.subList(1, servers.size())) {
            Thread thread = new Thread(server::close, "gangway-close");
            thread.start();
        }
        servers.get(0).close();
        servers.forEach(HTTPServer::close);
    }

    /** Says what happens, if something waits for it. */
    private void tell(String step) {
        if (node.tellsOfStop()) {
            servers.get(0).log("gangway: [" + now() + "] " + step);
        }
    }

    private static String now() {
        return LogLine.logDate(Instant.now(), TimeZone.getDefault());
    }

    /**
     * Returns how long a stop may take.
     *
     * @return a stop that takes longer is stuck
     */
    public Duration longest() {
        return node.drainDelay().plus(servers.get(0).gracePeriod()).plus(MARGIN);
    }

    /**
     * Loads the classes that a stop needs, half a second later in the background: the archive that they come from may be overwritten
     * while the process runs, and then they could not be found any more.
     */
    public void prepare() {
        Thread thread = new Thread(Stop::rehearse, "gangway-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void rehearse() {
        pause(BEFORE_REHEARSAL);
        now();
        StderrLog.PROCESS.prepare();
        try (HTTPServer server = new HTTPServer(new InetSocketAddress(0), () -> connection -> {}, false)) {
            server.drain();
        } catch (IOException e) {
            // There are no descriptors left. The stop itself opens none.
        }
    }

    private static void pause(Duration delay) {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the stop is done, if it has begun. */
    public void awaitEnd() {
        try {
            if (begun) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
