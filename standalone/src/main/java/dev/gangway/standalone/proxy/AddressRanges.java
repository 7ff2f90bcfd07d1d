package dev.gangway.standalone.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** IP addresses that are trusted, in ranges (RFC 4632 §3.1, RFC 4291 §2.3). */
public final class AddressRanges {
    /** No address at all. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    private static final int IPV4_BYTES = 4;
    private static final int MAPPED_BITS = 96;

    private static final class Range {
        private final byte[] network;
        private final int bits;

        Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != network[i]) {
                    return false;
                }
            }
            int mask = 0xff00 >> bits % 8 & 0xff;
            return mask == 0 || ((address[whole] ^ network[whole]) & mask) == 0;
        }
    }

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads ranges.
     *
     * @param texts each an address, or one with the length of its prefix: {@code 10.0.0.0/8}, {@code ::1}
     * @return the ranges
     * @throws IllegalArgumentException if one of them is no range; the message names it
     */
    public static AddressRanges of(List<String> texts) {
        List<Range> ranges = new ArrayList<>();
        for (String text : texts) {
            ranges.add(range(text.strip()));
        }
        return ranges.isEmpty() ? NONE : new AddressRanges(List.copyOf(ranges));
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        InetAddress address = IpLiteral.of(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw wrong(text);
        }
        byte[] network = address.getAddress();
        int most = 8 * network.length;
        if (slash < 0) {
            return new Range(network, most);
        }
        // Java takes ::ffff:10.0.0.0 for the IPv4 address that is mapped in it (RFC 4291 §2.5.5.2).
        int mapped = text.indexOf(':') >= 0 && network.length == IPV4_BYTES ? MAPPED_BITS : 0;
        String bits = text.substring(slash + 1);
        int count = bits.matches("0|[1-9][0-9]{0,2}") ? Integer.parseInt(bits) - mapped : -1;
        if (count < 0 || count > most) {
            throw wrong(text);
        }
        return new Range(network, count);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not an IP address or a range of them, such as 10.0.0.0/8 or ::1");
    }

    /**
     * Tells whether there is no range.
     *
     * @return true if no address is trusted
     */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * Tells whether an address is in one of the ranges.
     *
     * @param address an address
     * @return false if it is in none
     */
    public boolean contains(InetAddress address) {
        if (ranges.isEmpty()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        for (Range range : ranges) {
            if (range.contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
