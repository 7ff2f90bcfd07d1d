package dev.gangway.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a host lends to a handler: two byte streams and the facts about both ends.
 *
 * <p>A host that has parsed the request itself, as a servlet container does, implements {@link MessageConnection}
 * instead. The methods are called by the thread that runs the handler, unless they say otherwise.
 */
public interface HandlerConnection {
    /** The activity of a handler on its connection; a host that limits time has a limit for each. */
    enum Phase {
        /** Waiting for the first byte of a request. A host that stops may close the connection. */
        IDLE,
        /** Reading the head of a request, which is limited as a whole. */
        HEAD,
        /** Answering a request: reads give its content, and each is limited by itself. */
        REQUEST,
        /** The connection is not HTTP any more (101, CONNECT): reads are limited by {@link #timeout()} alone. */
        RAW,
        /** Everything was written, but the client may still be sending, which must not lose it the response. */
        CLOSING
    }

    /** The reasons for which a handler cannot answer a request. */
    enum Lack {
        /** It has no method for the request's method, and is about to answer 501. */
        METHOD,
        /** It serves files and has none at the request's path, and is about to answer 404. */
        FILE
    }

    /**
     * Returns the bytes that the client sends, from the first byte of the first request line.
     *
     * @return the same stream each time; the host closes it
     */
    InputStream rfile();

    /**
     * Returns where bytes for the client go. {@code flush()} sends all that was written before it.
     *
     * <p>Reading and writing throw {@link ClientGoneException} when the peer has gone and
     * {@link java.net.SocketTimeoutException} when {@link #timeout()} has passed without progress.
     *
     * @return the same stream each time; the host closes it
     */
    OutputStream wfile();

    /**
     * Returns the client's address.
     *
     * @return an address and port; the port is 0 where the host knows none
     */
    InetSocketAddress clientAddress();

    /**
     * Returns the server that accepted this connection.
     *
     * @return the same server for all of its connections
     */
    HandlerServer server();

    /**
     * Returns how long one read or write may wait for the peer.
     *
     * @return a positive duration, or null for no limit but the host's own
     */
    default @Nullable Duration timeout() {
        return null;
    }

    /**
     * Limits how long one read or write may wait for the peer ({@code settimeout}).
     *
     * @param timeout a positive duration, or null for no limit but the host's own
     * @throws HostUnsupportedException if this host cannot limit it
     * @throws IOException if the connection has failed
     */
    default void timeout(@Nullable Duration timeout) throws IOException {
        if (timeout != null) {
            throw new HostUnsupportedException(getClass().getSimpleName(), "a time limit on reads and writes");
        }
    }

    /**
     * Tells whether the client's connection is encrypted, by this server or by a proxy that the host trusts.
     *
     * @return true for TLS
     */
    default boolean isSecure() {
        return false;
    }

    /**
     * Returns the server's end of the connection.
     *
     * @return an address and port; by default the server's name, unresolved, and port
     */
    default InetSocketAddress localAddress() {
        return InetSocketAddress.createUnresolved(server().serverName(), server().serverPort());
    }

    /**
     * Returns the certificates that the client has shown.
     *
     * @return the client's own first, then its issuers; empty if it showed none
     */
    default List<X509Certificate> peerCertificates() {
        return List.of();
    }

    /**
     * Returns the user that the host has authenticated. It becomes {@code REMOTE_USER} of scripts (RFC 3875 §4.1.11).
     *
     * @return the user, whose name may be empty; null, the default, if the host has authenticated none
     */
    default @Nullable Principal principal() {
        return null;
    }

    /**
     * Returns the scheme by which the host has authenticated the user. It becomes {@code AUTH_TYPE} of scripts (RFC 3875
     * §4.1.1).
     *
     * @return {@code BASIC} for example; null, the default, if the host has authenticated no user
     */
    default @Nullable String authType() {
        return null;
    }

    /**
     * Tells whether the user that the host has authenticated has a role of the host's configuration.
     *
     * @param role the name of the role
     * @return false by default, and if there is no user or no such role
     */
    default boolean isUserInRole(String role) {
        return false;
    }

    /**
     * Tells whether authentication is the host's business. If so, scripts get {@code REMOTE_USER} and {@code AUTH_TYPE} from
     * {@link #principal()} and {@link #authType()} alone, and never from an {@code Authorization} field, which the client may
     * have made up.
     *
     * @return false by default
     */
    default boolean authenticates() {
        return false;
    }

    /**
     * Returns the path below which the handler is mounted, to be put in front of a path that a client should ask for.
     *
     * @return "" or a path that begins and does not end with {@code /}, percent-encoded
     */
    default String mountPath() {
        return "";
    }

    /**
     * Tells whether the host puts {@link #mountPath()} in front of a {@code Location} that is an absolute path. A script names its own
     * paths with the mount path already, so that its {@code Location} goes without.
     *
     * @return false by default
     */
    default boolean rewritesLocation() {
        return false;
    }

    /**
     * Sends part of a file to the client, after all that was written before. A host that can let the operating system
     * copy the bytes does.
     *
     * @param file an open file; its position is left as it is
     * @param position where to begin, in bytes from the start of the file
     * @param count how many bytes to send, 0 or more
     * @return how many bytes were sent; less than {@code count} only if the file ended before
     * @throws IOException if the file cannot be read or the peer has gone
     */
    default long transferFrom(FileChannel file, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, 64 * 1024));
        long sent = 0;
        while (sent < count) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), count - sent));
            int n = file.read(buffer, position + sent);
            if (n <= 0) {
                break;
            }
            wfile().write(buffer.array(), 0, n);
            sent += n;
        }
        return sent;
    }

    /**
     * Takes note of a request whose head has been read and is well-formed, before it is answered. A host that stands behind proxies
     * learns from the fields who the client is, and may write the {@code Host} field anew.
     *
     * @param head the head
     * @return a response that the handler sends instead of its own; null, the default, if the request is for the handler
     */
    default @Nullable HostResponse requested(ReceivedHead head) {
        return null;
    }

    /**
     * Takes note that the head of a final response is about to be sent over {@link #wfile()}.
     *
     * @param status the status code
     * @param headBytes the length of the head in bytes
     */
    default void responding(int status, int headBytes) {}

    /**
     * Tells whether the connection should end with the response that is about to be sent. Then its head says {@code Connection:
     * close}.
     *
     * @return false by default
     */
    default boolean isEnding() {
        return false;
    }

    /**
     * Returns for how long the host keeps a connection that waits for its next request, if clients are to be told ({@code Keep-Alive:
     * timeout=}, RFC 2068 §19.7.1.1).
     *
     * @return a positive duration; null, the default, not to tell
     */
    default @Nullable Duration keepAlive() {
        return null;
    }

    /**
     * Takes note of the next phase of the handler. A connection begins {@link Phase#IDLE}; a host may notice by itself
     * that the first byte of a request has come. By default nothing is done.
     *
     * @param phase the phase that begins now
     */
    default void phase(Phase phase) {}

    /**
     * Takes note that the handler lacks something for this request and is about to say so with an error; nothing was sent or
     * logged yet. A host that has another place for the request leaves the handler by an unchecked throwable of its own. By
     * default nothing is done.
     *
     * @param what the missing thing
     */
    default void lacks(Lack what) {}

    /**
     * Looks, without waiting, whether the client has ended its side of the connection. Called now and then by a handler
     * that computes for long and has read all of the request; what the client has sent meanwhile is kept for {@link
     * #rfile()}.
     *
     * @return true if the client will send no more: it may have gone, or just have nothing to add; false also where the
     *     host cannot tell
     * @throws ClientGoneException if the client, or this server's end of the connection, is known to have gone
     */
    default boolean clientHasEnded() throws ClientGoneException {
        return false;
    }

    /**
     * Ends the connection at once, so that the client sees that the response was cut short.
     *
     * <p>May be called from any thread.
     */
    default void abort() {
        throw new HostUnsupportedException(getClass().getSimpleName(), "an abort of the connection");
    }
}
