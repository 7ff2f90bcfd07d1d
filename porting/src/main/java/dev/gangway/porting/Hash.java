package dev.gangway.porting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of Python's {@code hashlib}. */
public final class Hash {
    private final MessageDigest digest;
    private final String name;

    Hash(String name, String algorithm, byte[] data) {
        this.name = name;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new ValueError("unsupported hash type " + name);
        }
        digest.update(data);
    }

    private byte[] now() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does {@code hash.update(data)}. */
    public void update(byte[] data) {
        digest.update(data);
    }

    /** Returns {@code hash.digest()}. */
    public byte[] digest() {
        return now();
    }

    /** Returns {@code hash.hexdigest()}. */
    public String hexdigest() {
        return Bytes.hex(now());
    }

    /** Returns {@code hash.name}. */
    public String name() {
        return name;
    }
}
