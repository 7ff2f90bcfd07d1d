package dev.gangway.standalone.porting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what both sides say after 101 (Switching Protocols), and records it. Each direction has its thread. The one
 * for the client looks now and then and never waits: no thread could wake it when the server has ended.
 */
final class Tunnel {
    private static final int TURN_MILLIS = 10;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Looks, without waiting, whether a client will send no more. */
    @FunctionalInterface
    interface End {
        boolean isReached() throws IOException;
    }

    private final InputStream client;
    private final End clientEnd;
    private final Socket server;
    private final Relay relay;
    private final Recording.Exchange exchange;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private volatile boolean clientHasEnded;

    /**
     * Joins two connections.
     *
     * @param client what the client says
     * @param clientEnd whether it has ended
     * @param server the server, behind its 101; its time limit on reads counts when the client has ended
     * @param relay passes on what the server says
     * @param exchange where to record what the client says
     */
    Tunnel(InputStream client, End clientEnd, Socket server, Relay relay, Recording.Exchange exchange) {
        this.client = client;
        this.clientEnd = clientEnd;
        this.server = server;
        this.relay = relay;
        this.exchange = exchange;
    }

    /**
     * Passes bytes both ways until the server has ended.
     *
     * @throws SocketTimeoutException if the client has ended, and the server is silent
     * @throws IOException if the client has gone
     */
    void pass() throws IOException {
        FutureTask<@Nullable Void> answers = new FutureTask<>(() -> {
            passFromServer();
            return null;
        });
        Thread thread = new Thread(answers, "gangway-tunnel");
        thread.setDaemon(true);
        thread.start();
        try {
            while (!isDone(answers)) {
                if (!clientHasEnded) {
                    passFromClient();
                }
            }
        } finally {
            server.close(); // which ends the thread
        }
    }

    private void passFromServer() throws IOException {
        boolean more = true;
        while (more) {
            try {
                more = relay.passSome();
            } catch (SocketTimeoutException e) {
                if (clientHasEnded) {
                    throw e;
                }
            } catch (SocketException e) {
                more = false;
            }
        }
    }

    private void passFromClient() throws IOException {
        OutputStream out = server.getOutputStream();
        while (client.available() > 0) {
            int count = client.read(buffer);
            exchange.addRequest(buffer, count);
            try {
                out.write(buffer, 0, count);
            } catch (SocketException e) {
                // The server listens no more; the other thread sees whether it has ended.
            }
        }
        if (clientEnd.isReached()) {
            clientHasEnded = true;
            server.shutdownOutput();
        }
    }

    /** Waits a little for the server to end. */
    private static boolean isDone(FutureTask<?> answers) throws IOException {
        try {
            answers.get(TURN_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
