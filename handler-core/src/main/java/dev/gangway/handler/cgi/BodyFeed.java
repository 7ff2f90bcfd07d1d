package dev.gangway.handler.cgi;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gives a script the request's content on its standard input, and then the end of it, while others read its output. */
final class BodyFeed {
    /** Content that fits into any pipe is written at once, without a thread. */
    private static final int MAX_DIRECT_BYTES = 4096;

    private static final int BUFFER_BYTES = 16_384;

    private final InputStream content;
    private final long contentBytes;
    private final OutputStream stdin;
    private final AtomicLong fedBytes = new AtomicLong();
    private volatile boolean done;
    private volatile @Nullable IOException failure;
    private volatile @Nullable RuntimeException fault;
    private @Nullable Thread thread;

    private BodyFeed(InputStream content, long contentBytes, OutputStream stdin) {
        this.content = content;
        this.contentBytes = contentBytes;
        this.stdin = stdin;
    }

    /** Begins; short content that is there already has been fed when this returns. */
    static BodyFeed start(InputStream content, long contentBytes, OutputStream stdin) throws IOException {
        BodyFeed feed = new BodyFeed(content, contentBytes, stdin);
        if (contentBytes == 0) {
            feed.closeInput();
            feed.done = true;
        } else if (contentBytes > 0 && contentBytes <= MAX_DIRECT_BYTES && content.available() >= contentBytes) {
            feed.run();
        } else {
            feed.thread = CgiThreads.start("gangway-cgi-input", feed::run);
        }
        return feed;
    }

    /** Content that breaks off never ends for the script, which might take a part for the whole; it is ended instead. */
    private void run() {
        try {
            copy();
            closeInput();
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            fault = e;
        } finally {
            done = true;
        }
    }

    private void copy() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            if (!write(buffer, n)) {
                return;
            }
            fedBytes.addAndGet(n);
        }
        if (fedBytes() < contentBytes) {
            throw new ClientGoneException("the client has closed the connection within its content", null);
        }
    }

    /** Returns false once the script has closed its input, which is its right. */
    private boolean write(byte[] bytes, int length) {
        try {
            stdin.write(bytes, 0, length);
            stdin.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void closeInput() {
        try {
            stdin.close();
        } catch (IOException e) {
            // The script has closed its end already.
        }
    }

    long fedBytes() {
        return fedBytes.get();
    }

    boolean isDone() {
        return done;
    }

    /** Fails if the content could not be read from the client. */
    void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
        RuntimeException faulty = fault;
        if (faulty != null) {
            throw faulty;
        }
    }

    /** Waits until the content is at its end or the host has given up on the client. */
    void join() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.join();
        }
    }
}
