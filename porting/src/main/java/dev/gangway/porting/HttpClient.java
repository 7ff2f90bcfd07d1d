package dev.gangway.porting;

import java.util.LinkedHashMap;
import java.util.Map;

/** Python's module {@code http.client}; its classes are {@link HTTPConnection} and {@link HTTPResponse}. */
public final class HttpClient {
    /** {@code http.client.HTTP_PORT}. */
    public static final long HTTP_PORT = 80;
    /** {@code http.client.HTTPS_PORT}. */
    public static final long HTTPS_PORT = 443;

    private HttpClient() {}

    /** Returns {@code http.client.responses}: the reason of each status. */
    @Attribute
    public static Map<Long, String> responses() {
        Map<Long, String> all = new LinkedHashMap<>();
        for (dev.gangway.http.HTTPStatus status : dev.gangway.http.HTTPStatus.values()) {
            all.put((long) status.value(), status.phrase());
        }
        return all;
    }
}
