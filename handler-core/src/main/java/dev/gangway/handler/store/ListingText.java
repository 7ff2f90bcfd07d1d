package dev.gangway.handler.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The text of a listing. A long one is made while it is read, so that memory does not have to hold it. */
public interface ListingText {
    /**
     * Returns how long the text is.
     *
     * @return its length in bytes
     */
    long length();

    /**
     * Reads the text.
     *
     * @return the text from its beginning; another stream each time
     */
    InputStream open();

    /**
     * Tells whether the text is in memory, as a whole.
     *
     * @return whether it may be kept as it is
     */
    default boolean isHeld() {
        return false;
    }

    /**
     * Makes a text of bytes.
     *
     * @param bytes the text; not changed any more
     * @return the text, held in memory
     */
    static ListingText of(byte[] bytes) {
        return new ListingText() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public boolean isHeld() {
                return true;
            }
        };
    }
}
