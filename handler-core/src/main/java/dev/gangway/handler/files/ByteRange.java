package dev.gangway.handler.files;

/**
 * Some consecutive bytes of a representation (RFC 9110 §14.1.2), both ends included.
 *
 * @param first the offset of the first byte, 0 or more
 * @param last the offset of the last byte, {@code first} or more
 */
public record ByteRange(long first, long last) {
    /**
     * Checks the ends.
     *
     * @param first the offset of the first byte, 0 or more
     * @param last the offset of the last byte, {@code first} or more
     * @throws IllegalArgumentException if the range is negative or holds no byte
     */
    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no byte range: " + first + "-" + last);
        }
    }

    /**
     * Returns how many bytes the range holds.
     *
     * @return 1 or more
     */
    public long length() {
        return last - first + 1;
    }

    /**
     * Returns the value of {@code Content-Range} for this range (RFC 9110 §14.4).
     *
     * @param completeLength length of the whole representation in bytes
     * @return for example {@code bytes 0-99/1234}
     */
    public String contentRange(long completeLength) {
        return "bytes " + first + "-" + last + "/" + completeLength;
    }
}
