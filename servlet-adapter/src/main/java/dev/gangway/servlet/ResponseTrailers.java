package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trailer fields of a response. A container wants to know beforehand that there will be some, so only a head with a
 * {@code Trailer} field (RFC 9110 §6.6.2) is followed by any.
 */
final class ResponseTrailers {
    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Has the container ask for the fields when the response ends, if the head announces them. */
    void announce(ResponseHead head, HttpServletResponse response) {
        if (head.fields().stream().noneMatch(field -> field.getKey().equalsIgnoreCase("Trailer"))) {
            return;
        }
        try {
            response.setTrailerFields(() -> fields);
        } catch (IllegalStateException e) {
            // HTTP/1.0 has none (HttpServletResponse.setTrailerFields).
        }
    }

    /** Takes the fields; of one name, the values become a list (RFC 9110 §5.3). */
    void set(List<Map.Entry<String, String>> given) {
        for (Map.Entry<String, String> field : given) {
            fields.merge(field.getKey(), field.getValue(), (before, after) -> before + ", " + after);
        }
    }
}
