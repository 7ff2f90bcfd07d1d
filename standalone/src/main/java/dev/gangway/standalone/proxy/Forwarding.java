package dev.gangway.standalone.proxy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request that came by proxies. Each proxy adds the address that it was asked from at the right, so the list
 * is read from there, as long as the one who speaks is trusted.
 *
 * @param trusted the proxies that are believed
 * @param field which fields are believed
 */
public record Forwarding(AddressRanges trusted, Field field) {
    /** The fields that are believed. */
    public enum Field {
        /** {@code Forwarded} if it is there, else the others. If they disagree, none. */
        EITHER("either"),
        /** {@code Forwarded} (RFC 7239) alone. */
        FORWARDED("Forwarded"),
        /** {@code X-Forwarded-For} and its companions alone. */
        X_FORWARDED("X-Forwarded");

        private final String text;

        Field(String text) {
            this.text = text;
        }

        /**
         * Finds a value by its name.
         *
         * @param name {@code Forwarded} or {@code X-Forwarded}, in any case
         * @return the value
         * @throws IllegalArgumentException if there is no such value
         */
        public static Field of(String name) {
            for (Field field : List.of(FORWARDED, X_FORWARDED)) {
                if (field.text.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                    return field;
                }
            }
            throw new IllegalArgumentException("'" + name + "' is neither Forwarded nor X-Forwarded");
        }

        /**
         * Returns the name.
         *
         * @return {@code either}, {@code Forwarded} or {@code X-Forwarded}
         */
        public String text() {
            return text;
        }
    }

    /**
     * Where a request came from.
     *
     * @param client the client
     * @param protocol {@code http} or {@code https}, as the client spoke it; null if no proxy has told
     * @param host the {@code Host} field as the client sent it; null if no proxy has told
     */
    public record Origin(
            InetSocketAddress client,
            @Nullable String protocol,
            @Nullable String host) {}

    /**
     * Finds out where a request came from.
     *
     * @param peer who has sent it to this server
     * @param fields gives the values of a field of the request
     * @return the origin; the peer's address alone if it is not trusted, or the fields say nothing
     */
    public Origin origin(InetSocketAddress peer, Function<String, List<String>> fields) {
        Origin asIs = new Origin(peer, null, null);
        if (!isTrusted(peer)) {
            return asIs;
        }
        List<String> standard = field == Field.X_FORWARDED ? List.of() : fields.apply("Forwarded");
        String other = field == Field.FORWARDED ? null : joined(fields, "X-Forwarded-For");
        Origin first = standard.isEmpty() ? null : walk(peer, ForwardedField.parse(standard));
        Origin second = other == null
                ? null
                : walk(
                        peer,
                        XForwardedFields.parse(
                                other,
                                joined(fields, "X-Forwarded-Proto"),
                                joined(fields, "X-Forwarded-Host"),
                                joined(fields, "X-Forwarded-Port")));
        if (first != null && second != null && disagree(first, second)) {
            return asIs;
        }
        return Objects.requireNonNullElse(first != null ? first : second, asIs);
    }

    private boolean isTrusted(InetSocketAddress address) {
        return address.getAddress() != null && trusted.contains(address.getAddress());
    }

    /** A part that one of them leaves out is no contradiction. */
    private static boolean disagree(Origin first, Origin second) {
        return !first.client().getAddress().equals(second.client().getAddress())
                || differ(first.protocol(), second.protocol())
                || differ(first.host(), second.host());
    }

    private static boolean differ(@Nullable String first, @Nullable String second) {
        return first != null && second != null && !first.equalsIgnoreCase(second);
    }

    private Origin walk(InetSocketAddress peer, List<Hop> hops) {
        Origin origin = new Origin(peer, null, null);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(origin.client()); i--) {
            Hop hop = hops.get(i);
            if (hop.address() == null) {
                break;
            }
            origin = new Origin(hop.address(), hop.protocol(), hop.host());
        }
        return origin;
    }

    private static @Nullable String joined(Function<String, List<String>> fields, String name) {
        List<String> values = fields.apply(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
