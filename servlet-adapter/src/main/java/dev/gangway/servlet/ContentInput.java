package dev.gangway.servlet;

import dev.gangway.host.ClientGoneException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request. The container's stream is asked for at the first read or look, since asking makes some containers
 * send 100 (Continue).
 */
final class ContentInput extends InputStream {
    private final StreamSource<InputStream> source;
    private final boolean endsWithConnection;
    private @Nullable InputStream in;
    private boolean failed;
    private boolean timedOut;

    /**
     * Makes a stream.
     *
     * @param source the container's stream
     * @param endsWithConnection whether the end of the connection is its end; if not, content that ends early is broken
     */
    ContentInput(StreamSource<InputStream> source, boolean endsWithConnection) {
        this.source = source;
        this.endsWithConnection = endsWithConnection;
    }

    /** Tells whether a byte was asked for. */
    boolean isTouched() {
        return in != null;
    }

    /** Tells whether the client did not send what it had announced. */
    boolean hasFailed() {
        return failed;
    }

    /** Tells whether the client was too slow for the container. */
    boolean hasTimedOut() {
        return timedOut;
    }

    @Override
    public int read() throws IOException {
        try {
            return in().read();
        } catch (IOException e) {
            return endOrThrow(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return in().read(target, offset, length);
        } catch (IOException e) {
            return endOrThrow(e);
        }
    }

    /** Asks for the content as a read does: a caller that finds it here needs no second thread to read it. */
    @Override
    public int available() throws IOException {
        return in().available();
    }

    private InputStream in() throws IOException {
        InputStream opened = in;
        if (opened == null) {
            opened = source.open();
            in = opened;
        }
        return opened;
    }

    private int endOrThrow(IOException e) throws IOException {
        if (e instanceof EOFException && endsWithConnection) {
            return -1;
        }
        failed = true;
        throw translated(e);
    }

    private IOException translated(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
                timedOut = true;
                SocketTimeoutException timeout = new SocketTimeoutException("the client sent nothing for too long");
                timeout.initCause(e);
                return timeout;
            }
        }
        return new ClientGoneException("reading from the client", e);
    }
}
