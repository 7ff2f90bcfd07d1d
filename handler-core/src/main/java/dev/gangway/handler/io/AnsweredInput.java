package dev.gangway.handler.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a request, before each read of which the response so far goes out: the client may be waiting for it
 * before it sends more. Only the thread that writes the response sends it: another one that reads leaves it alone.
 */
public final class AnsweredInput extends InputStream {
    private final RequestContent content;
    private final ResponseOutput output;
    private final Thread writer = Thread.currentThread();

    /**
     * Joins a request's content to its response, which the calling thread writes.
     *
     * @param content the request's content
     * @param output the response, which is flushed
     */
    public AnsweredInput(RequestContent content, ResponseOutput output) {
        this.content = content;
        this.output = output;
    }

    @Override
    public int read() throws IOException {
        release();
        return content.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        release();
        return content.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return content.available();
    }

    private void release() throws IOException {
        if (Thread.currentThread() == writer && !content.isComplete() && !output.isUntouched()) {
            output.flush();
        }
    }
}
