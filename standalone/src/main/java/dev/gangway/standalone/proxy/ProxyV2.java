package dev.gangway.standalone.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The PROXY protocol's version 2, which is binary (HAProxy's specification, sections 2.2 and 2.3). */
final class ProxyV2 {
    private static final byte[] SIGNATURE = {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'};
    private static final int HEAD_BYTES = 16;
    private static final int VERSION = 2;
    private static final int LOCAL = 0;
    private static final int PROXY = 1;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int TCP_OVER_IPV6 = 0x21;
    private static final int IPV4 = 1;
    private static final int IPV6 = 2;
    private static final int UNIX = 3;
    private static final int TYPE_CRC32C = 0x03;
    private static final int TYPE_SSL = 0x20;
    private static final int CLIENT_SSL = 1;
    private static final int TLV_HEAD_BYTES = 3;

    private ProxyV2() {}

    static @Nullable ProxyHeader parse(byte[] bytes, int count) throws ProxyHeaderException {
        int known = Math.min(count, SIGNATURE.length);
        if (!Arrays.equals(bytes, 0, known, SIGNATURE, 0, known)) {
            throw new ProxyHeaderException("there is no PROXY header");
        }
        if (count < HEAD_BYTES) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, 0, count).position(SIGNATURE.length);
        int versionAndCommand = header.get() & 0xff;
        int protocol = header.get() & 0xff;
        int length = header.getShort() & 0xffff;
        int command = versionAndCommand & 0xf;
        if (versionAndCommand >> 4 != VERSION || command > PROXY) {
            throw malformed();
        }
        if (HEAD_BYTES + length > ProxyHeader.MAX_BYTES) {
            throw new ProxyHeaderException("its PROXY header is longer than " + ProxyHeader.MAX_BYTES + " bytes");
        }
        if (header.remaining() < length) {
            return null;
        }
        header.limit(HEAD_BYTES + length);
        return header(command, protocol, header);
    }

    private static ProxyHeader header(int command, int protocol, ByteBuffer header) throws ProxyHeaderException {
        int length = header.limit();
        if (command == LOCAL) {
            return new ProxyHeader(null, false, length); // the proxy's own check; what stands behind it is skipped
        }
        int addressBytes = addressBytes(protocol >> 4);
        if (header.remaining() < addressBytes) {
            throw malformed();
        }
        InetSocketAddress source = source(protocol, header.slice(HEAD_BYTES, addressBytes));
        header.position(HEAD_BYTES + addressBytes);
        return new ProxyHeader(source, isSecure(header), length);
    }

    /** Returns how many bytes the addresses and ports of a family take. */
    private static int addressBytes(int family) {
        return switch (family) {
            case IPV4 -> 12;
            case IPV6 -> 36;
            case UNIX -> 216;
            default -> 0;
        };
    }

    /** Returns the client's address, or null if it is none of IP: a socket of the file system, for instance. */
    private static @Nullable InetSocketAddress source(int protocol, ByteBuffer addresses) throws ProxyHeaderException {
        if (protocol != TCP_OVER_IPV4 && protocol != TCP_OVER_IPV6) {
            return null;
        }
        byte[] address = new byte[(addresses.remaining() - 4) / 2];
        addresses.get(address);
        int port = addresses.getShort(2 * address.length) & 0xffff;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw malformed();
        }
    }

    /** Walks over the additions, type-length-value each; those of TLS and of the checksum count. */
    private static boolean isSecure(ByteBuffer header) throws ProxyHeaderException {
        boolean secure = false;
        while (header.hasRemaining()) {
            if (header.remaining() < TLV_HEAD_BYTES) {
                throw malformed();
            }
            int type = header.get() & 0xff;
            int length = header.getShort() & 0xffff;
            if (length > header.remaining()) {
                throw malformed();
            }
            if (type == TYPE_SSL && length > 0) {
                secure = (header.get(header.position()) & CLIENT_SSL) != 0;
            } else if (type == TYPE_CRC32C) {
                check(header, length);
            }
            header.position(header.position() + length);
        }
        return secure;
    }

    private static void check(ByteBuffer header, int length) throws ProxyHeaderException {
        if (length != Integer.BYTES) {
            throw malformed();
        }
        int at = header.position();
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().position(0).limit(at));
        crc.update(new byte[Integer.BYTES]); // the sum itself counts as zeros
        crc.update(header.duplicate().position(at + Integer.BYTES));
        if ((int) crc.getValue() != header.getInt(at)) {
            throw new ProxyHeaderException("the checksum of its PROXY header is wrong");
        }
    }

    private static ProxyHeaderException malformed() {
        return new ProxyHeaderException("its PROXY header (version 2) is malformed");
    }
}
