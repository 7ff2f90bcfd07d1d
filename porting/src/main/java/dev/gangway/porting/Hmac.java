package dev.gangway.porting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Python's module {@code hmac}. */
public final class Hmac {
    private final Mac mac;

    private Hmac(byte[] key, String name) {
        String algorithm = "Hmac" + name.toUpperCase(java.util.Locale.ROOT).replace("-", "");
        try {
            mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
        } catch (GeneralSecurityException e) {
            throw new ValueError("unsupported hash type " + name);
        }
    }

    /** Returns {@code hmac.new(key, message, digestmod)}. */
    public static Hmac newValue(byte[] key, byte[] msg, @Nullable Object digestmod) {
        String name = digestmod instanceof String text
                ? text
                : digestmod instanceof Function made && Python.apply(made) instanceof Hash hash ? hash.name() : "md5";
        Hmac hmac = new Hmac(key, name);
        hmac.mac.update(msg);
        return hmac;
    }

    /** Tells whether {@code hmac.compare_digest(a, b)}, in a time that says nothing of them. */
    public static boolean compareDigest(@Nullable Object a, @Nullable Object b) {
        return MessageDigest.isEqual(bytes(a), bytes(b));
    }

    private static byte[] bytes(@Nullable Object x) {
        return x instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Bytes.of(x);
    }

    /** Does {@code hmac.update(message)}. */
    public void update(byte[] msg) {
        mac.update(msg);
    }

    /** Returns {@code hmac.digest()}. */
    public byte[] digest() {
        try {
            return ((Mac) mac.clone()).doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns {@code hmac.hexdigest()}. */
    public String hexdigest() {
        return Bytes.hex(digest());
    }
}
