package dev.gangway.standalone.proxy;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A header of the PROXY protocol.
 *
 * @param source the client; null if the proxy does not know it, or speaks for itself
 * @param isSecure whether the client's connection is encrypted
 * @param length how many bytes the header has
 */
public record ProxyHeader(@Nullable InetSocketAddress source, boolean isSecure, int length) {
    /** No header is longer, with all its additions. */
    public static final int MAX_BYTES = 4096;

    /**
     * Reads the header that a connection begins with.
     *
     * @param bytes the bytes that have come
     * @param count how many of the bytes count
     * @return the header; null if more bytes must come
     * @throws ProxyHeaderException if there is no header, or a malformed one
     */
    public static @Nullable ProxyHeader parse(byte[] bytes, int count) throws ProxyHeaderException {
        if (count == 0) {
            return null;
        }
        return bytes[0] == ProxyV1.FIRST ? ProxyV1.parse(bytes, count) : ProxyV2.parse(bytes, count);
    }
}
