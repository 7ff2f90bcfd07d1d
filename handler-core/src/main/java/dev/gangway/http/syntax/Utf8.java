package dev.gangway.http.syntax;

/** Finds out where UTF-8 ends and something else begins (RFC 3629 §4, Unicode chapter 3.9). */
final class Utf8 {
    private Utf8() {}

    /**
     * Looks at the sequence that begins at an index.
     *
     * @param bytes the bytes
     * @param start where it begins
     * @param end where the bytes end
     * @param surrogates true if surrogates in three bytes count as characters
     * @return its length; if it is not UTF-8, minus the length of what stands for one unknown character
     */
    static int sequence(byte[] bytes, int start, int end, boolean surrogates) {
        int first = bytes[start] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0) {
            return -1;
        }
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed && !surrogates ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        for (int i = 1; i < length; i++) {
            int next = start + i < end ? bytes[start + i] & 0xff : 0;
            if (next < lowest || next > highest) {
                return -i;
            }
            lowest = 0x80;
            highest = 0xbf;
        }
        return length;
    }

    /** Tells whether a sequence of that length is a surrogate. */
    static boolean isSurrogate(byte[] bytes, int start, int length) {
        return length == 3 && bytes[start] == (byte) 0xed && (bytes[start + 1] & 0xff) >= 0xa0;
    }
}
