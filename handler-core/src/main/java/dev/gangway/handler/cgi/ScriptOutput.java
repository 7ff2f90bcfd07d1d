package dev.gangway.handler.cgi;

import java.io.IOException;

/** Takes the output of a script as it comes. */
@FunctionalInterface
public interface ScriptOutput {
    /**
     * Takes bytes.
     *
     * @param bytes where they are; to be reused by the caller
     * @param offset where they begin
     * @param length how many there are, 1 or more
     * @throws IOException if the client has gone, or the bytes are none that a script may print
     */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Sends the output so far to the client, because the script is silent now.
     *
     * @throws IOException if the client has gone
     */
    default void flush() throws IOException {}
}
