package dev.gangway.files.content;

/** A content coding that a sibling of a file may have (RFC 9110 §8.4.1), the best first. */
public enum ContentCoding {
    /** Brotli. */
    BR("br", ".br"),
    /** Zstandard. */
    ZSTD("zstd", ".zst"),
    /** The only one that is also applied on the fly. */
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    ContentCoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /**
     * Returns the value of {@code Content-Encoding}.
     *
     * @return {@code br} for example
     */
    public String token() {
        return token;
    }

    /**
     * Returns how the sibling's name ends.
     *
     * @return {@code .br} for example
     */
    public String suffix() {
        return suffix;
    }
}
