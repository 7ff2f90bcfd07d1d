package dev.gangway.standalone.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, for the log.
 *
 * @param time when its head had come
 * @param client the client's address
 * @param user who has logged in, or null
 * @param requestline the request line as it came
 * @param method its method; empty if the request line could not be read
 * @param path its target
 * @param protocol its version
 * @param status the status code; 0 if none was sent
 * @param bytes the length of the content that was sent, 0 or more
 * @param duration until the response was sent
 * @param referer the field {@code Referer}, or null
 * @param userAgent the field {@code User-Agent}, or null
 * @param traceparent the field {@code traceparent} (W3C Trace Context), or null
 */
public record LoggedRequest(
        Instant time,
        String client,
        @Nullable String user,
        String requestline,
        String method,
        String path,
        String protocol,
        int status,
        long bytes,
        Duration duration,
        @Nullable String referer,
        @Nullable String userAgent,
        @Nullable String traceparent) {}
