package dev.gangway.standalone.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the stream that {@code System.err} is at that moment. The stream of the process may be stuck, and must hold no request
 * up. A stream that a program has put there is the program's own responsibility.
 *
 * <p>Java cannot tell the two apart. The command line can, because no other code runs before it. In another program the stream
 * that was there when this class was loaded may be either. Such a stream is written at once only if the process's own stream would take
 * the bytes.
 */
public final class StandardError {
    private static final PrintStream FOUND = System.err;
    private static final PipeRoom ROOM = PipeRoom.ofStandardError();
    private static final LogSink OWN = new Descriptor(new FileOutputStream(FileDescriptor.err), ROOM, charset());

    private static volatile boolean isOwn;

    private StandardError() {}

    /** Says that nothing can have replaced {@code System.err} yet, because the program has only begun. */
    public static void notReplaced() {
        isOwn = true;
    }

    /** Returns where lines go at this moment. */
    private static LogSink current() {
        PrintStream err = System.err;
        if (err != FOUND) {
            return new Stream(err, null);
        }
        return isOwn ? OWN : new Stream(err, ROOM);
    }

    /** Returns the charset of the process's stream; where that is ASCII, for want of a locale, UTF-8, as in Python. */
    private static Charset charset() {
        String name = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
        Charset charset = name == null ? Charset.defaultCharset() : Charset.forName(name);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** Finds out for each line where it goes. */
    static final class Current implements LogSink {
        @Override
        public Outcome offer(String text) {
            return current().offer(text);
        }

        @Override
        public boolean write(String text) {
            return current().write(text);
        }
    }

    /** The process's stream, without {@code System.err} in between, which does not tell of each write whether it has failed. */
    static final class Descriptor implements LogSink {
        private final OutputStream out;
        private final PipeRoom room;
        private final Charset charset;
        private final ReentrantLock lock = new ReentrantLock();

        Descriptor(OutputStream out, PipeRoom room, Charset charset) {
            this.out = out;
            this.room = room;
            this.charset = charset;
        }

        @Override
        public Outcome offer(String text) {
            byte[] bytes = text.getBytes(charset);
            lock.lock(); // two threads may not both count on the same room
            try {
                if (!room.has(bytes.length)) {
                    return Outcome.WOULD_WAIT;
                }
                return write(bytes) ? Outcome.WRITTEN : Outcome.FAILED;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean write(String text) {
            return write(text.getBytes(charset));
        }

        private boolean write(byte[] bytes) {
            try {
                out.write(bytes);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A stream of the program's, or one that may be the process's, whose room counts then. */
    private record Stream(PrintStream stream, @Nullable PipeRoom room) implements LogSink {
        @Override
        public Outcome offer(String text) {
            if (room != null && !room.has(text.length() * 3)) {
                return Outcome.WOULD_WAIT;
            }
            write(text);
            return Outcome.WRITTEN;
        }

        @Override
        public boolean write(String text) {
            if (canWrite(text)) {
                stream.print(text);
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                stream.write(bytes, 0, bytes.length);
            }
            stream.flush();
            return true; // it tells only whether a write has ever failed
        }

        private boolean canWrite(String text) {
            return text.chars().allMatch(c -> c < 0x80) || !charset(stream).equals(StandardCharsets.US_ASCII);
        }

        /** Java 17 does not tell the charset of a stream. */
        private static Charset charset(PrintStream stream) {
            try {
                return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
            } catch (ReflectiveOperationException e) {
                return Charset.defaultCharset();
            }
        }
    }
}
