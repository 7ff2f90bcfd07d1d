package dev.gangway.standalone;

import dev.gangway.host.ClientGoneException;
import dev.gangway.host.HandlerConnection.Phase;
import dev.gangway.standalone.loop.Seat;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in the clear over a socket. Reads and writes are plain blocking ones, without a poll in front: the watchdog
 * closes a socket that makes no progress, which wakes the threads that wait for it.
 */
final class SocketTransport implements Transport {
    /** Less is written at once than a slow client takes within the limit, or the watchdog would see it stand still. */
    private static final int MAX_WRITE_BYTES = 64 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final Activity activity;
    /** Unlike the channel, its stream knows time limits on reads. Made when it is needed. */
    private @Nullable InputStream input;
    /** The place in an event loop, whose thread does not wait; null for a thread that may. */
    private @Nullable Seat seat;

    private volatile @Nullable Duration timeout;
    private volatile Overdue overdue = Overdue.NOTHING;
    private boolean ended;
    /** Bytes that came before they were asked for; ready to be taken from. */
    private ByteBuffer ahead = NOTHING;

    SocketTransport(SocketChannel channel, Activity activity) {
        this.channel = channel;
        this.activity = activity;
    }

    @Override
    public void open() {
        // A socket is ready when it is accepted.
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (ahead.hasRemaining()) {
            int n = Math.min(length, ahead.remaining());
            ahead.get(target, offset, n);
            ended = !activity.bytesCame();
            return ended ? -1 : n;
        }
        activity.readBegins();
        try {
            int n = readSocket(target, offset, length);
            activity.contentCame(n);
            ended = n < 0 || !activity.bytesCame();
            return ended ? -1 : n;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (overdue == Overdue.IDLE || activity.hasEnded()) {
                ended = true;
                return -1;
            }
            throw gone("read", e);
        } finally {
            activity.readEnds();
        }
    }

    private int readSocket(byte[] target, int offset, int length) throws IOException {
        if (seat != null) {
            int n = channel.read(ByteBuffer.wrap(target, offset, length));
            if (n != 0) {
                return n;
            }
            leaveLoop();
        }
        return input().read(target, offset, length);
    }

    private InputStream input() throws IOException {
        InputStream made = input;
        if (made == null) {
            made = channel.socket().getInputStream();
            input = made;
        }
        return made;
    }

    /** Makes reads and writes those of an event loop's thread. */
    void joinLoop(Seat place) {
        seat = place;
    }

    /** Makes reads and writes those of a thread that may wait. */
    void leaveLoop() throws IOException {
        Seat left = seat;
        if (left != null) {
            seat = null;
            left.leave();
        }
    }

    /**
     * Reads, without waiting, what has come for the next request, so that it is there when it is asked for.
     *
     * @return what has come, to be looked at; null if nothing has; empty at the end, or if the socket has failed, as a read tells then
     */
    @Nullable ByteBuffer look(ByteBuffer into) {
        if (ended) {
            return NOTHING;
        }
        try {
            int n = channel.read(into.clear());
            if (n == 0) {
                return null;
            }
            if (n > 0) {
                byte[] bytes = new byte[n];
                into.flip().get(bytes);
                ahead = ByteBuffer.wrap(bytes);
                return ahead;
            }
            ended = true;
        } catch (IOException e) {
            // The same happens to the next read.
        }
        return NOTHING;
    }

    @Override
    public boolean hasInput() {
        return ahead.hasRemaining();
    }

    @Override
    public int available() throws IOException {
        return ended ? 0 : input().available() + ahead.remaining();
    }

    @Override
    public boolean looksEnded() throws ClientGoneException {
        if (ended || ahead.hasRemaining()) {
            return ended;
        }
        try {
            byte[] first = new byte[1];
            int n = seat == null ? readSoon(first) : channel.read(ByteBuffer.wrap(first));
            ended = n < 0;
            ahead = n > 0 ? ByteBuffer.wrap(first) : NOTHING;
            return ended;
        } catch (IOException e) {
            throw gone("read", e);
        }
    }

    /** Reads a byte if it has come. */
    private int readSoon(byte[] target) throws IOException {
        Socket socket = channel.socket();
        int limit = socket.getSoTimeout();
        socket.setSoTimeout(1);
        try {
            return input().read(target);
        } catch (SocketTimeoutException e) {
            return 0; // nothing came, and not the end either
        } finally {
            socket.setSoTimeout(limit);
        }
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        activity.writeBegins();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(source, offset, length);
            int end = bytes.limit();
            while (true) {
                bytes.limit(Math.min(end, bytes.position() + MAX_WRITE_BYTES));
                writeSome(bytes);
                if (bytes.position() == end) {
                    return;
                }
                activity.writeGoesOn();
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            activity.writeEnds();
        }
    }

    @Override
    public long write(byte[] source, int offset, int length, FileChannel file, long position, long count)
            throws IOException {
        activity.writeBegins();
        try {
            ByteBuffer head = ByteBuffer.wrap(source, offset, length);
            return new FileSender(channel, activity, this::writeSome, this::failed).send(head, file, position, count);
        } finally {
            activity.writeEnds();
        }
    }

    /** Writes some of the bytes, at least one if there are any. */
    private int writeSome(ByteBuffer bytes) throws IOException {
        int n = channel.write(bytes);
        if (n == 0 && bytes.hasRemaining() && seat != null) {
            leaveLoop();
            n = channel.write(bytes);
        }
        return n;
    }

    @Override
    public void sayGoodbye() {
        // TCP says it by itself when the socket closes.
    }

    /** Whether the peer has said that it will send no more. */
    boolean hasEnded() {
        return ended;
    }

    /** Takes note that the bytes which the client still sends do not matter. */
    void refused() {
        activity.phase(Phase.CLOSING);
    }

    /** From now on bytes are those of requests. */
    void handshakeDone() {
        activity.phase(Phase.IDLE);
    }

    /** Gives no more bytes. */
    void end() {
        ended = true;
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    void timeout(@Nullable Duration timeout) throws IOException {
        long millis = timeout == null ? 0 : Math.max(1, (timeout.toNanos() + 999_999) / 1_000_000);
        channel.socket().setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
        this.timeout = timeout;
    }

    /** Called by the watchdog just before it closes the socket. */
    void overdue(Overdue reason) {
        overdue = reason;
    }

    /** Gives bytes back that were read too far, to be read next. */
    void unread(byte[] bytes, int offset, int length) {
        ahead = length == 0 ? NOTHING : ByteBuffer.wrap(bytes, offset, length);
    }

    boolean isOverdue() {
        return overdue != Overdue.NOTHING;
    }

    private IOException failed(IOException e) {
        if (overdue == Overdue.WRITE && timeout != null) {
            SocketTimeoutException timedOut = new SocketTimeoutException("timed out");
            timedOut.initCause(e);
            return timedOut;
        }
        return gone("write", e);
    }

    /** After any failure of a socket the connection to this client is lost, and the server is not at fault. */
    private ClientGoneException gone(String what, IOException e) {
        Overdue reason = overdue;
        return new ClientGoneException(reason == Overdue.NOTHING ? what + ": " + e.getMessage() : reason.text(), e);
    }
}
