package dev.gangway.servlet;

import dev.gangway.host.ResponseHead;
import jakarta.servlet.http.HttpServletResponse;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code Connection} field of a handler (RFC 9110 §7.6.1), as far as it agrees with the fate of the connection.
 *
 * @param options the options of {@code Connection}; may be empty
 * @param others {@code Keep-Alive} and the like, in order
 */
record ConnectionFields(List<String> options, List<Map.Entry<String, String>> others) {
    private static final String CONNECTION = "Connection";
    private static final String CLOSE = "close";
    private static final String KEEP_ALIVE = "keep-alive";

    /**
     * Collects the fields of a head.
     *
     * @param close whether the connection ends with this response; then it says so, and nothing of keeping it
     * @param version11 whether the client speaks HTTP/1.1; an older one is told by the container if its connection is kept
     */
    static ConnectionFields of(ResponseHead head, boolean close, boolean version11) {
        List<String> options = new ArrayList<>();
        List<Map.Entry<String, String>> others = new ArrayList<>();
        if (close) {
            options.add(CLOSE);
        }
        boolean keeps = !close && version11;
        for (Map.Entry<String, String> field : head.fields()) {
            String name = field.getKey();
            if (name.equalsIgnoreCase(CONNECTION)) {
                for (String option : field.getValue().split(",", -1)) {
                    String word = option.strip();
                    String lower = word.toLowerCase(Locale.ROOT);
                    if (!word.isEmpty() && !lower.equals(CLOSE) && (keeps || !lower.equals(KEEP_ALIVE))) {
                        options.add(word);
                    }
                }
            } else if (name.equalsIgnoreCase("Proxy-Connection") || name.equalsIgnoreCase("Keep-Alive") && keeps) {
                others.add(new SimpleImmutableEntry<>(name, field.getValue()));
            }
        }
        return new ConnectionFields(options, others);
    }

    /** Gives the fields to the container. */
    void send(HttpServletResponse response) {
        if (!options.isEmpty()) {
            response.setHeader(CONNECTION, String.join(", ", options));
        }
        for (Map.Entry<String, String> field : others) {
            response.addHeader(field.getKey(), field.getValue());
        }
    }
}
