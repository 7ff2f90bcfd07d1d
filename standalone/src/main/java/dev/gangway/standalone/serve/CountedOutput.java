package dev.gangway.standalone.serve;

import dev.gangway.handler.store.FileReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/** The output of a handler, told of after each piece. A large file goes in pieces, so that it is known how much went out if the client leaves. */
final class CountedOutput extends OutputStream implements FileReceiver {
    private static final long PIECE_BYTES = 1 << 20;

    private final OutputStream out;
    private final FileReceiver files;
    private final Runnable counter;

    private CountedOutput(OutputStream out, FileReceiver files, Runnable counter) {
        this.out = out;
        this.files = files;
        this.counter = counter;
    }

    /**
     * Counts what goes to a stream.
     *
     * @param out the stream
     * @param counter called after each piece
     * @return a stream that writes there; {@code out} itself if it takes no files
     */
    static OutputStream of(OutputStream out, Runnable counter) {
        return out instanceof FileReceiver files ? new CountedOutput(out, files, counter) : out;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        counter.run();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        counter.run();
    }

    @Override
    public long transferFrom(FileChannel file, long position, long count) throws IOException {
        long sent = 0;
        while (sent < count) {
            long n = files.transferFrom(file, position + sent, Math.min(PIECE_BYTES, count - sent));
            if (n <= 0) {
                break; // the file has shrunk
            }
            sent += n;
            counter.run();
        }
        return sent;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
