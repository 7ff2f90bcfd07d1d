package dev.gangway.porting;

import java.security.SecureRandom;

/** Python's module {@code secrets}. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Returns {@code secrets.token_bytes(count)}. */
    public static byte[] tokenBytes(long nbytes) {
        byte[] bytes = new byte[(int) nbytes];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Returns {@code secrets.token_hex(count)}. */
    public static String tokenHex(long nbytes) {
        return Bytes.hex(tokenBytes(nbytes));
    }

    /** Returns {@code secrets.token_hex()}. */
    public static String tokenHex() {
        return tokenHex(32);
    }

    /** Returns {@code secrets.token_urlsafe(count)}. */
    public static String tokenUrlsafe(long nbytes) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(tokenBytes(nbytes));
    }

    /** Returns {@code secrets.token_urlsafe()}. */
    public static String tokenUrlsafe() {
        return tokenUrlsafe(32);
    }

    /** Tells whether {@code secrets.compare_digest(a, b)}. */
    public static boolean compareDigest(Object a, Object b) {
        return Hmac.compareDigest(a, b);
    }
}
