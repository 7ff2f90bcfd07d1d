package dev.gangway.files.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses passwords, by address: after some wrong ones each costs twice the wait of the one before. An IPv6 client
 * has a whole network to choose from, so its first 64 bits count. Any thread may use it.
 */
public final class Attempts {
    private static final int FREE = 5;
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);
    /** After so long without a wrong one all is forgotten. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private static final int MAX_ADDRESSES = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    /**
     * Makes a memory of attempts.
     *
     * @param clock what time it is
     */
    public Attempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns how long an address has to wait before it may try again.
     *
     * @param address the client's; null if it is not known, which counts as one address
     * @return 0 if it need not
     */
    public synchronized Duration wait(@Nullable InetAddress address) {
        Failures known = failures.get(key(address));
        if (known == null || known.count() <= FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.count() - FREE - 1, 6);
        Duration pause = Duration.ofSeconds(1L << doublings);
        Duration bounded = pause.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : pause;
        Duration left = Duration.between(clock.instant(), known.last().plus(bounded));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Notes that an address has tried a wrong password.
     *
     * @param address the client's
     */
    public synchronized void failed(@Nullable InetAddress address) {
        Instant now = clock.instant();
        String key = key(address);
        Failures known = failures.remove(key); // to be put last
        boolean counts = known != null && known.last().plus(MEMORY).isAfter(now);
        failures.put(key, new Failures(counts && known != null ? known.count() + 1 : 1, now));
        if (failures.size() > MAX_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /**
     * Notes that an address knows a right password.
     *
     * @param address the client's
     */
    public synchronized void succeeded(@Nullable InetAddress address) {
        failures.remove(key(address));
    }

    private static String key(@Nullable InetAddress address) {
        if (address == null) {
            return "";
        }
        byte[] bytes = address.getAddress();
        return Arrays.toString(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }
}
