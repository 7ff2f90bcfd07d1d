package dev.gangway.standalone.porting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of one connection: a request, or several in a row. */
final class RequestFile {
    private final String name;
    private final byte[] bytes;
    private final @Nullable Path recordedResponse;

    /**
     * Makes one.
     *
     * @param name what to call it in reports
     * @param bytes the bytes to send
     * @param recordedResponse the file with the response that was recorded; null if there is none
     */
    RequestFile(String name, byte[] bytes, @Nullable Path recordedResponse) {
        this.name = name;
        this.bytes = bytes;
        this.recordedResponse = recordedResponse;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    @Nullable Path recordedResponse() {
        return recordedResponse;
    }

    /** Returns the first request line. */
    String requestLine() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.lines().findFirst().orElse("").strip();
    }

    /** Returns the methods of the requests, as far as they can be told apart. */
    List<String> methods() {
        return RequestMethods.of(bytes);
    }
}
