package dev.gangway.servlet;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The content of a response. Without a promised length every write goes out at once, as it does on a socket. */
final class ContentOutput extends OutputStream {
    private final StreamSource<OutputStream> source;
    private @Nullable OutputStream out;
    private boolean flushesWrites;
    /** Nothing goes out before the head: a flush alone would make the container send one of its own. */
    private boolean discards = true;

    private boolean failed;

    ContentOutput(StreamSource<OutputStream> source) {
        this.source = source;
    }

    /**
     * Takes bytes from now on.
     *
     * @param flushWrites whether every write goes out at once
     */
    void begin(boolean flushWrites) {
        discards = false;
        flushesWrites = flushWrites;
    }

    /** Tells whether the client has gone. */
    boolean hasFailed() {
        return failed;
    }

    /** Takes no more bytes. */
    void discard() {
        discards = true;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (discards) {
            return;
        }
        try {
            OutputStream opened = out();
            opened.write(bytes, offset, length);
            if (flushesWrites) {
                opened.flush();
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void flush() throws IOException {
        if (discards) {
            return;
        }
        try {
            out().flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private OutputStream out() throws IOException {
        OutputStream opened = out;
        if (opened == null) {
            opened = source.open();
            out = opened;
        }
        return opened;
    }

    private ClientGoneException gone(IOException e) {
        discards = true;
        failed = true;
        return new ClientGoneException("writing to the client", e);
    }
}
