package dev.gangway.handler.cgi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header section of a script's response (RFC 3875 §6.3).
 *
 * @param status the status code, 200 to 599; 0 if the script gave none
 * @param reason the reason phrase, or null
 * @param location the value of {@code Location}, or null
 * @param contentLength the length of the content in bytes, or −1 if there is none, or none that can be believed
 * @param fields the other fields, for the client, in order
 * @param locationOnly whether {@code Location} was all that the script printed
 */
public record ScriptHead(
        int status,
        @Nullable String reason,
        @Nullable String location,
        long contentLength,
        List<Map.Entry<String, String>> fields,
        boolean locationOnly) {
    private static final int OK = 200;
    private static final int FOUND = 302;

    /**
     * Tells whether the client should get what another path of this server gives (RFC 3875 §6.2.2).
     *
     * @return whether {@code Location} is a path and there is no other field; with other fields it is a redirect for the client, who
     *     gets them too
     */
    public boolean isLocalRedirect() {
        return locationOnly && location != null && location.startsWith("/") && !location.startsWith("//");
    }

    /**
     * Returns the status code of the response.
     *
     * @return the script's own; otherwise 302 if there is a {@code Location}, else 200
     */
    public int effectiveStatus() {
        return status != 0 ? status : location != null ? FOUND : OK;
    }
}
