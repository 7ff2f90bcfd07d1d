package dev.gangway.standalone;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Bytes in TLS over a socket. Waiting is the socket's business, so the time limits are the same as in the clear, and a
 * read that has timed out may be tried again: no part of a record is lost.
 *
 * <p>One thread may read while another writes.
 */
final class TlsTransport implements Transport {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final byte[] REFUSAL = Mistake.NO_TLS.response();
    private static final int MAX_FILE_PIECE = 64 * 1024;

    private final SocketTransport socket;
    private final SSLEngine engine;
    private final RecordBuffers records;
    /** Keeps records in the order in which the engine made them. */
    private final ReentrantLock writeLock = new ReentrantLock();
    /** Encrypted bytes, once there were some. */
    private byte[] received = new byte[0];
    /** Those of them that are not yet decrypted; ready to be taken from. */
    private ByteBuffer encrypted = NOTHING;
    /** Decrypted bytes for which a reader had no room; ready to be taken from. */
    private ByteBuffer decrypted = NOTHING;

    private boolean ended;
    /** Whether there is a handshake, and not a client that does not speak TLS. */
    private boolean hasBegun;

    /**
     * Makes a connection.
     *
     * @param records lends the arrays of the records that are written
     */
    TlsTransport(SocketTransport socket, SSLEngine engine, RecordBuffers records) {
        this.socket = socket;
        this.engine = engine;
        this.records = records;
    }

    /** Shakes hands. The time for it is limited as that for the head of a request is. */
    @Override
    public void open() throws IOException {
        if (!fill()) {
            throw new ClientGoneException("the client left before the TLS handshake", null);
        }
        if (Mistake.isRequest(received[0])) {
            socket.write(REFUSAL, 0, REFUSAL.length);
            socket.refused();
            throw new HandshakeException(Mistake.NO_TLS, "the client does not speak TLS", null);
        }
        try {
            hasBegun = true;
            engine.beginHandshake();
            ByteBuffer none = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
            while (isHandshaking()) {
                if (!wrapOrRunTask() && unwrap(none) < 0) {
                    throw new HandshakeException(Mistake.HANDSHAKE, "the client left", null);
                }
            }
            // With TLS 1.3 the client's first data may have come along.
            decrypted = none.flip().hasRemaining() ? none : NOTHING;
            socket.handshakeDone();
        } catch (SSLException e) {
            sendAlert();
            // A client that speaks something else is not a fault of the server.
            throw new HandshakeException(Mistake.HANDSHAKE, String.valueOf(e.getMessage()), e);
        } catch (HandshakeException e) {
            throw e;
        } catch (ClientGoneException e) {
            String reason = socket.isOverdue() ? "it took too long" : String.valueOf(e.getMessage());
            throw new HandshakeException(Mistake.HANDSHAKE, reason, e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!decrypted.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decrypted = NOTHING;
            int direct = readInto(ByteBuffer.wrap(target, offset, length));
            if (direct != 0) {
                return direct;
            }
        }
        int n = Math.min(length, decrypted.remaining());
        decrypted.get(target, offset, n);
        return n;
    }

    @Override
    public int available() {
        return decrypted.remaining();
    }

    @Override
    public boolean hasInput() {
        return decrypted.hasRemaining() || encrypted.hasRemaining();
    }

    /** The bytes that can be read may be the end in TLS's own words; the next read finds that out. */
    @Override
    public boolean looksEnded() throws ClientGoneException {
        return socket.looksEnded();
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(source, offset, length);
        writeLock.lock();
        try {
            byte[] record = takeRecord();
            try {
                while (plain.hasRemaining()) {
                    wrap(plain, record);
                }
            } finally {
                records.giveBack(record);
            }
        } catch (SSLException e) {
            throw new ClientGoneException("TLS: " + e.getMessage(), e);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public long write(byte[] source, int offset, int length, FileChannel file, long position, long count)
            throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length + (int) Math.min(count, MAX_FILE_PIECE));
        piece.put(source, offset, length);
        long sent = 0;
        do {
            int n = read(file, position + sent, count - sent, piece);
            write(piece.array(), 0, piece.position());
            piece.clear();
            if (n <= 0) {
                break;
            }
            sent += n;
        } while (sent < count);
        return sent;
    }

    /** Reads from a file into the rest of a buffer; a shared file, which is small, is read whole. */
    private static int read(FileChannel file, long position, long count, ByteBuffer piece) throws IOException {
        int begin = piece.position();
        piece.limit((int) Math.min(piece.capacity(), begin + count));
        while (piece.hasRemaining() && file.read(piece, position + piece.position() - begin) > 0) {
            // A read may give less than was asked for.
        }
        return piece.position() - begin;
    }

    @Override
    public void sayGoodbye() throws IOException {
        if (!hasBegun) {
            return;
        }
        writeLock.lock();
        try {
            engine.closeOutbound();
            byte[] record = takeRecord();
            try {
                while (!engine.isOutboundDone() && wrap(NOTHING, record) > 0) {
                    // An alert may go before the farewell.
                }
            } finally {
                records.giveBack(record);
            }
        } finally {
            writeLock.unlock();
        }
    }

    List<X509Certificate> peerCertificates() {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : engine.getSession().getPeerCertificates()) {
                chain.add((X509Certificate) certificate);
            }
            return List.copyOf(chain);
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    /** Decrypts into {@code target}, or {@link #decrypted} if a record does not fit; 0 in that case, -1 at the end. */
    private int readInto(ByteBuffer target) throws IOException {
        try {
            while (true) {
                int n = unwrap(target);
                if (n != 0) {
                    ended = n < 0;
                    return n;
                }
                if (decrypted.hasRemaining()) {
                    return 0;
                }
                if (isHandshaking() && !takesNewKeys()) {
                    throw new ClientGoneException("the client wants to shake hands again in TLS", null);
                }
                while (isHandshaking() && wrapOrRunTask()) {
                    // One step each time.
                }
            }
        } catch (SSLException e) {
            throw new ClientGoneException("TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Decrypts one record, reading as much as that takes. If there is no room for all of it, the rest is in {@link #decrypted}. The JDK's engine then puts
     * nothing into the target, and Conscrypt's fills it.
     *
     * @return how many bytes came out; -1 at the end
     */
    private int unwrap(ByteBuffer target) throws IOException {
        ByteBuffer larger = null;
        int produced = 0;
        while (true) {
            SSLEngineResult result = engine.unwrap(encrypted, larger == null ? target : larger);
            switch (result.getStatus()) {
                case OK -> {
                    if (larger != null) {
                        decrypted = larger.flip();
                        return produced;
                    }
                    return result.bytesProduced();
                }
                case CLOSED -> {
                    return -1;
                }
                case BUFFER_OVERFLOW -> {
                    produced += result.bytesProduced();
                    larger = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
                }
                case BUFFER_UNDERFLOW -> {
                    if (!fill()) {
                        return -1;
                    }
                }
            }
        }
    }

    /** Reads more encrypted bytes behind those that are there; false at the end. */
    private boolean fill() throws IOException {
        if (received.length == 0) {
            received = new byte[engine.getSession().getPacketBufferSize()];
            encrypted = ByteBuffer.wrap(received).limit(0);
        }
        encrypted.compact();
        try {
            int n = socket.read(received, encrypted.position(), encrypted.remaining());
            if (n > 0) {
                encrypted.position(encrypted.position() + n);
            }
            return n > 0;
        } finally {
            encrypted.flip();
        }
    }

    /** Does the engine's own work, if it has some; false if it waits for the client. */
    private boolean wrapOrRunTask() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            wrapNothing();
            return true;
        }
        return false;
    }

    private void wrapNothing() throws IOException {
        writeLock.lock();
        try {
            byte[] record = takeRecord();
            try {
                wrap(NOTHING, record);
            } finally {
                records.giveBack(record);
            }
        } finally {
            writeLock.unlock();
        }
    }

    /** Encrypts one record and sends it; returns its length. */
    private int wrap(ByteBuffer plain, byte[] record) throws IOException {
        SSLEngineResult result = engine.wrap(plain, ByteBuffer.wrap(record));
        if (result.bytesProduced() > 0) {
            socket.write(record, 0, result.bytesProduced());
        }
        if (result.getStatus() == SSLEngineResult.Status.CLOSED && plain.hasRemaining()) {
            throw new ClientGoneException("the client has closed the TLS connection", null);
        }
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            throw new SSLException("a record is larger than the session allows");
        }
        return result.bytesProduced();
    }

    /** Tells the client why its handshake is refused, if it still listens. */
    private void sendAlert() {
        try {
            sayGoodbye();
        } catch (IOException e) {
            // It does not.
        }
    }

    /**
     * Whether a client may say more than data and its farewell: a new key is cheap. In TLS 1.2 it could only ask for a new
     * handshake, which costs a server much, as often as it likes. Clients do not need that, and TLS 1.3 has done away with it.
     */
    private boolean takesNewKeys() {
        return engine.getSession().getProtocol().equals("TLSv1.3");
    }

    private boolean isHandshaking() {
        HandshakeStatus status = engine.getHandshakeStatus();
        return status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED;
    }

    private byte[] takeRecord() {
        return records.take(engine.getSession().getPacketBufferSize());
    }
}
