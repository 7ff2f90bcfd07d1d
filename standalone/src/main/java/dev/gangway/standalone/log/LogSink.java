package dev.gangway.standalone.log;

/** Where lines of a log go in the end. Any thread may call it. */
interface LogSink {
    /** How an offer went. */
    enum Outcome {
        /** The text is out. */
        WRITTEN,
        /** The text, or a part of it, could not be written. */
        FAILED,
        /** Nothing was written, because a write might have to wait. */
        WOULD_WAIT
    }

    /** Writes text if that can be done at once. */
    Outcome offer(String text);

    /** Writes text, however long that takes; false if it failed. */
    boolean write(String text);
}
