package dev.gangway.porting;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Python's module {@code base64}. */
public final class Base64 {
    private Base64() {}

    private static byte[] bytes(@Nullable Object x) {
        return x instanceof String text ? text.getBytes(StandardCharsets.ISO_8859_1) : Bytes.of(x);
    }

    /** Returns {@code b64encode(x)}. */
    public static byte[] b64encode(byte[] x) {
        return java.util.Base64.getEncoder().encode(x);
    }

    /** Returns {@code b64decode(x)}: characters of no alphabet are passed over. */
    public static byte[] b64decode(@Nullable Object x) {
        return decode(bytes(x), java.util.Base64.getDecoder(), "[^A-Za-z0-9+/=]");
    }

    /** Returns {@code urlsafe_b64encode(x)}. */
    public static byte[] urlsafeB64encode(byte[] x) {
        return java.util.Base64.getUrlEncoder().encode(x);
    }

    /** Returns {@code urlsafe_b64decode(x)}. */
    public static byte[] urlsafeB64decode(@Nullable Object x) {
        return decode(bytes(x), java.util.Base64.getUrlDecoder(), "[^A-Za-z0-9_=-]");
    }

    private static byte[] decode(byte[] x, java.util.Base64.Decoder decoder, String others) {
        String text = new String(x, StandardCharsets.ISO_8859_1).replaceAll(others, "");
        if (text.length() % 4 != 0) {
            throw new ValueError("Incorrect padding");
        }
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new ValueError("Incorrect padding");
        }
    }

    /** Returns {@code decodebytes(x)}. */
    public static byte[] decodebytes(byte[] x) {
        return b64decode(x);
    }

    /** Returns {@code decodestring(x)} of Python 2. */
    public static byte[] decodestring(@Nullable Object x) {
        return b64decode(x);
    }

    /** Returns {@code encodebytes(x)}: lines of 76 characters. */
    public static byte[] encodebytes(byte[] x) {
        return (java.util.Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(x) + (x.length == 0 ? "" : "\n"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
