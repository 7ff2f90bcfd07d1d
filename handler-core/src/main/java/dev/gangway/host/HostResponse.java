package dev.gangway.host;

/**
 * A response that a host gives itself, to a health check for example. The handler sends it without a line in the log.
 *
 * @param status the status code, 200 to 599
 * @param contentType the value of {@code Content-Type}
 * @param content the content, which is sent in UTF-8
 */
public record HostResponse(int status, String contentType, String content) {}
