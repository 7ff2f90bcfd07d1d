package dev.gangway.standalone.porting;

/** How much a tool takes from a server or a client that it does not know. */
final class Bounds {
    /** Content of answers on one connection; less in a small heap, in which both sides are held several times. */
    static final long ANSWER_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 24);

    /** Interim responses (1xx) on one connection. */
    static final int INTERIM_RESPONSES = 100;

    /** The limits for the record of one request, and of one response. */
    static final long RECORDED_BYTES = 1L << 30;

    /** All requests of a comparison. */
    static final long REQUEST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    /** The end of a server's output that is read to be shown. */
    static final int OUTPUT_BYTES = 64 * 1024;

    private Bounds() {}
}
