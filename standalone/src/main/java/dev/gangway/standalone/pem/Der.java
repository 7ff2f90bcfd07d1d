package dev.gangway.standalone.pem;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** As much of DER (ITU-T X.690) as it takes to put a private key into another wrapping. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    /** The mark of {@code [0]}, which holds the curve in the key of RFC 5915. */
    static final int CONTEXT_0 = 0xa0;

    private Der() {}

    /** Writes a value. */
    static byte[] encode(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >>> 8 * i);
            }
        }
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    /** Reads the value that the data begins with, which must have that tag, and moves behind it; returns its content. */
    static ByteBuffer decode(ByteBuffer data, int tag) throws PemException {
        if (!data.hasRemaining() || (data.get() & 0xff) != tag) {
            throw malformed();
        }
        int length = length(data);
        if (length < 0 || length > data.remaining()) {
            throw malformed();
        }
        ByteBuffer content = data.slice(data.position(), length);
        data.position(data.position() + length);
        return content;
    }

    /** Tells which tag comes next; -1 at the end. */
    static int nextTag(ByteBuffer data) {
        return data.hasRemaining() ? data.get(data.position()) & 0xff : -1;
    }

    static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }

    private static int length(ByteBuffer data) throws PemException {
        if (!data.hasRemaining()) {
            throw malformed();
        }
        int first = data.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        int bytes = first & 0x7f;
        if (bytes == 0 || bytes > 3 || bytes > data.remaining()) {
            throw malformed();
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | data.get() & 0xff;
        }
        return length;
    }

    private static PemException malformed() {
        return new PemException("the private key is malformed");
    }
}
