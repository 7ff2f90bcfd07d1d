package dev.gangway.handler.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;

/** The way out of a response, once head and content are told apart. */
interface ResponseWire {
    /** Whether bytes go out as the handler has written them; if not, the host frames them. */
    boolean isStream();

    /** Sends the first lines of a head that is not at its end; a host that frames responses itself waits for the whole. */
    default void beginning(List<HeadLine> lines) throws IOException {}

    /** Sends an interim response at once. */
    void interim(ResponseLines lines) throws IOException;

    /** Sends the head of the final response, or holds it back for the content to go out with it. */
    void head(ResponseLines lines, boolean close, boolean contentFollows) throws IOException;

    /** Sends the head after which both directions are raw. */
    void upgrade(ResponseLines lines) throws IOException;

    /** Begins a response without a head: HTTP/0.9, or bytes that are no HTTP at all. */
    void headless(byte[] first, int offset, int length) throws IOException;

    /** Sends content. */
    void content(byte[] bytes, int offset, int length) throws IOException;

    /** Sends content from a file; returns how many bytes the file had. */
    long content(FileChannel file, long position, long count) throws IOException;

    /** Ends content whose chunks were taken apart; a stream without chunks has no place for these fields. */
    default void trailers(List<Map.Entry<String, String>> fields) {}

    /** Sends whatever is held back. */
    void flush() throws IOException;

    /** Makes sure that the client does not take the response for a whole one, whose end it may have been promised. */
    void cut(boolean endIsPromised);
}
