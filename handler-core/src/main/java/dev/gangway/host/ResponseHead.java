package dev.gangway.host;

import java.util.List;
import java.util.Map;

/**
 * The head of a response that a handler has sent (RFC 9112 §4 and §5).
 *
 * @param version the version in the status line, {@code HTTP/1.1} for example
 * @param status the status code, 100 to 999
 * @param reason the reason phrase, may be empty
 * @param fields the header fields in the order they were sent, duplicates kept
 */
public record ResponseHead(String version, int status, String reason, List<Map.Entry<String, String>> fields) {}
