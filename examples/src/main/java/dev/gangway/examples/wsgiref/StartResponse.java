package dev.gangway.examples.wsgiref;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins the response of an {@link Application}: PEP 3333's {@code start_response}. */
@FunctionalInterface
public interface StartResponse {
    /**
     * Begins the response.
     *
     * @param status code and phrase, {@code 200 OK} for example
     * @param headers names and values in their order
     * @param excInfo the exception that is being answered, which allows to replace headers that are not sent yet; null if there is none
     * @return writes a part of the body at once, for applications that cannot return it
     * @throws IllegalStateException if the response has begun and nothing went wrong
     * @throws IllegalArgumentException if the status or a field is malformed
     * @throws Exception {@code excInfo}, if the head has been sent
     */
    Write start(String status, List<Map.Entry<String, String>> headers, @Nullable Exception excInfo) throws Exception;

    /** Begins the response. */
    default Write start(String status, List<Map.Entry<String, String>> headers) throws Exception {
        return start(status, headers, null);
    }

    /** Writes a part of the body. */
    @FunctionalInterface
    interface Write {
        void write(byte[] data) throws IOException;
    }
}
