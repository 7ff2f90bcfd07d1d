package dev.gangway.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Works on the bytes of tests. */
final class SentBytes {
    private SentBytes() {}

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    /** Returns the method of the first request, all that is needed to read the response to raw bytes. */
    static List<String> methods(byte[] requests) {
        String text = new String(requests, StandardCharsets.ISO_8859_1);
        int space = text.indexOf(' ');
        return List.of(space < 0 ? "GET" : text.substring(0, space));
    }
}
