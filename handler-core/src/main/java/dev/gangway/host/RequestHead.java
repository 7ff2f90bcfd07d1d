package dev.gangway.host;

import java.util.List;
import java.util.Map;

/**
 * The head of a request that the host has parsed (RFC 9112 §3 and §5).
 *
 * @param requestLine the request line as the client sent it, as far as the host knows, without a line end
 * @param method the method, {@code GET} for example; {@code command()} in a handler
 * @param path the target that the handler sees as {@code path()}: below its mount, not decoded, with the query
 * @param version the protocol version in the request, {@code HTTP/1.1} for example
 * @param fields the header fields in the order the host knows them, duplicates kept; a host may collect them when the list
 *     is first used, during the request
 */
public record RequestHead(
        String requestLine, String method, String path, String version, List<Map.Entry<String, String>> fields) {}
