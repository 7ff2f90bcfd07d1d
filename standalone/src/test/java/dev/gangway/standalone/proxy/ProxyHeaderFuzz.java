package dev.gangway.standalone.proxy;

import java.util.Arrays;

/** A PROXY header is the same however its bytes come, whatever stands behind it, and never longer than it may be. */
public final class ProxyHeaderFuzz {
    private ProxyHeaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Object whole = read(data, data.length);
        for (int count = 0; count < data.length; count++) {
            Object part = read(data, count);
            if (part instanceof ProxyHeader header) {
                require(header.length() <= count, "longer than the input");
                require(header.length() <= ProxyHeader.MAX_BYTES, "too long");
                require(part.equals(whole), part + " after " + count + " bytes, and then " + whole);
            } else if (part instanceof String) {
                require(whole instanceof String, part + " after " + count + " bytes, and then " + whole);
            }
        }
    }

    /** Returns the header, why it is refused, or null. */
    private static Object read(byte[] data, int count) {
        try {
            return ProxyHeader.parse(Arrays.copyOf(data, count), count);
        } catch (ProxyHeaderException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
