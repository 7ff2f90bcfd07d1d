package dev.gangway.handler.files;

/** Finds well-formed sequences in UTF-8 (Unicode 15, table 3-7). */
final class Utf8 {
    private Utf8() {}

    /**
     * Measures the sequence at an offset.
     *
     * @return its length if it is well-formed; if not, minus the number of bytes that are to be replaced by one U+FFFD
     */
    static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        for (int i = 1; i < length; i++) {
            int next = at + i < end ? bytes[at + i] & 0xff : 0;
            if (next < low || next > high) {
                return -i;
            }
            low = 0x80;
            high = 0xBF;
        }
        return length;
    }

    /** Whether three bytes are the form that a surrogate would have in UTF-8, which is ill-formed. */
    static boolean isSurrogate(byte[] bytes, int at, int end) {
        return at + 2 < end
                && (bytes[at] & 0xff) == 0xED
                && (bytes[at + 1] & 0xE0) == 0xA0
                && (bytes[at + 2] & 0xC0) == 0x80;
    }

    /** Returns the code point of a sequence of this length, well-formed or a surrogate. */
    static int codePoint(byte[] bytes, int at, int length) {
        int value = length == 1 ? bytes[at] : bytes[at] & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            value = (value << 6) | (bytes[at + i] & 0x3F);
        }
        return value;
    }
}
