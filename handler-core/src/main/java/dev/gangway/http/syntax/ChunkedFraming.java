package dev.gangway.http.syntax;

/**
 * Follows a body in the chunked transfer coding (RFC 9112 §7.1), byte by byte, wherever the bytes come from.
 *
 * <p>While {@link #dataRemaining()} is more than 0, that many bytes of the coding are data, and are reported to
 * {@link #dataTaken(long)}; every other byte is given to {@link #accept(int)}.
 */
public final class ChunkedFraming {
    /** The most bytes of chunk extensions in one body. */
    public static final int MAX_EXTENSION_BYTES = 8192;

    /** The most bytes of trailer fields in one body. */
    public static final int MAX_TRAILER_BYTES = 8192;

    /** The most trailer fields in one body. */
    public static final int MAX_TRAILER_LINES = 100;

    /** As many hexadecimal digits as are sure to fit a {@code long}. */
    private static final int MAX_SIZE_DIGITS = 15;

    private enum State {
        SIZE,
        SIZE_SPACE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_LF,
        LAST_LF,
        COMPLETE
    }

    private State state = State.SIZE;
    private ChunkExtension extension = new ChunkExtension();
    private long size;
    private int sizeDigits;
    private int extensionBytes;
    private int trailerBytes;
    private int trailerLines;

    /** Begins before the first chunk. */
    public ChunkedFraming() {}

    /**
     * Returns how many bytes of data come next.
     *
     * @return 0 if the next byte belongs to the framing
     */
    public long dataRemaining() {
        return state == State.DATA ? size : 0;
    }

    /**
     * Reports that bytes of data have passed.
     *
     * @param count 0 to {@link #dataRemaining()}
     */
    public void dataTaken(long count) {
        size -= count;
        if (size == 0) {
            state = State.DATA_CR;
        }
    }

    /**
     * Tells whether the last byte of the body has passed.
     *
     * @return true after the empty line behind the last chunk
     */
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /**
     * Tells whether the next byte comes behind the last chunk: it belongs to a trailer field, or to the empty line that ends
     * the body (RFC 9112 §7.1.2).
     *
     * @return true until the body is complete
     */
    public boolean isInTrailer() {
        return switch (state) {
            case TRAILER_START, TRAILER_NAME, TRAILER_VALUE, TRAILER_LF, LAST_LF -> true;
            default -> false;
        };
    }

    /**
     * Takes the next byte of the framing.
     *
     * @param b the byte, 0 to 255
     * @throws MessageSyntaxException with 400 if it cannot stand there
     */
    public void accept(int b) throws MessageSyntaxException {
        switch (state) {
            case SIZE -> acceptSize(b);
            case SIZE_SPACE -> acceptSizeSpace(b);
            case EXTENSION -> acceptExtension(b);
            case SIZE_LF -> {
                expect(b, '\n');
                state = size == 0 ? State.TRAILER_START : State.DATA;
                sizeDigits = 0;
            }
            case DATA_CR -> expectThen(b, '\r', State.DATA_LF);
            case DATA_LF -> expectThen(b, '\n', State.SIZE);
            case TRAILER_START -> acceptTrailerStart(b);
            case TRAILER_NAME -> acceptTrailerName(b);
            case TRAILER_VALUE -> acceptTrailerValue(b);
            case TRAILER_LF -> expectThen(b, '\n', State.TRAILER_START);
            case LAST_LF -> expectThen(b, '\n', State.COMPLETE);
            case DATA, COMPLETE -> throw new IllegalStateException("no framing is expected in " + state);
        }
    }

    private void acceptSize(int b) throws MessageSyntaxException {
        int digit = Grammar.hexValue(b);
        if (digit >= 0) {
            size = sizeDigits == 0 ? digit : size * 16 + digit;
            // Leading zeros count too: a size is short, or it is an attack.
            if (++sizeDigits > MAX_SIZE_DIGITS) {
                throw malformed("a chunk size that is too long");
            }
        } else if (sizeDigits == 0) {
            throw malformed("no chunk size");
        } else {
            acceptSizeSpace(b);
        }
    }

    /** RFC 9112 §7.1.1 allows "bad" white space, but only before a semicolon. */
    private void acceptSizeSpace(int b) throws MessageSyntaxException {
        if (b == '\r') {
            if (state == State.SIZE_SPACE) {
                throw malformed("white space after a chunk size");
            }
            state = State.SIZE_LF;
        } else if (b == ';') {
            extension = new ChunkExtension();
            state = State.EXTENSION;
        } else if (Grammar.isOptionalSpace(b)) {
            countExtension();
            state = State.SIZE_SPACE;
        } else {
            throw malformed("a bad chunk size");
        }
    }

    private void acceptExtension(int b) throws MessageSyntaxException {
        countExtension();
        if (b == '\r' && extension.mayEnd()) {
            state = State.SIZE_LF;
        } else if (!extension.accept(b)) {
            throw malformed("a bad chunk extension");
        }
    }

    private void countExtension() throws MessageSyntaxException {
        if (++extensionBytes > MAX_EXTENSION_BYTES) {
            throw malformed("more than " + MAX_EXTENSION_BYTES + " bytes of chunk extensions");
        }
    }

    private void acceptTrailerStart(int b) throws MessageSyntaxException {
        if (b == '\r') {
            state = State.LAST_LF;
            return;
        }
        if (++trailerLines > MAX_TRAILER_LINES) {
            throw malformed("more than " + MAX_TRAILER_LINES + " trailer fields");
        }
        countTrailer();
        if (!Grammar.isTokenChar(b)) {
            throw malformed("a trailer field without a name");
        }
        state = State.TRAILER_NAME;
    }

    /** A name is a token, with the colon right behind it; a folded line would begin with white space (RFC 9112 §5). */
    private void acceptTrailerName(int b) throws MessageSyntaxException {
        countTrailer();
        if (b == ':') {
            state = State.TRAILER_VALUE;
        } else if (!Grammar.isTokenChar(b)) {
            throw malformed("a line that is no trailer field");
        }
    }

    private void acceptTrailerValue(int b) throws MessageSyntaxException {
        countTrailer();
        if (b == '\r') {
            state = State.TRAILER_LF;
        } else if (!Grammar.isFieldChar(b)) {
            throw malformed("a bad trailer field");
        }
    }

    private void countTrailer() throws MessageSyntaxException {
        if (++trailerBytes > MAX_TRAILER_BYTES) {
            throw malformed("more than " + MAX_TRAILER_BYTES + " bytes of trailer fields");
        }
    }

    private void expectThen(int b, char expected, State next) throws MessageSyntaxException {
        expect(b, expected);
        state = next;
    }

    private static void expect(int b, char expected) throws MessageSyntaxException {
        if (b != expected) {
            throw malformed("a missing CRLF");
        }
    }

    private static MessageSyntaxException malformed(String what) {
        return new MessageSyntaxException(400, "Bad chunked content", "The chunked content has " + what);
    }
}
