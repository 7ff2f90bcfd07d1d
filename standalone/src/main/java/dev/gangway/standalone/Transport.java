package dev.gangway.standalone;

import dev.gangway.host.ClientGoneException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.FileChannel;

/**
 * Bytes to and from a client, in the clear or encrypted. Every method throws {@link ClientGoneException} when the
 * peer has gone and {@link SocketTimeoutException} when the handler's own time limit has passed.
 */
interface Transport {
    /** Makes ready to read and write: nothing, or the handshake. */
    void open() throws IOException;

    /** Reads at least one byte, as {@link java.io.InputStream#read(byte[], int, int)} does; {@code length} is not 0. */
    int read(byte[] target, int offset, int length) throws IOException;

    /** Returns how many bytes can be read without waiting, or less. */
    int available() throws IOException;

    /** Tells whether something has come that was not read yet, as far as it is known without asking the system. */
    boolean hasInput();

    /** Looks, without waiting, whether the peer has ended its side; false while there is something to be read. */
    boolean looksEnded() throws ClientGoneException;

    /** Writes all of the bytes. */
    void write(byte[] source, int offset, int length) throws IOException;

    /** Writes all of the bytes, and part of a file behind them; returns how many bytes the file had. */
    long write(byte[] source, int offset, int length, FileChannel file, long position, long count) throws IOException;

    /** Tells the peer that no more will come, as far as there are words for it above TCP. */
    void sayGoodbye() throws IOException;
}
